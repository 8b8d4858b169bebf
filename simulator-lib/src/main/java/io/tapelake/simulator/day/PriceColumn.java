package io.tapelake.simulator.day;

import io.tapelake.model.Prices;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * A column of price nanos in four bytes a row: multiples of the largest unit that divides every price of the column, which for
 * most is a cent or a hundredth of one. A column whose prices do not fit is kept in eight. Immutable and thread-safe.
 */
final class PriceColumn {
    private static final int UNDEFINED = Integer.MIN_VALUE;

    private final long unitNanos;
    private final IntBuffer units;
    private final LongBuffer nanos;

    private PriceColumn(long unitNanos, IntBuffer units, LongBuffer nanos) {
        this.unitNanos = unitNanos;
        this.units = units;
        this.nanos = nanos;
    }

    static PriceColumn of(LongRows rows) {
        return of(rows.values, rows.size);
    }

    /** The first {@code size} prices; {@link Prices#UNDEF} where there is none. */
    static PriceColumn of(long[] prices, int size) {
        long unit = 0;
        long largest = 0;
        long previous = Prices.UNDEF;
        for (int i = 0; i < size; i++) {
            long price = prices[i];
            if (price != previous && price != Prices.UNDEF) {
                previous = price;
                largest = Math.max(largest, Math.abs(price));
                if (unit == 0 || price % unit != 0) {
                    unit = commonDivisor(unit, Math.abs(price));
                }
            }
        }
        if (unit > 0 && largest / unit > Integer.MAX_VALUE) {
            return new PriceColumn(1, null, LongBuffer.wrap(java.util.Arrays.copyOf(prices, size)));
        }
        return new PriceColumn(Math.max(1, unit), IntBuffer.wrap(inUnits(prices, size, Math.max(1, unit))), null);
    }

    private static int[] inUnits(long[] prices, int size, long unit) {
        int[] units = new int[size];
        long previous = Prices.UNDEF;
        int previousUnits = UNDEFINED;
        for (int i = 0; i < size; i++) {
            if (prices[i] != previous) {
                previous = prices[i];
                previousUnits = previous == Prices.UNDEF ? UNDEFINED : (int) (previous / unit);
            }
            units[i] = previousUnits;
        }
        return units;
    }

    private static long commonDivisor(long a, long b) {
        while (b != 0) {
            long rest = a % b;
            a = b;
            b = rest;
        }
        return a;
    }

    /** The price of a row; {@link Prices#UNDEF} where there is none. */
    long at(int row) {
        if (units == null) {
            return nanos.get(row);
        }
        int count = units.get(row);
        return count == UNDEFINED ? Prices.UNDEF : count * unitNanos;
    }

    int size() {
        return units == null ? nanos.limit() : units.limit();
    }

    long bytes() {
        return units == null ? 8L * nanos.limit() : 4L * units.limit();
    }

    void write(ColumnSink sink) {
        sink.number(unitNanos);
        sink.number(units == null ? 1 : 0);
        if (units == null) {
            sink.longs(nanos);
        } else {
            sink.ints(units);
        }
    }

    static PriceColumn read(ColumnSource source) {
        long unit = source.number();
        boolean wide = source.number() == 1;
        return wide ? new PriceColumn(unit, null, source.longs()) : new PriceColumn(unit, source.ints(), null);
    }
}
