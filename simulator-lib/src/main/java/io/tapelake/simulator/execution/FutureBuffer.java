package io.tapelake.simulator.execution;

import io.tapelake.simulator.day.PrintColumns;
import io.tapelake.simulator.day.QuoteColumns;
import io.tapelake.simulator.day.SimulatorDay;
import java.util.concurrent.atomic.LongAdder;

/**
 * The prints and quotes that follow an instant, up to a bound: what an order that is on its way will meet. It goes by the time
 * at which a record was received, before the feed delay that an agent waits for. Every question is counted, so that its use can
 * be watched. For one thread, but for the counter. Times are nanoseconds UTC.
 */
public final class FutureBuffer {
    /** Five minutes. */
    public static final long DEFAULT_SPAN_NS = 300_000_000_000L;

    private final SimulatorDay day;
    private final PrintColumns prints;
    private final QuoteColumns quotes;
    private final long spanNs;
    private final LongAdder uses;
    private long nowNs = Long.MIN_VALUE;

    private FutureBuffer(SimulatorDay day, long spanNs, LongAdder uses) {
        if (spanNs <= 0) {
            throw new IllegalArgumentException("spanNs is " + spanNs + "; must be above 0");
        }
        this.day = day;
        this.prints = day.prints();
        this.quotes = day.quotes();
        this.spanNs = spanNs;
        this.uses = uses;
    }

    /**
     * A buffer over a day.
     *
     * @param uses counts the questions; may be shared
     */
    public static FutureBuffer of(SimulatorDay day, long spanNs, LongAdder uses) {
        return new FutureBuffer(day, spanNs, uses);
    }

    /** Goes to an instant. */
    public void moveTo(long ns) {
        nowNs = ns;
    }

    /** The first instant that cannot be asked for. */
    public long untilNs() {
        return nowNs + spanNs;
    }

    /** How often it was asked. */
    public long uses() {
        return uses.sum();
    }

    /** The last print received by an instant; -1 for none. Bars count from their end. */
    public int printRowBy(long ns) {
        return prints.rowAt(checked(ns) + day.feedDelayNs());
    }

    /** The last quote received by an instant; -1 for none. */
    public int quoteRowBy(long ns) {
        return quotes.rowAt(checked(ns) + day.feedDelayNs());
    }

    /** The first print received after an instant; -1 when there is none within the buffer. */
    public int nextPrintRow(long ns) {
        int row = printRowBy(ns) + 1;
        return row < prints.size() && prints.knownNs(row) - day.feedDelayNs() < untilNs() ? row : -1;
    }

    /** The first quote received after an instant; -1 when there is none within the buffer. */
    public int nextQuoteRow(long ns) {
        int row = quoteRowBy(ns) + 1;
        return row < quotes.size() && quotes.knownNs(row) - day.feedDelayNs() < untilNs() ? row : -1;
    }

    private long checked(long ns) {
        uses.increment();
        if (ns >= untilNs()) {
            throw new IllegalArgumentException("instant " + ns + " is beyond the future buffer, which ends at "
                    + untilNs() + " (" + spanNs + " ns after " + nowNs + ")");
        }
        return ns;
    }
}
