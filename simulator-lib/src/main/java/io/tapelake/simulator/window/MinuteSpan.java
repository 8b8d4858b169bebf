package io.tapelake.simulator.window;

import io.tapelake.model.Prices;
import io.tapelake.simulator.day.MinuteBars;

/** What some minutes in a row make together. Price nanos, {@link Prices#UNDEF} when nothing traded. */
final class MinuteSpan {
    private MinuteSpan() {}

    static long open(MinuteBars bars, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bars.traded(i)) {
                return bars.openNanos(i);
            }
        }
        return Prices.UNDEF;
    }

    static long high(MinuteBars bars, int from, int to) {
        long high = Long.MIN_VALUE;
        for (int i = from; i < to; i++) {
            if (bars.traded(i)) {
                high = Math.max(high, bars.highNanos(i));
            }
        }
        return high == Long.MIN_VALUE ? Prices.UNDEF : high;
    }

    static long low(MinuteBars bars, int from, int to) {
        long low = Prices.UNDEF;
        for (int i = from; i < to; i++) {
            if (bars.traded(i)) {
                low = Math.min(low, bars.lowNanos(i));
            }
        }
        return low;
    }

    static long volume(MinuteBars bars, int from, int to) {
        long sum = 0;
        for (int i = from; i < to; i++) {
            sum += bars.volume(i);
        }
        return sum;
    }
}
