package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.LittleEndian;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A SHA-256 over the bytes of records in their order, as the input has them: two files with the same records have the
 * same hash, however they are compressed or cut into frames. Metadata does not count unless it is added. Not thread-safe.
 */
public final class RecordHash {
    private static final int BUFFER_BYTES = 64 * 1024;

    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int length;

    private RecordHash(MessageDigest digest) {
        this.digest = digest;
    }

    /** The hash of nothing yet. */
    public static RecordHash create() {
        try {
            return new RecordHash(MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Adds a record; for a hash that does not depend on an upgrade, that is {@link DbnReader#rawRecord()}. */
    public void add(RecordView record) {
        int bytes = record.sizeBytes();
        if (bytes > buffer.length - length) {
            flush();
        }
        System.arraycopy(record.array(), record.arrayOffset(), buffer, length, bytes);
        length += bytes;
    }

    /** Adds metadata as the vendor's encoder writes it, for a hash that also tells symbols apart. */
    public void add(Metadata metadata) {
        flush();
        digest.update(metadata.encode());
    }

    /** Adds a text, set off from what comes after it. */
    public void add(String text) {
        flush();
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private void flush() {
        digest.update(buffer, 0, length);
        length = 0;
    }

    /** The 32 bytes of the hash. The object is as new afterwards. */
    public byte[] finish() {
        flush();
        return digest.digest();
    }

    /** The hash as 64 lower-case hexadecimal digits. The object is as new afterwards. */
    public String finishHex() {
        return HexFormat.of().formatHex(finish());
    }

    /** The first 63 bits of a hash of {@link #finish()} as a number that is not negative. */
    public static long first63Bits(byte[] hash) {
        return Long.reverseBytes(LittleEndian.i64(hash, 0)) >>> 1;
    }
}
