package io.tapelake.jobs.ingest;

import io.tapelake.jobs.ingest.DatesInLake.Coverage;
import io.tapelake.model.DaySessions;
import io.tapelake.model.NewYork;
import io.tapelake.model.SessionCalendar;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The intervals that the files of one dataset and schema claim, and what they say of a date. A file may claim an hour in which it
 * has no record: then nothing traded, and the hour is covered.
 */
final class SeriesClaims {

    private static final SessionCalendar CALENDAR = SessionCalendar.usEquities();

    private final TradeDateRule rule;

    /** Start to end of intervals that neither overlap nor touch, ns UTC. */
    private final TreeMap<Long, Long> merged = new TreeMap<>();

    /**
     * No claim yet.
     *
     * @param rule what a date of the schema is
     */
    SeriesClaims(TradeDateRule rule) {
        this.rule = rule;
    }

    /** Adds a claim; start inclusive, end exclusive, ns UTC. */
    void add(long startNs, long endNs) {
        if (endNs <= startNs) {
            return;
        }
        long start = startNs;
        long end = endNs;
        Map.Entry<Long, Long> before = merged.floorEntry(start);
        if (before != null && before.getValue() >= start) {
            start = before.getKey();
            end = Math.max(end, before.getValue());
        }
        for (Map.Entry<Long, Long> next = merged.ceilingEntry(start);
                next != null && next.getKey() <= end;
                next = merged.higherEntry(next.getKey())) {
            end = Math.max(end, next.getValue());
        }
        merged.subMap(start, true, end, true).clear();
        merged.put(start, end);
    }

    /** True if a claim holds this instant. */
    boolean covers(long ns) {
        Map.Entry<Long, Long> claim = merged.floorEntry(ns);
        return claim != null && claim.getValue() > ns;
    }

    /** End of the last claim, ns UTC; the smallest number without one. */
    long lastEndNs() {
        return merged.isEmpty() ? Long.MIN_VALUE : merged.lastEntry().getValue();
    }

    /**
     * How far a date is covered.
     *
     * @param datasetEndNs end of the last claim of the dataset, whatever the schema
     */
    Coverage on(LocalDate date, long datasetEndNs) {
        long startOfDate = NewYork.startOfDayNs(date);
        long endOfDate = NewYork.startOfDayNs(date.plusDays(1));
        Optional<DaySessions> sessions = CALENDAR.findSessions(date);
        long end = sessions.map(DaySessions::postCloseNs).orElse(endOfDate);
        // A daily bar sums up a UTC day: if that is claimed, nothing of the date is to come.
        boolean utc = rule == TradeDateRule.UTC_DATE;
        // Who begins with the open has the day; who begins in the evening has the rest of a day that another file
        // holds.
        long from = utc ? rule.startNs(date) : sessions.map(DaySessions::openNs).orElse(startOfDate);
        long until = utc ? rule.startNs(date.plusDays(1)) : end;

        if (!covers(from)) {
            Map.Entry<Long, Long> last = merged.lowerEntry(endOfDate);
            long reached = last == null ? startOfDate : Math.max(startOfDate, Math.min(end, last.getValue()));
            return new Coverage(reached, sessions.isPresent() || reached < end ? Coverage.OPEN : Coverage.COMPLETE);
        }
        Map.Entry<Long, Long> claim = merged.floorEntry(from);
        // Not beyond: whether the next file is there already must not show in a date that is complete without it.
        boolean whole = claim.getValue() >= until;
        long covered = whole ? end : Math.min(end, claim.getValue());
        boolean wentOn = merged.higherKey(claim.getKey()) != null;
        boolean abandoned = datasetEndNs >= until + Coverage.ABANDONED_AFTER_NS;
        return new Coverage(covered, whole || wentOn || abandoned ? Coverage.COMPLETE : Coverage.OPEN);
    }
}
