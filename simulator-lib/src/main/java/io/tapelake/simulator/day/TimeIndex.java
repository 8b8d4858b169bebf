package io.tapelake.simulator.day;

import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * From an instant to the number of rows known by then, in constant expected time: a direct-address table from equal slices of
 * the day to rows, then a short search within the slice. There are about as many slices as there are two rows, so a slice holds
 * a few rows but in bursts, where the search halves what is left. Immutable and thread-safe.
 */
final class TimeIndex {
    private static final int SCAN = 6;
    private static final int SLICES_MIN = 16;
    private static final int ROWS_PER_SLICE = 2;

    private final LongBuffer known;
    private final int rows;
    private final long baseNs;
    private final int shift;
    private final IntBuffer starts;

    private TimeIndex(LongBuffer known, long baseNs, int shift, IntBuffer starts) {
        this.known = known;
        this.rows = known.limit();
        this.baseNs = baseNs;
        this.shift = shift;
        this.starts = starts;
    }

    /** An index over ascending times. */
    static TimeIndex of(LongBuffer known) {
        int rows = known.limit();
        if (rows == 0) {
            return new TimeIndex(known, 0, 0, IntBuffer.wrap(new int[] {0, 0}));
        }
        long baseNs = known.get(0);
        long span = known.get(rows - 1) - baseNs;
        long slicesWanted = Math.max(SLICES_MIN, rows / ROWS_PER_SLICE);
        int shift = 0;
        while (span >> shift >= slicesWanted) {
            shift++;
        }
        int slices = (int) (span >> shift) + 1;
        int[] starts = new int[slices + 1];
        int slice = 0;
        for (int row = 0; row < rows; row++) {
            int of = (int) ((known.get(row) - baseNs) >> shift);
            while (slice < of) {
                starts[++slice] = row;
            }
        }
        while (slice < slices) {
            starts[++slice] = rows;
        }
        return new TimeIndex(known, baseNs, shift, IntBuffer.wrap(starts));
    }

    /** The number of rows known at an instant: the last of them is one less. */
    int knownBy(long ns) {
        if (rows == 0 || ns < baseNs) {
            return 0;
        }
        long slice = (ns - baseNs) >> shift;
        if (slice >= starts.limit() - 1) {
            return rows;
        }
        int low = starts.get((int) slice);
        int high = starts.get((int) slice + 1);
        while (high - low > SCAN) {
            int middle = (low + high) >>> 1;
            if (known.get(middle) <= ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        while (low < high && known.get(low) <= ns) {
            low++;
        }
        return low;
    }

    /** The same, where the answer is likely to be near one that was given for a little earlier. */
    int knownBy(long ns, int guess) {
        int row = guess;
        for (int i = 0; i < SCAN; i++) {
            if (row == rows || known.get(row) > ns) {
                return row;
            }
            row++;
        }
        return knownBy(ns);
    }

    long bytes() {
        return 4L * starts.limit();
    }

    void write(ColumnSink sink) {
        sink.number(baseNs);
        sink.number(shift);
        sink.ints(starts);
    }

    static TimeIndex read(ColumnSource source, LongBuffer known) {
        long baseNs = source.number();
        int shift = (int) source.number();
        return new TimeIndex(known, baseNs, shift, source.ints());
    }
}
