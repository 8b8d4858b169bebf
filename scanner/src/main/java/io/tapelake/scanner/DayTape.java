package io.tapelake.scanner;

import io.tapelake.model.NewYork;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The minutes of a day for the eyes of an episode: each is made of the best schema that has had a row by its end. Which schema
 * is the best of the whole day is known only when the day is over, and what is decided at nine must not depend on a schema that
 * begins at half past nine.
 */
final class DayTape {
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    /**
     * A part of a day and the schema it is made of.
     *
     * @param schema the schema
     * @param sinceMinute its first minute, counted from midnight in New York; the smallest number for the first part
     * @param untilMinute the first minute that is not in it; the largest number for the last part
     */
    record Part(SourceSchema schema, int sinceMinute, int untilMinute) {}

    private DayTape() {}

    /**
     * Cuts a day into parts, in order of time.
     *
     * @param order schemas, best first
     * @param firstNs index timestamp of the first row of a schema; {@link DayStats#ABSENT} when it has none
     */
    static List<Part> parts(LocalDate date, List<SourceSchema> order, ToLongFunction<SourceSchema> firstNs) {
        List<Part> parts = new ArrayList<>();
        int until = Integer.MAX_VALUE;
        for (SourceSchema schema : order) {
            long ns = firstNs.applyAsLong(schema);
            if (ns == DayStats.ABSENT || !schema.resolvesSessions()) {
                continue;
            }
            int since = minute(date, ns);
            if (since < until) {
                parts.add(0, new Part(schema, since, until));
                until = since;
            }
        }
        if (!parts.isEmpty()) {
            Part first = parts.remove(0);
            parts.add(0, new Part(first.schema(), Integer.MIN_VALUE, first.untilMinute()));
        }
        return parts;
    }

    private static int minute(LocalDate date, long ns) {
        return (int) Math.floorDiv(ns - NewYork.startOfDayNs(date), NS_PER_MINUTE);
    }

    /** The start of a minute of a date, nanoseconds UTC; for the bounds of parts that are no minute, the bounds of time. */
    static long startNs(LocalDate date, int minute) {
        if (minute == Integer.MIN_VALUE) {
            return Long.MIN_VALUE;
        }
        return minute == Integer.MAX_VALUE ? Long.MAX_VALUE : NewYork.startOfDayNs(date) + minute * NS_PER_MINUTE;
    }
}
