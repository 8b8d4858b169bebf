package io.tapelake.index.column;

import java.util.BitSet;

/** Whole numbers from 0 up in the narrowest array that holds them. Immutable. */
public final class Codes {

    private static final int BYTE_MASK = 0xff;
    private static final int SHORT_MASK = 0xffff;
    private static final long INT_MASK = 0xffffffffL;

    private final int size;
    private final byte[] bytes;
    private final short[] shorts;
    private final int[] ints;
    private final long[] longs;

    private Codes(int size, byte[] bytes, short[] shorts, int[] ints, long[] longs) {
        this.size = size;
        this.bytes = bytes;
        this.shorts = shorts;
        this.ints = ints;
        this.longs = longs;
    }

    /** The first {@code size} of these, none below 0. If all are 0 nothing is held. */
    public static Codes pack(long[] codes, int size) {
        long used = 0;
        for (int i = 0; i < size; i++) {
            used |= codes[i];
        }
        if (used == 0) {
            return new Codes(size, null, null, null, null);
        } else if (used <= BYTE_MASK) {
            byte[] narrow = new byte[size];
            for (int i = 0; i < size; i++) {
                narrow[i] = (byte) codes[i];
            }
            return new Codes(size, narrow, null, null, null);
        } else if (used <= SHORT_MASK) {
            short[] narrow = new short[size];
            for (int i = 0; i < size; i++) {
                narrow[i] = (short) codes[i];
            }
            return new Codes(size, null, narrow, null, null);
        } else if (used > 0 && used <= INT_MASK) {
            int[] narrow = new int[size];
            for (int i = 0; i < size; i++) {
                narrow[i] = (int) codes[i];
            }
            return new Codes(size, null, null, narrow, null);
        }
        return new Codes(size, null, null, null, java.util.Arrays.copyOf(codes, size));
    }

    /** How many there are. */
    public int size() {
        return size;
    }

    /** The one at a place. */
    public long at(int place) {
        if (shorts != null) {
            return shorts[place] & SHORT_MASK;
        } else if (bytes != null) {
            return bytes[place] & BYTE_MASK;
        } else if (ints != null) {
            return ints[place] & INT_MASK;
        }
        return longs == null ? 0 : longs[place];
    }

    /** Heap that the array takes. */
    public long heapBytes() {
        if (bytes != null) {
            return size;
        }
        return (shorts != null ? Short.BYTES : ints != null ? Integer.BYTES : longs != null ? Long.BYTES : 0)
                * (long) size;
    }

    /** Takes out of a set of places those whose code is not from {@code low} to {@code high}, both inclusive. */
    void retain(BitSet places, long low, long high) {
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            long code = at(i);
            if (code < low || code > high) {
                places.clear(i);
            }
        }
    }

    /** The places from {@code from} to {@code to}, exclusive, whose code is from {@code low} to {@code high}, both inclusive. */
    BitSet matching(int from, int to, long low, long high) {
        long[] words = new long[(to + Long.SIZE - 1) / Long.SIZE];
        if (bytes != null) {
            for (int i = from; i < to; i++) {
                int code = bytes[i] & BYTE_MASK;
                words[i >> 6] |= code >= low && code <= high ? 1L << i : 0;
            }
        } else if (shorts != null) {
            for (int i = from; i < to; i++) {
                int code = shorts[i] & SHORT_MASK;
                words[i >> 6] |= code >= low && code <= high ? 1L << i : 0;
            }
        } else {
            for (int i = from; i < to; i++) {
                long code = at(i);
                words[i >> 6] |= code >= low && code <= high ? 1L << i : 0;
            }
        }
        return BitSet.valueOf(words);
    }

    /** Takes out of a set of places those whose code is not allowed. */
    void retain(BitSet places, boolean[] allowed) {
        for (int i = places.nextSetBit(0); i >= 0; i = places.nextSetBit(i + 1)) {
            if (!allowed[(int) at(i)]) {
                places.clear(i);
            }
        }
    }
}
