package io.tapelake.scanner;

import io.tapelake.model.Prices;

/** Open, high, low and close of the rows seen, in price nanos; undefined before the first. */
final class Ohlc {
    private long open = Prices.UNDEF;
    private long high = Prices.UNDEF;
    private long low = Prices.UNDEF;
    private long close = Prices.UNDEF;

    void row(long rowOpen, long rowHigh, long rowLow, long rowClose) {
        if (open == Prices.UNDEF) {
            open = rowOpen;
            high = rowHigh;
            low = rowLow;
        } else {
            high = Math.max(high, rowHigh);
            low = Math.min(low, rowLow);
        }
        close = rowClose;
    }

    void clear() {
        open = Prices.UNDEF;
        high = Prices.UNDEF;
        low = Prices.UNDEF;
        close = Prices.UNDEF;
    }

    boolean isDefined() {
        return open != Prices.UNDEF;
    }

    long open() {
        return open;
    }

    long high() {
        return high;
    }

    long low() {
        return low;
    }

    long close() {
        return close;
    }

    /** (high - low) / open; NaN when undefined. */
    double range() {
        return isDefined() ? (high - low) / (double) open : Double.NaN;
    }
}
