package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.LevelLayout;
import io.tapelake.databento.dbn.layout.MbpLayout;
import io.tapelake.databento.dbn.layout.RType;
import java.util.ArrayList;
import java.util.List;

/**
 * A book update by price: {@code mbp-1} and {@code tbbo} with one level, {@code mbp-10} with ten. The levels are those after the event. Immutable.
 *
 * @param header what every record has
 * @param priceNanos price in 1e-9 units
 * @param size unsigned 32 bits
 * @param action a character; 0 is unset
 * @param side a character; 0 is unset
 * @param flags bit set, 8 bits
 * @param depth unsigned 8 bits
 * @param tsRecv nanoseconds since the epoch, UTC
 * @param tsInDelta signed 32 bits
 * @param sequence unsigned 32 bits
 * @param levels best first: one, or ten in {@code mbp-10}
 */
public record Mbp(
        RecordHeader header,
        long priceNanos,
        long size,
        char action,
        char side,
        int flags,
        int depth,
        long tsRecv,
        int tsInDelta,
        long sequence,
        List<Level> levels)
        implements DbnRecord {
    /** Copies the list and checks its length. */
    public Mbp {
        levels = List.copyOf(levels);
        int expected = levelsOf(header.rtype());
        if (levels.size() != expected) {
            throw new IllegalArgumentException(
                    "there are " + levels.size() + " levels; this record type has " + expected);
        }
    }

    private static int levelsOf(int rtype) {
        return rtype == RType.MBP_10 ? 10 : 1;
    }

    static Mbp of(RecordView view) {
        int count = levelsOf(view.rtype());
        List<Level> levels = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            levels.add(Level.of(view, MbpLayout.LEVELS + i * LevelLayout.BYTES));
        }
        return new Mbp(
                RecordHeader.of(view),
                view.i64(MbpLayout.PRICE),
                view.u32(MbpLayout.SIZE),
                (char) view.u8(MbpLayout.ACTION),
                (char) view.u8(MbpLayout.SIDE),
                view.u8(MbpLayout.FLAGS),
                view.u8(MbpLayout.DEPTH),
                view.i64(MbpLayout.TS_RECV),
                view.i32(MbpLayout.TS_IN_DELTA),
                view.u32(MbpLayout.SEQUENCE),
                levels);
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(MbpLayout.PRICE, priceNanos)
                .i32(MbpLayout.SIZE, (int) size)
                .u8(MbpLayout.ACTION, action)
                .u8(MbpLayout.SIDE, side)
                .u8(MbpLayout.FLAGS, flags)
                .u8(MbpLayout.DEPTH, depth)
                .i64(MbpLayout.TS_RECV, tsRecv)
                .i32(MbpLayout.TS_IN_DELTA, tsInDelta)
                .i32(MbpLayout.SEQUENCE, (int) sequence);
        for (int i = 0; i < levels.size(); i++) {
            levels.get(i).encode(record, MbpLayout.LEVELS + i * LevelLayout.BYTES);
        }
    }
}
