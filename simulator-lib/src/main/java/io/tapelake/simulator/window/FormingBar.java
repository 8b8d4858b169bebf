package io.tapelake.simulator.window;

import io.tapelake.model.Prices;
import io.tapelake.simulator.day.MinuteBars;
import io.tapelake.simulator.day.PrintColumns;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.market.MarketView;

/**
 * The bar that is not over yet, from what is known of it. Its values still change: it is apart from the bars of a window so
 * that nobody takes it for one. Price nanos, {@link Prices#UNDEF} while nothing traded in it. For one thread.
 */
public final class FormingBar {
    private final SimulatorDay day;
    private final PrintColumns prints;
    private long startNs;
    private long open;
    private long high;
    private long low;
    private long close;
    private long volume;

    FormingBar(SimulatorDay day) {
        this.day = day;
        this.prints = day.prints();
    }

    /**
     * Puts it together: whole minutes that are known, then the minutes since by their running values.
     *
     * @param from its first minute
     * @param over minutes that are known
     */
    void place(MarketView view, int from, int over) {
        MinuteBars bars = day.minutes();
        int row = view.printRow();
        startNs = bars.startNs(from);
        int whole = Math.max(from, over);
        open = MinuteSpan.open(bars, from, whole);
        high = MinuteSpan.high(bars, from, whole);
        low = MinuteSpan.low(bars, from, whole);
        close = open == Prices.UNDEF ? Prices.UNDEF : bars.closeNanos(whole - 1);
        volume = MinuteSpan.volume(bars, from, whole);
        int midnight = (int) ((bars.startNs(0) - day.dayStartNs()) / 60_000_000_000L);
        int last = row < 0 ? -1 : prints.minute(row) - midnight;
        for (int minute = whole; minute <= last; minute++) {
            add(lastRowOf(minute + midnight, row), minute + midnight);
        }
    }

    /** The last row up to {@code row} in a minute or before it. */
    private int lastRowOf(int minute, int row) {
        if (prints.minute(row) <= minute) {
            return row;
        }
        long endNs = day.dayStartNs() + (minute + 1) * 60_000_000_000L;
        int at = Math.min(row, prints.rowAt(endNs + day.feedDelayNs()));
        while (at >= 0 && prints.minute(at) > minute) {
            at--;
        }
        return at;
    }

    private void add(int row, int minute) {
        if (row < 0 || prints.minute(row) != minute) {
            return;
        }
        int before = lastRowOf(minute - 1, row);
        volume += prints.volume(row) - prints.volume(before);
        if (prints.minuteHighNanos(row) == Prices.UNDEF) {
            return;
        }
        open = open == Prices.UNDEF ? prints.minuteOpenNanos(row) : open;
        high = high == Prices.UNDEF ? prints.minuteHighNanos(row) : Math.max(high, prints.minuteHighNanos(row));
        low = Math.min(low, prints.minuteLowNanos(row));
        close = prints.cleanPriceNanos(row);
    }

    /** When it began, nanoseconds UTC. */
    public long startNs() {
        return startNs;
    }

    /** First clean price so far. */
    public long openNanos() {
        return open;
    }

    /** Highest clean price so far. */
    public long highNanos() {
        return high;
    }

    /** Lowest clean price so far. */
    public long lowNanos() {
        return low;
    }

    /** Last clean price so far. */
    public long closeNanos() {
        return close;
    }

    /** Shares so far. */
    public long volume() {
        return volume;
    }
}
