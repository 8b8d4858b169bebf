package io.tapelake.simulator.day;

import io.tapelake.model.DaySessions;
import java.time.LocalDate;

/**
 * An earlier day of the security, on the split basis of the day that looks back at it.
 *
 * @param tradeDate its date
 * @param symbol what the security was called then
 * @param sessions its sessions
 * @param bars its clean minutes
 */
public record PriorDay(LocalDate tradeDate, String symbol, DaySessions sessions, MinuteBars bars) {
    private static final long TWO_HOURS_NS = 7_200_000_000_000L;

    /** The first minute of the last two hours of its regular session. */
    public int lastHoursFrom() {
        return bars.minuteAt(Math.max(sessions.openNs(), sessions.closeNs() - TWO_HOURS_NS));
    }

    /** Whether a minute lies in the last two hours of the regular session. */
    public boolean isLastHours(int minute) {
        return minute >= lastHoursFrom() && bars.startNs(minute) < sessions.closeNs();
    }
}
