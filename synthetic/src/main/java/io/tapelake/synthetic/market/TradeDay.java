package io.tapelake.synthetic.market;

import static java.util.Objects.requireNonNull;

import io.tapelake.model.DaySessions;
import java.time.LocalDate;

/**
 * One trade date and the clock of its symbol-days, which counts seconds from the opening of the pre-market session.
 *
 * @param date the New York trade date
 * @param sessions its session bounds
 */
public record TradeDay(LocalDate date, DaySessions sessions) {
    /** Nanoseconds in a second. */
    public static final long SECOND_NS = 1_000_000_000L;

    /** Rejects nulls. */
    public TradeDay {
        requireNonNull(date, "date");
        requireNonNull(sessions, "sessions");
    }

    /** Seconds from the opening of the pre-market session to the end of the post-market session. */
    public int seconds() {
        return secondOf(sessions.postCloseNs());
    }

    /** Second of the day in which an instant lies; negative before the pre-market session. */
    public int secondOf(long epochNs) {
        return (int) Math.floorDiv(epochNs - sessions.preOpenNs(), SECOND_NS);
    }

    /** The instant at which a second of the day begins. */
    public long startOfSecondNs(int second) {
        return sessions.preOpenNs() + second * SECOND_NS;
    }

    int openSecond() {
        return secondOf(sessions.openNs());
    }

    int closeSecond() {
        return secondOf(sessions.closeNs());
    }

    int minutes() {
        return seconds() / 60;
    }

    long epochDay() {
        return date.toEpochDay();
    }
}
