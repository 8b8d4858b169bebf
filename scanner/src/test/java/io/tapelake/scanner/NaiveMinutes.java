package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import java.util.Arrays;

/**
 * The minutes of a day one by one, for {@link NaiveEvents}. A minute of the covered time without a bar is a minute without
 * trades: its volume is 0, its prices are NaN. Slow and plain.
 */
final class NaiveMinutes {
    static final long MINUTE_NS = 60_000_000_000L;

    final long fromNs;
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    /** The last close up to and with each minute; NaN before the first. */
    final double[] lastClose;

    final double[] volume;
    final DaySessions sessions;

    /**
     * The minutes of a time that the data covers.
     *
     * @param startNs starts of bars, whole minutes, strictly ascending; bars outside the covered time are left out
     * @param coveredFromNs from here on a missing bar means that nothing traded; before it nothing is known
     * @param coveredToNs up to here (not included) the day is known
     */
    NaiveMinutes(
            long[] startNs,
            double[] open,
            double[] high,
            double[] low,
            double[] close,
            double[] volume,
            DaySessions sessions,
            long coveredFromNs,
            long coveredToNs) {
        this.fromNs = coveredFromNs;
        this.sessions = sessions;
        int n = (int) Math.max(0, (coveredToNs - coveredFromNs) / MINUTE_NS);
        this.open = unknown(n);
        this.high = unknown(n);
        this.low = unknown(n);
        this.close = unknown(n);
        this.lastClose = unknown(n);
        this.volume = new double[n];
        for (int i = 0; i < startNs.length; i++) {
            long minute = Math.floorDiv(startNs[i] - coveredFromNs, MINUTE_NS);
            if (minute >= 0 && minute < n) {
                int m = (int) minute;
                this.open[m] = open[i];
                this.high[m] = high[i];
                this.low[m] = low[i];
                this.close[m] = close[i];
                this.volume[m] = volume[i];
            }
        }
        for (int m = 0; m < n; m++) {
            lastClose[m] = hasBar(m) ? this.close[m] : m == 0 ? Double.NaN : lastClose[m - 1];
        }
    }

    private static double[] unknown(int n) {
        double[] values = new double[n];
        Arrays.fill(values, Double.NaN);
        return values;
    }

    int size() {
        return close.length;
    }

    boolean hasBar(int m) {
        return !Double.isNaN(close[m]);
    }

    long startOf(int m) {
        return fromNs + m * MINUTE_NS;
    }

    long endOf(int m) {
        return startOf(m + 1);
    }

    int minuteOf(long ns) {
        return (int) Math.floorDiv(ns - fromNs, MINUTE_NS);
    }

    boolean isRegular(int m) {
        return startOf(m) >= sessions.openNs() && startOf(m) < sessions.closeNs();
    }

    /** NaN when no minute of the range, first and last included, has a bar; so are the three below. */
    double highest(double[] values, int first, int last) {
        double highest = Double.NaN;
        for (int m = Math.max(0, first); m <= last; m++) {
            if (!Double.isNaN(values[m]) && !(values[m] <= highest)) {
                highest = values[m];
            }
        }
        return highest;
    }

    double lowest(double[] values, int first, int last) {
        double lowest = Double.NaN;
        for (int m = Math.max(0, first); m <= last; m++) {
            if (!Double.isNaN(values[m]) && !(values[m] >= lowest)) {
                lowest = values[m];
            }
        }
        return lowest;
    }

    /** The last minute of the range with the highest last close; -1 when there is none. */
    int highestCloseAt(int first, int last) {
        int at = -1;
        for (int m = Math.max(0, first); m <= last; m++) {
            if (!Double.isNaN(lastClose[m]) && (at < 0 || lastClose[m] >= lastClose[at])) {
                at = m;
            }
        }
        return at;
    }

    /** The first minute of the range with the lowest last close; -1 when there is none. */
    int lowestCloseAt(int first, int last) {
        int at = -1;
        for (int m = Math.max(0, first); m <= last; m++) {
            if (!Double.isNaN(lastClose[m]) && (at < 0 || lastClose[m] < lastClose[at])) {
                at = m;
            }
        }
        return at;
    }
}
