package io.tapelake.index.column;

import io.tapelake.lake.LakeType;
import java.util.Arrays;

/**
 * Numbers of one column. A code is either the place in a sorted list of the values that occur, or steps above the smallest
 * one, plus one.
 */
public final class NumberChunk implements Chunk {

    private static final int MOST_LISTED = 0xffff;
    private static final int OVERHEAD_BYTES = 64;

    private final LakeType type;
    private final Codes codes;
    private final long smallest;
    private final long step;
    private final long[] listed;

    private NumberChunk(LakeType type, Codes codes, long smallest, long step, long[] listed) {
        this.type = type;
        this.codes = codes;
        this.smallest = smallest;
        this.step = step;
        this.listed = listed;
    }

    /** Takes ranks by row; a null has its place in {@code nulls} set. The arrays may be longer, and are not kept. */
    static NumberChunk of(LakeType type, long[] ranks, boolean[] nulls, int size) {
        long[] sorted = new long[size];
        int known = 0;
        for (int i = 0; i < size; i++) {
            if (!nulls[i]) {
                sorted[known++] = ranks[i];
            }
        }
        Arrays.sort(sorted, 0, known);
        long step = 0;
        int distinct = known == 0 ? 0 : 1;
        for (int i = 1; i < known; i++) {
            if (sorted[i] != sorted[i - 1]) {
                distinct++;
                step = divisor(step, sorted[i] - sorted[i - 1]);
            }
        }
        long smallest = known == 0 ? 0 : sorted[0];
        // A difference that does not fit shows as a negative one.
        long span = known == 0 || step == 0 ? 0 : (sorted[known - 1] - smallest) / step;
        boolean tooWide = known > 0 && (sorted[known - 1] - smallest < 0 || step < 0 || span == Long.MAX_VALUE);
        boolean shorter = distinct <= MOST_LISTED && bytes(distinct) * size + 8L * distinct < bytes(span + 1) * size;
        if (tooWide || shorter) {
            return listed(type, ranks, nulls, size, sorted, known, distinct);
        }
        long[] codes = new long[size];
        for (int i = 0; i < size; i++) {
            codes[i] = nulls[i] ? 0 : step == 0 ? 1 : (ranks[i] - smallest) / step + 1;
        }
        return new NumberChunk(type, Codes.pack(codes, size), smallest, Math.max(step, 1), null);
    }

    private static NumberChunk listed(
            LakeType type, long[] ranks, boolean[] nulls, int size, long[] sorted, int known, int distinct) {
        long[] values = new long[distinct];
        int at = 0;
        for (int i = 0; i < known; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                values[at++] = sorted[i];
            }
        }
        long[] codes = new long[size];
        for (int i = 0; i < size; i++) {
            codes[i] = nulls[i] ? 0 : Arrays.binarySearch(values, ranks[i]) + 1L;
        }
        return new NumberChunk(type, Codes.pack(codes, size), 0, 1, values);
    }

    @Override
    public Codes codes() {
        return codes;
    }

    /** The rank of a row that has a value. */
    public long rankAt(int row) {
        return rankOf(codes.at(row));
    }

    /** The rank that a code stands for. */
    public long rankOf(long code) {
        return listed != null ? listed[(int) code - 1] : smallest + (code - 1) * step;
    }

    /** The value of a row as a double; NaN for null. */
    public double doubleAt(int row) {
        long code = codes.at(row);
        return code == 0 ? Double.NaN : NumberForm.toDouble(type, rankOf(code));
    }

    /** The values of rows as doubles, NaN for null, into an array from a place on. */
    public void doubles(int[] rows, double[] into, int at) {
        double[] byCode = null;
        if (listed != null && rows.length > listed.length) {
            byCode = new double[listed.length + 1];
            byCode[0] = Double.NaN;
            for (int i = 0; i < listed.length; i++) {
                byCode[i + 1] = NumberForm.toDouble(type, listed[i]);
            }
        }
        for (int i = 0; i < rows.length; i++) {
            into[at + i] = byCode == null ? doubleAt(rows[i]) : byCode[(int) codes.at(rows[i])];
        }
    }

    /** The value of a row, quickly: a float as it is and not as its shortest decimal. NaN for null. */
    public double roughlyAt(int row) {
        long code = codes.at(row);
        return code == 0 ? Double.NaN : NumberForm.roughly(type, rankOf(code));
    }

    @Override
    public Object valueAt(int row) {
        long code = codes.at(row);
        return code == 0 ? null : NumberForm.toObject(type, rankOf(code));
    }

    /** The smallest code whose rank is not below one; may be above every code there is. Never 0. */
    public long codeNotBelow(long rank) {
        if (listed != null) {
            int at = Arrays.binarySearch(listed, rank);
            return (at >= 0 ? at : -at - 1) + 1L;
        }
        if (rank <= smallest) {
            return 1;
        }
        long above = rank - smallest;
        // What does not fit lies above everything.
        return above < 0 ? Long.MAX_VALUE : above / step + (above % step == 0 ? 1 : 2);
    }

    /** The largest code whose rank is not above one; 0 if there is none. */
    public long codeNotAbove(long rank) {
        if (listed != null) {
            int at = Arrays.binarySearch(listed, rank);
            return at >= 0 ? at + 1L : -at - 1;
        }
        if (rank < smallest) {
            return 0;
        }
        long above = rank - smallest;
        return above < 0 ? Long.MAX_VALUE : above / step + 1;
    }

    @Override
    public long heapBytes() {
        return OVERHEAD_BYTES + codes.heapBytes() + (listed == null ? 0 : 8L * listed.length);
    }

    private static long bytes(long largest) {
        return largest < 0 ? 8 : largest <= 0xff ? 1 : largest <= 0xffff ? 2 : largest <= 0xffffffffL ? 4 : 8;
    }

    private static long divisor(long a, long b) {
        long x = a;
        long y = b;
        while (y != 0) {
            long rest = x % y;
            x = y;
            y = rest;
        }
        return x;
    }
}
