package io.tapelake.databento.dbn;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Collects the frames of a multi-frame file and writes its end. See {@link SeekFormat}. */
final class SeekTableEncoder {
    private record Entry(int compressed, int uncompressed, int records) {}

    private final List<Entry> entries = new ArrayList<>();

    void add(int compressedBytes, int uncompressedBytes, int records) {
        entries.add(new Entry(compressedBytes, uncompressedBytes, records));
    }

    byte[] encode() {
        int frames = entries.size();
        int markBytes = SeekFormat.markBytes(frames);
        int tableBytes = SeekFormat.tableBytes(frames + 1);
        ByteBuffer out = ByteBuffer.allocate(markBytes + tableBytes).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(SeekFormat.MARK_MAGIC).putInt(markBytes - SeekFormat.SKIPPABLE_HEADER_BYTES);
        out.putLong(SeekFormat.MARK_WORD);
        entries.forEach(entry -> out.putInt(entry.records));
        out.putInt(SeekFormat.TABLE_MAGIC).putInt(tableBytes - SeekFormat.SKIPPABLE_HEADER_BYTES);
        entries.forEach(entry -> out.putInt(entry.compressed).putInt(entry.uncompressed));
        out.putInt(markBytes).putInt(0);
        out.putInt(frames + 1).put((byte) 0).putInt(SeekFormat.FOOTER_MAGIC);
        return out.array();
    }
}
