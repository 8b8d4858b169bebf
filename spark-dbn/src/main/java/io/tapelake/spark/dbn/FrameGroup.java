package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.SeekTable;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Neighbouring zstd frames of a file that hold whole records and can be read without the rest. Immutable.
 *
 * @param from first byte in the file
 * @param to byte after the last in the file
 * @param uncompressedFrom first byte in the uncompressed stream
 * @param firstRecord records before the group
 * @param records records in the group
 */
record FrameGroup(long from, long to, long uncompressedFrom, long firstRecord, long records) implements Serializable {
    /** Groups of at least {@code leastBytes} uncompressed bytes that cover all frames once; the last may be smaller. */
    static List<FrameGroup> of(SeekTable table, long leastBytes) {
        List<FrameGroup> groups = new ArrayList<>();
        List<SeekTable.Frame> frames = table.frames();
        SeekTable.Frame first = null;
        long bytes = 0;
        long records = 0;
        for (int i = 0; i < frames.size(); i++) {
            SeekTable.Frame frame = frames.get(i);
            first = first == null ? frame : first;
            bytes += frame.uncompressedBytes();
            records += frame.records();
            if (bytes >= leastBytes || i == frames.size() - 1) {
                groups.add(new FrameGroup(
                        first.compressedOffset(),
                        frame.compressedOffset() + frame.compressedBytes(),
                        first.uncompressedOffset(),
                        first.firstRecord(),
                        records));
                first = null;
                bytes = 0;
                records = 0;
            }
        }
        return groups;
    }
}
