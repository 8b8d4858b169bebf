package io.tapelake.spark.dbn;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * New York calendar dates of UNIX nanoseconds, as days since 1970-01-01. Not thread-safe: an instance remembers the
 * span of the offset it used last, so that a date costs an addition and a division until the clocks change.
 */
final class TradeDates {
    static final long NS_PER_SECOND = 1_000_000_000L;
    static final long NS_PER_DAY = 86_400L * NS_PER_SECOND;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final ZoneRules RULES = NEW_YORK.getRules();

    private long spanFirstNs = 1;
    private long spanLastNs;
    private long offsetNs;

    /** The New York date of a defined time ({@code ns >= 0}). */
    int epochDay(long ns) {
        if (ns < spanFirstNs || ns > spanLastNs) {
            moveTo(ns);
        }
        return (int) Math.floorDiv(ns + offsetNs, NS_PER_DAY);
    }

    private void moveTo(long ns) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(ns, NS_PER_SECOND), Math.floorMod(ns, NS_PER_SECOND));
        offsetNs = RULES.getOffset(instant).getTotalSeconds() * NS_PER_SECOND;
        ZoneOffsetTransition next = RULES.nextTransition(instant);
        // previousTransition is strictly before its argument: one nanosecond later includes a change at this instant.
        ZoneOffsetTransition last = RULES.previousTransition(instant.plusNanos(1));
        spanFirstNs = last == null ? 0 : saturatedNs(last.toEpochSecond());
        spanLastNs = next == null ? Long.MAX_VALUE : saturatedNs(next.toEpochSecond()) - 1;
    }

    /** The first nanosecond of a New York date; the nearest representable one for dates outside 1677 to 2262. */
    static long startNs(long epochDay) {
        long day = Math.max(-4_000_000, Math.min(4_000_000, epochDay));
        return saturatedNs(
                LocalDate.ofEpochDay(day).atStartOfDay(NEW_YORK).toInstant().getEpochSecond());
    }

    /** Seconds as nanoseconds, held at the ends of the range of a long. */
    static long saturatedNs(long seconds) {
        return saturatedMultiply(seconds, NS_PER_SECOND);
    }

    static long saturatedMultiply(long value, long by) {
        if (value > Long.MAX_VALUE / by) {
            return Long.MAX_VALUE;
        }
        return value < Long.MIN_VALUE / by ? Long.MIN_VALUE : value * by;
    }
}
