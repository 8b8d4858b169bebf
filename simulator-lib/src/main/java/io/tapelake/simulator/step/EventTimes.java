package io.tapelake.simulator.step;

import io.tapelake.simulator.day.PrintColumns;
import io.tapelake.simulator.day.QuoteColumns;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.day.StatusColumns;

/**
 * When something becomes known on a day: a print, a quote, a change of status. The nearest event before and after an instant
 * takes constant expected time, by the time index of each column, but for the handful of status rows, which are searched.
 *
 * <p>The next event lies in the future: it is for stepping and execution, never for an observation. Keeps its place, for one
 * thread; answers do not depend on it. Times are nanoseconds UTC.
 */
public final class EventTimes {
    /** No event. */
    public static final long NONE = Long.MAX_VALUE;

    private final PrintColumns prints;
    private final QuoteColumns quotes;
    private final StatusColumns status;
    private long placeNs = Long.MIN_VALUE;
    private int print = -1;
    private int quote = -1;
    private int statusRow = -1;

    private EventTimes(SimulatorDay day) {
        prints = day.prints();
        quotes = day.quotes();
        status = day.status();
    }

    /** The events of a day. */
    public static EventTimes of(SimulatorDay day) {
        return new EventTimes(day);
    }

    private void place(long ns) {
        if (ns >= placeNs) {
            print = prints.rowAt(ns, print);
            quote = quotes.rowAt(ns, quote);
            while (statusRow + 1 < status.size() && status.knownNs(statusRow + 1) <= ns) {
                statusRow++;
            }
        } else {
            print = prints.rowAt(ns);
            quote = quotes.rowAt(ns);
            statusRow = status.rowAt(ns);
        }
        placeNs = ns;
    }

    /** The last event at or before an instant; {@code Long.MIN_VALUE} when there is none. */
    public long atOrBefore(long ns) {
        place(ns);
        long last = Long.MIN_VALUE;
        last = print < 0 ? last : prints.knownNs(print);
        last = quote < 0 ? last : Math.max(last, quotes.knownNs(quote));
        return statusRow < 0 ? last : Math.max(last, status.knownNs(statusRow));
    }

    /** The first event after an instant; {@link #NONE} when there is none. */
    public long after(long ns) {
        place(ns);
        long next = print + 1 < prints.size() ? prints.knownNs(print + 1) : NONE;
        next = quote + 1 < quotes.size() ? Math.min(next, quotes.knownNs(quote + 1)) : next;
        return statusRow + 1 < status.size() ? Math.min(next, status.knownNs(statusRow + 1)) : next;
    }
}
