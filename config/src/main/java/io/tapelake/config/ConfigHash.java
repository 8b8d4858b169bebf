package io.tapelake.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A stable name for what was configured: two configurations have the same hash exactly when they hold the same
 * values, whatever files, variables or order they came from.
 */
public final class ConfigHash {
    private static final ObjectMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private ConfigHash() {}

    /**
     * SHA-256, as 64 hexadecimal digits, of the values of a configuration.
     *
     * @param section a {@link TapelakeConfig} or one of its sections
     */
    public static String of(Record section) {
        try {
            byte[] canonical = CANONICAL.writeValueAsString(section).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(canonical));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException("cannot hash " + section.getClass().getSimpleName(), e);
        }
    }
}
