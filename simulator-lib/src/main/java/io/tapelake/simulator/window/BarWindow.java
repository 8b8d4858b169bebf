package io.tapelake.simulator.window;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Prices;
import io.tapelake.simulator.day.MinuteBars;
import io.tapelake.simulator.day.PriorDay;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.market.MarketView;

/**
 * The last bars that are over at an instant, each of some minutes, oldest first. Bars are counted from the start of their
 * session and cut at its end, so that none lies in two sessions. A bar without a trade is there and says so. Slots that the
 * reach does not fill are empty and come first.
 *
 * <p>The bar that is forming is no slot: {@link #forming} shows it. For one thread; allocates nothing after it is made. Prices
 * are price nanos, {@link Prices#UNDEF} where there is none.
 */
public final class BarWindow {
    /** Values that {@link #fill} writes of each slot: open, high, low, close in USD, shares, and 1 or 0 for "there". */
    public static final int FIELDS = 6;

    private static final int NONE = -1;
    private static final int TODAY = 0;

    private final SimulatorDay day;
    private final int minutes;
    private final Reach reach;
    private final int[] source;
    private final int[] from;
    private final int[] to;
    private final FormingBar forming;
    private int filled;

    private BarWindow(SimulatorDay day, int minutes, int count, Reach reach) {
        if (minutes < 1 || count < 1) {
            throw new IllegalArgumentException(
                    "a window of " + count + " bars of " + minutes + " minutes; both must be at least 1");
        }
        this.day = day;
        this.minutes = minutes;
        this.reach = reach;
        this.source = new int[count];
        this.from = new int[count];
        this.to = new int[count];
        this.forming = new FormingBar(day);
    }

    /** A window of {@code count} bars of so many minutes. */
    public static BarWindow of(SimulatorDay day, int minutes, int count, Reach reach) {
        return new BarWindow(day, minutes, count, reach);
    }

    /** Places the window at what a view of the same day knows. */
    public BarWindow at(MarketView view) {
        filled = 0;
        DaySessions sessions = day.sessions();
        MinuteBars bars = day.minutes();
        int over = view.lastMinute() + 1;
        int open = bars.minuteAt(sessions.openNs());
        int close = bars.minuteAt(sessions.closeNs());
        int running =
                view.nowNs() < sessions.preOpenNs() ? NONE : Math.min(bars.minuteAt(view.nowNs()), bars.size() - 1);
        boolean afterClose = over > close || running >= close;
        if (afterClose) {
            takeBack(TODAY, close, bars.size(), over);
        } else {
            if (over > open || running >= open) {
                takeBack(TODAY, open, close, over);
            }
            if (!(reach == Reach.SESSION && running >= open)) {
                takeBack(TODAY, 0, open, over);
                takePriorDays();
            }
        }
        int sessionStart = afterClose ? close : running >= open ? open : 0;
        forming.place(view, sessionStart + Math.max(0, over - sessionStart) / minutes * minutes, over);
        return this;
    }

    private void takePriorDays() {
        for (int i = 0; reach == Reach.PRIOR_DAYS && i < day.priorDays().size(); i++) {
            PriorDay prior = day.priorDays().get(i);
            int open = prior.bars().minuteAt(prior.sessions().openNs());
            int close = prior.bars().minuteAt(prior.sessions().closeNs());
            takeBack(i + 1, open, close, close);
        }
    }

    /** Takes the bars of a session that are over, newest first. */
    private void takeBack(int of, int start, int end, int over) {
        int last = Math.min(over, end);
        int complete = last == end && end > start
                ? (end - start + minutes - 1) / minutes
                : Math.max(0, last - start) / minutes;
        for (int bar = complete - 1; bar >= 0 && filled < source.length; bar--) {
            int slot = source.length - 1 - filled++;
            source[slot] = of;
            from[slot] = start + bar * minutes;
            to[slot] = Math.min(end, start + (bar + 1) * minutes);
        }
    }

    /** How many slots there are. */
    public int size() {
        return source.length;
    }

    /** Whether a slot holds a bar. */
    public boolean isFilled(int slot) {
        return slot >= source.length - filled;
    }

    private MinuteBars bars(int slot) {
        if (!isFilled(slot)) {
            throw new IndexOutOfBoundsException("slot " + slot + " is empty; slots " + (source.length - filled) + " to "
                    + (source.length - 1) + " are filled");
        }
        return source[slot] == TODAY
                ? day.minutes()
                : day.priorDays().get(source[slot] - 1).bars();
    }

    /** When the bar began, nanoseconds UTC. */
    public long startNs(int slot) {
        return bars(slot).startNs(from[slot]);
    }

    /** When it was over, nanoseconds UTC. */
    public long endNs(int slot) {
        return bars(slot).startNs(to[slot]);
    }

    /** Whether it is of an earlier day. */
    public boolean isPriorDay(int slot) {
        return isFilled(slot) && source[slot] != TODAY;
    }

    /** Whether it lies in the last two hours of the regular session of an earlier day. */
    public boolean isPriorLastHours(int slot) {
        return isPriorDay(slot) && day.priorDays().get(source[slot] - 1).isLastHours(from[slot]);
    }

    /** Whether anything traded in it. */
    public boolean traded(int slot) {
        return openNanos(slot) != Prices.UNDEF;
    }

    /** First clean price. */
    public long openNanos(int slot) {
        return MinuteSpan.open(bars(slot), from[slot], to[slot]);
    }

    /** Highest clean price. */
    public long highNanos(int slot) {
        return MinuteSpan.high(bars(slot), from[slot], to[slot]);
    }

    /** Lowest clean price. */
    public long lowNanos(int slot) {
        return MinuteSpan.low(bars(slot), from[slot], to[slot]);
    }

    /** Last clean price up to its end, that of an earlier bar when nothing traded in it. */
    public long closeNanos(int slot) {
        return bars(slot).closeNanos(to[slot] - 1);
    }

    /** Shares. */
    public long volume(int slot) {
        return MinuteSpan.volume(bars(slot), from[slot], to[slot]);
    }

    /** The bar that is forming. The object is the window's own and moves with it. */
    public FormingBar forming() {
        return forming;
    }

    /**
     * Writes every slot, {@link #FIELDS} values each; a bar without a trade has the close before it for all four prices, what is
     * not known is 0.
     */
    public void fill(float[] buffer, int offset) {
        for (int slot = 0; slot < size(); slot++) {
            int at = offset + slot * FIELDS;
            for (int i = 0; i < FIELDS; i++) {
                buffer[at + i] = isFilled(slot) ? (float) value(slot, i) : 0f;
            }
        }
    }

    /** The same in doubles. */
    public void fill(double[] buffer, int offset) {
        for (int slot = 0; slot < size(); slot++) {
            int at = offset + slot * FIELDS;
            for (int i = 0; i < FIELDS; i++) {
                buffer[at + i] = isFilled(slot) ? value(slot, i) : 0;
            }
        }
    }

    private double value(int slot, int field) {
        boolean traded = traded(slot);
        return switch (field) {
            case 0 -> usd(traded ? openNanos(slot) : closeNanos(slot));
            case 1 -> usd(traded ? highNanos(slot) : closeNanos(slot));
            case 2 -> usd(traded ? lowNanos(slot) : closeNanos(slot));
            case 3 -> usd(closeNanos(slot));
            case 4 -> volume(slot);
            default -> 1;
        };
    }

    private static double usd(long nanos) {
        return nanos == Prices.UNDEF ? 0 : Prices.toDouble(nanos);
    }
}
