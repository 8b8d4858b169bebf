package io.tapelake.simulator.day;

import io.tapelake.model.CorporateAction;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.tape.MinuteTape;
import java.util.List;

/**
 * What is known before a day begins.
 *
 * @param days measures of the earlier days of the security, in date order; the last is the previous day
 * @param splits the security's splits in any order; those with a later ex-date do not count
 * @param tapes minutes of earlier days, newest first
 * @param coveredUntilNs the data of the day itself ends here, exclusive; {@code Long.MAX_VALUE} when it is complete
 */
public record Lookback(List<DayStats> days, List<CorporateAction> splits, List<Tape> tapes, long coveredUntilNs) {

    /**
     * The minutes of an earlier day.
     *
     * @param stats its measures
     * @param minutes its clean minutes as traded then; null when its source resolves none
     */
    public record Tape(DayStats stats, MinuteTape minutes) {}

    /** Copies the lists. */
    public Lookback {
        days = List.copyOf(days);
        splits = List.copyOf(splits);
        tapes = List.copyOf(tapes);
    }

    /** Of a security without a past: the first day of a symbol. */
    public static Lookback none() {
        return new Lookback(List.of(), List.of(), List.of(), Long.MAX_VALUE);
    }
}
