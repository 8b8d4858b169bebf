package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.HeaderLayout;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes a DBN stream: metadata, then records. The stream is whole only after {@link #close()}. Not thread-safe.
 *
 * <pre>
 * try (DbnWriter writer = DbnWriter.create(path, metadata, WriteOptions.zstd())) {
 *     RecordBuffer bar = RecordBuffer.of(RType.OHLCV_1S, 3);
 *     writer.write(bar.header(2, 100, startNs).i64(OhlcvLayout.OPEN, openNanos) ...);
 * </pre>
 */
public final class DbnWriter implements AutoCloseable {
    private final FrameOutput out;
    private final RecordSizes sizes;
    private final int version;
    private final boolean tsOut;
    private long records;

    private DbnWriter(FrameOutput out, int version, boolean tsOut) {
        this.out = out;
        this.version = version;
        this.tsOut = tsOut;
        this.sizes = RecordSizes.of(version, tsOut);
    }

    /** Creates or replaces a file. See {@link #of(OutputStream, Metadata, WriteOptions)}. */
    public static DbnWriter create(Path file, Metadata metadata, WriteOptions options) throws IOException {
        byte[] header = metadata.encode();
        return begin(Files.newOutputStream(file), header, metadata.version(), metadata.tsOut(), options);
    }

    /**
     * Writes the metadata and takes records.
     *
     * @param out closed with the writer; it is written to in large pieces
     * @throws IllegalArgumentException if the metadata cannot be encoded
     */
    public static DbnWriter of(OutputStream out, Metadata metadata, WriteOptions options) throws IOException {
        return begin(out, metadata.encode(), metadata.version(), metadata.tsOut(), options);
    }

    /**
     * Writes metadata that was read elsewhere exactly as it was, odd padding included.
     *
     * @param header from {@link DbnReader#headerBytes()}
     * @throws DbnException if it is not whole, well-formed metadata
     */
    public static DbnWriter copying(OutputStream out, byte[] header, WriteOptions options) throws IOException {
        Metadata metadata = Metadata.parse(header);
        return begin(out, header, metadata.version(), metadata.tsOut(), options);
    }

    /** Writes records without metadata. */
    public static DbnWriter fragment(OutputStream out, int version, boolean tsOut, WriteOptions options)
            throws IOException {
        return begin(out, new byte[0], version, tsOut, options);
    }

    private static DbnWriter begin(OutputStream out, byte[] header, int version, boolean tsOut, WriteOptions options)
            throws IOException {
        FrameOutput frames = FrameOutput.of(out, options);
        frames.header(header);
        return new DbnWriter(frames, version, tsOut);
    }

    /** Writes the record in a buffer. */
    public void write(RecordBuffer record) throws IOException {
        byte[] bytes = record.bytes();
        write(bytes, 0, bytes.length);
    }

    /** Writes the record that a view shows. It must be laid out in the version of this stream. */
    public void write(RecordView record) throws IOException {
        if (record.version() != version) {
            throw new IllegalArgumentException("the record is of DBN version " + record.version() + ", the stream of "
                    + version + "; read it with ReadOptions.upgrade, or write the same version");
        }
        write(record.array(), record.arrayOffset(), record.sizeBytes());
    }

    /**
     * Writes a record.
     *
     * @throws IllegalArgumentException if its length byte, its record type and {@code length} do not agree
     */
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length < HeaderLayout.BYTES
                || (bytes[offset + HeaderLayout.LENGTH] & 0xFF) * HeaderLayout.WORD != length
                || length < sizes.least(bytes[offset + HeaderLayout.RTYPE])) {
            throw new IllegalArgumentException(badRecord(bytes, offset, length));
        }
        out.record(bytes, offset, length);
        records++;
    }

    private String badRecord(byte[] bytes, int offset, int length) {
        String text = "a record of " + length + " bytes cannot be written";
        if (length < HeaderLayout.BYTES) {
            return text + ": the header alone has " + HeaderLayout.BYTES;
        }
        return String.format(
                "%s: its length byte says %d, and rtype 0x%02X of version %d%s has at least %d",
                text,
                (bytes[offset + HeaderLayout.LENGTH] & 0xFF) * HeaderLayout.WORD,
                bytes[offset + HeaderLayout.RTYPE],
                version,
                tsOut ? " with ts_out" : "",
                sizes.least(bytes[offset + HeaderLayout.RTYPE]));
    }

    /** How many records were written. */
    public long recordCount() {
        return records;
    }

    /** Finishes the stream and closes what it is written to. */
    @Override
    public void close() throws IOException {
        out.close();
    }
}
