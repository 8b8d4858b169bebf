package io.tapelake.synthetic.market;

import io.tapelake.model.Prices;

/** The price grid of US equities: a cent from one dollar up, a hundredth of a cent below. All prices are price nanos. */
final class Ticks {
    private static final long CENT = Prices.NANOS_PER_UNIT / 100;
    private static final long SUB_PENNY = CENT / 100;

    private Ticks() {}

    static long at(long priceNanos) {
        return priceNanos >= Prices.NANOS_PER_UNIT ? CENT : SUB_PENNY;
    }

    /** The highest price on the grid that is not above {@code price}, at least one tick. */
    static long floor(double priceNanos) {
        long tick = at((long) priceNanos);
        return Math.max(tick, (long) Math.floor(priceNanos / tick) * tick);
    }

    /** The lowest price on the grid that is not below {@code price}. */
    static long ceil(double priceNanos) {
        long tick = at((long) Math.ceil(priceNanos));
        return Math.max(tick, (long) Math.ceil(priceNanos / tick) * tick);
    }

    /** The nearest price on the grid. */
    static long round(double priceNanos) {
        long tick = at((long) priceNanos);
        return Math.max(tick, (long) Math.floor(priceNanos / tick + 0.5) * tick);
    }

    /** The highest price on the grid that is not above {@code price}, at least one tick. */
    static long floor(long priceNanos) {
        long tick = at(priceNanos);
        return Math.max(tick, Math.floorDiv(priceNanos, tick) * tick);
    }

    /** The lowest price on the grid that is not below {@code price}, at least one tick. */
    static long ceil(long priceNanos) {
        long tick = at(priceNanos);
        return Math.max(tick, -Math.floorDiv(-priceNanos, tick) * tick);
    }
}
