package io.tapelake.scanner.tape;

import io.tapelake.model.Halt;
import io.tapelake.model.NewYork;
import java.time.LocalDate;
import java.util.List;

/**
 * Makes one tape of what several schemas say of a day, each for a part of it, in order of time. Minutes of a tape were made
 * of nothing that comes after them, so those of the joined one were not either. Not thread-safe.
 */
public final class TapeJoin {
    private final TapeColumns columns = new TapeColumns();

    /** A join for a trade date. */
    public TapeJoin(LocalDate tradeDate) {
        columns.dayStartNs = NewYork.startOfDayNs(tradeDate);
    }

    /**
     * Adds the minutes of a part of the day.
     *
     * @param sinceMinute first minute of the day to add; {@code Integer.MIN_VALUE} for the first part
     * @param untilMinute first minute not to add; {@code Integer.MAX_VALUE} for the last part
     */
    public void addMinutes(MinuteTape tape, int sinceMinute, int untilMinute) {
        columns.addMinutes(tape.columns, sinceMinute, untilMinute);
        columns.undecidedNanos = tape.columns.undecidedNanos;
    }

    /** Adds the best bids and asks of a part of the day; as {@link #addMinutes}. To be called once for each sampler. */
    public void addQuotes(QuoteSampler quotes, int sinceMinute, int untilMinute) {
        TapeColumns sampled = new TapeColumns();
        quotes.writeTo(sampled);
        columns.addQuotes(sampled, sinceMinute, untilMinute);
    }

    /** The tape, with the day's halts; see {@link TapeBuilder#build}. To be called once, at the end. */
    public MinuteTape build(List<Halt> halts, long haltsKnownFromNs) {
        columns.halts = List.copyOf(halts);
        columns.haltsKnownFromNs = haltsKnownFromNs;
        return new MinuteTape(columns);
    }
}
