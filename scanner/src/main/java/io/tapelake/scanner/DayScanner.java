package io.tapelake.scanner;

import io.tapelake.model.CorporateAction;
import io.tapelake.model.DaySessions;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.tape.MinuteTape;
import java.util.Collection;

/**
 * The door of the scanner. Per symbol-day: {@link #fold}, hand over the rows, {@link DayFold#finish()}. Then per security,
 * in date order: {@link #history} and {@link SecurityHistory#next} for each day. Immutable and thread-safe; the objects it
 * makes are for one thread each.
 */
public final class DayScanner {
    private final SessionCalendar calendar;
    private final ScanSettings settings;

    private DayScanner(SessionCalendar calendar, ScanSettings settings) {
        this.calendar = calendar;
        this.settings = settings;
    }

    /** A scanner with a calendar and settings. */
    public static DayScanner of(SessionCalendar calendar, ScanSettings settings) {
        return new DayScanner(calendar, settings);
    }

    /** The calendar. */
    public SessionCalendar calendar() {
        return calendar;
    }

    /** The settings. */
    public ScanSettings settings() {
        return settings;
    }

    /**
     * Begins the first pass over a symbol-day. On a date that the calendar does not know, or knows to be closed, rows are
     * measured all the same, but nothing about sessions is.
     */
    public DayFold fold(SymbolDay day) {
        return new DayFold(day, calendar.findSessions(day.tradeDate()).orElse(null), settings);
    }

    /**
     * The third pass: what happened within a day.
     *
     * @param day the result of the second pass
     * @param tape the day's clean minutes
     * @param kind what the day is in the index; {@code CONTROL} for an ordinary day that was drawn
     * @param inclusionProbability probability with which it came into the index; 1 unless it is a control day
     * @param coveredUntilNs the data of the day ends here, exclusive, nanoseconds UTC; {@code Long.MAX_VALUE} when complete
     * @throws IllegalArgumentException when the calendar knows no sessions for the date
     */
    public DayAnalysis analyze(
            ScannedDay day, MinuteTape tape, DayKind kind, double inclusionProbability, long coveredUntilNs) {
        DaySessions sessions = calendar.findSessions(day.stats().tradeDate())
                .orElseThrow(() -> new IllegalArgumentException("the calendar knows no trading on "
                        + day.stats().tradeDate() + ", so nothing within that day can be analysed"));
        return new DayAnalyzer(day, tape, sessions, settings).analyze(kind, inclusionProbability, coveredUntilNs);
    }

    /**
     * Begins the second pass over the days of one security.
     *
     * @param actions the security's corporate actions in any order; those without effect on prices are ignored
     */
    public SecurityHistory history(Collection<CorporateAction> actions) {
        return new SecurityHistory(Splits.of(actions), settings);
    }
}
