package io.tapelake.jobs.ingest;

import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.SymbolMapping;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over the records of a file as they lie in it and over what decides their symbols (dataset, schema, mappings).
 * Compression, frames and the query's own times do not count, so a file that was packed anew keeps its hash. Not
 * thread-safe.
 */
final class ContentHash {

    private final MessageDigest digest = sha256();
    // One update per record would cost more than the hash itself.
    private final byte[] pending = new byte[1 << 16];
    private int filled;

    /** Adds what the metadata says of dataset, schema and instruments. */
    void add(Metadata metadata) {
        text(metadata.dataset());
        text(metadata.schema().map(schema -> schema.text()).orElse("mixed"));
        for (SymbolMapping mapping : metadata.mappings()) {
            text(mapping.toString());
        }
    }

    /** Adds one record. */
    void add(RecordView record) {
        bytes(record.array(), record.arrayOffset(), record.sizeBytes());
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        bytes(utf8, 0, utf8.length);
        bytes(new byte[] {0}, 0, 1);
    }

    private void bytes(byte[] source, int offset, int length) {
        if (filled + length > pending.length) {
            digest.update(pending, 0, filled);
            filled = 0;
            if (length > pending.length) {
                digest.update(source, offset, length);
                return;
            }
        }
        System.arraycopy(source, offset, pending, filled, length);
        filled += length;
    }

    /** The hash of all that was added, in hexadecimal. Ends the use of this object. */
    String hex() {
        digest.update(pending, 0, filled);
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The id of a file with this hash: its first 63 bits. */
    static long fileId(String hex) {
        return Long.parseUnsignedLong(hex.substring(0, 16), 16) >>> 1;
    }

    /** The hash of a text, for files that have no content to hash. */
    static String ofText(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
