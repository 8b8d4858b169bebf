package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.LittleEndian;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the zstd frames of a multi-frame DBN file are, each with whole records only, so that they can be read alone: read
 * the bytes of some neighbouring frames as a stream with {@code ReadOptions.fragment(version, tsOut)} and
 * {@code startingAt(uncompressedOffset, firstRecord)}. Immutable and thread-safe.
 *
 * @param metadataFrame the frame that holds the metadata; empty for a fragment
 * @param frames the frames that hold records, in order
 */
public record SeekTable(Optional<Frame> metadataFrame, List<Frame> frames) {
    /** Copies the list. */
    public SeekTable {
        frames = List.copyOf(frames);
    }

    /**
     * One zstd frame.
     *
     * @param compressedOffset where it begins in the file
     * @param compressedBytes its length in the file
     * @param uncompressedOffset where its content begins in the uncompressed stream
     * @param uncompressedBytes the length of its content
     * @param firstRecord the number of records before it
     * @param records the number of records in it
     */
    public record Frame(
            long compressedOffset,
            long compressedBytes,
            long uncompressedOffset,
            long uncompressedBytes,
            long firstRecord,
            long records) {}

    /** The number of records in the file. */
    public long records() {
        return frames.stream().mapToLong(Frame::records).sum();
    }

    /** See {@link #read(SeekableInput)}. */
    public static Optional<SeekTable> read(Path file) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return read(SeekableInput.of(channel));
        }
    }

    /**
     * Reads the end of a file.
     *
     * @return the table, or empty when the file has none, has one whose frames are not marked as holding whole records, or
     *     was changed after the table was written
     * @throws IOException if the file cannot be read
     */
    public static Optional<SeekTable> read(SeekableInput input) throws IOException {
        long length = input.length();
        int footerBytes = SeekFormat.FOOTER_BYTES;
        if (length < SeekFormat.SKIPPABLE_HEADER_BYTES + footerBytes) {
            return Optional.empty();
        }
        byte[] footer = new byte[footerBytes];
        input.readFully(length - footerBytes, footer, 0, footerBytes);
        long entries = LittleEndian.u32(footer, 0);
        int descriptor = footer[Integer.BYTES] & 0xFF;
        if (LittleEndian.i32(footer, Integer.BYTES + 1) != SeekFormat.FOOTER_MAGIC
                || (descriptor & SeekFormat.RESERVED_FLAGS) != 0
                || entries < 1
                || entries > SeekFormat.MAX_FRAMES) {
            return Optional.empty();
        }
        int entryBytes =
                (descriptor & SeekFormat.CHECKSUM_FLAG) == 0 ? SeekFormat.ENTRY_BYTES : SeekFormat.CHECKED_ENTRY_BYTES;
        long tableBytes = SeekFormat.SKIPPABLE_HEADER_BYTES + entries * entryBytes + footerBytes;
        long markBytes = SeekFormat.markBytes((int) entries - 1);
        if (tableBytes + markBytes > length || tableBytes + markBytes > Integer.MAX_VALUE - 8) {
            return Optional.empty();
        }
        int tailBytes = (int) (tableBytes + markBytes);
        if (!hasMark(input, length - tailBytes, markBytes)) {
            return Optional.empty();
        }
        byte[] tail = new byte[tailBytes];
        input.readFully(length - tailBytes, tail, 0, tailBytes);
        return parse(tail, (int) markBytes, (int) entries, entryBytes, length);
    }

    /** Looks before as much as the footer claims is read. */
    private static boolean hasMark(SeekableInput input, long position, long markBytes) throws IOException {
        int header = SeekFormat.SKIPPABLE_HEADER_BYTES;
        byte[] mark = new byte[header + SeekFormat.MARK_WORD_BYTES];
        input.readFully(position, mark, 0, mark.length);
        return LittleEndian.i32(mark, 0) == SeekFormat.MARK_MAGIC
                && LittleEndian.u32(mark, Integer.BYTES) == markBytes - header
                && LittleEndian.i64(mark, header) == SeekFormat.MARK_WORD;
    }

    private static Optional<SeekTable> parse(byte[] tail, int markBytes, int entries, int entryBytes, long length) {
        int header = SeekFormat.SKIPPABLE_HEADER_BYTES;
        if (LittleEndian.i32(tail, markBytes) != SeekFormat.TABLE_MAGIC
                || LittleEndian.u32(tail, markBytes + Integer.BYTES) != tail.length - markBytes - header) {
            return Optional.empty();
        }
        Optional<Frame> metadata = Optional.empty();
        List<Frame> frames = new ArrayList<>(entries);
        long compressed = 0;
        long uncompressed = 0;
        long record = 0;
        for (int i = 0; i < entries - 1; i++) {
            int entry = markBytes + header + i * entryBytes;
            long compressedBytes = LittleEndian.u32(tail, entry);
            long uncompressedBytes = LittleEndian.u32(tail, entry + Integer.BYTES);
            long records = LittleEndian.u32(tail, header + SeekFormat.MARK_WORD_BYTES + i * Integer.BYTES);
            Frame frame = new Frame(compressed, compressedBytes, uncompressed, uncompressedBytes, record, records);
            if (i == 0 && records == 0) {
                metadata = Optional.of(frame);
            } else {
                frames.add(frame);
            }
            compressed += compressedBytes;
            uncompressed += uncompressedBytes;
            record += records;
        }
        boolean wholeFile = compressed + tail.length == length;
        return wholeFile ? Optional.of(new SeekTable(metadata, frames)) : Optional.empty();
    }
}
