package io.tapelake.synthetic.market;

/**
 * The best market around an efficient price, on the tick grid.
 *
 * @param bid best bid in price nanos
 * @param ask best ask in price nanos, at least one tick higher
 */
record Touch(long bid, long ask) {
    /** The touch around a price in price nanos; {@code spread} is its width as a share of the price. */
    static Touch around(double midNanos, double spread) {
        // Rounding outwards adds a tick on average.
        double half = Math.max(0, midNanos * spread - Ticks.at((long) midNanos)) / 2;
        long bid = Ticks.floor(midNanos - half);
        long ask = Ticks.ceil(midNanos + half);
        return new Touch(bid, ask > bid ? ask : bid + Ticks.at(bid));
    }

    /** The price of the side that an aggressor meets. */
    long side(boolean buyer) {
        return buyer ? ask : bid;
    }

    /** Half-way between bid and ask, on the grid of half ticks as midpoint orders print. */
    long middle() {
        long middle = (bid + ask) / 2;
        long half = Ticks.at(middle) / 2;
        return middle / half * half;
    }

    /** Typical distance between price levels of a book as wide as this one. */
    long levelStep() {
        long tick = Ticks.at(bid);
        return Math.max(tick, (ask - bid) / 4 / tick * tick);
    }
}
