package io.tapelake.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The civil calendar of America/New_York for nanosecond instants, fast enough to be asked once per record.
 *
 * <p>Instants from 1970 to 2100 are answered from a table with one lookup; others by {@code java.time}. Results equal
 * {@code java.time}'s for every {@code long}. Thread-safe.
 */
public final class NewYork {
    /** The zone. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long NS_PER_HOUR = 3_600 * NS_PER_SECOND;
    private static final long NS_PER_DAY = 24 * NS_PER_HOUR;

    /**
     * UTC hour at which New York's day begins, by epoch day. One value per day is enough because the clock is changed
     * at 06:00 or 07:00 UTC, after midnight in New York.
     */
    private static final byte[] MIDNIGHT_UTC_HOUR = midnights();

    private NewYork() {}

    /**
     * The New York calendar date of an instant, as epoch day ({@link LocalDate#toEpochDay()}). This is the trade date
     * of a record with that index timestamp.
     */
    public static int tradeDate(long epochNs) {
        long utcDay = Math.floorDiv(epochNs, NS_PER_DAY);
        if (utcDay < 0 || utcDay >= MIDNIGHT_UTC_HOUR.length) {
            return (int) at(epochNs).toLocalDate().toEpochDay();
        }
        long sinceUtcMidnight = epochNs - utcDay * NS_PER_DAY;
        return (int) (sinceUtcMidnight >= MIDNIGHT_UTC_HOUR[(int) utcDay] * NS_PER_HOUR ? utcDay : utcDay - 1);
    }

    /** The New York calendar date of an instant. */
    public static LocalDate tradeDateOf(long epochNs) {
        return LocalDate.ofEpochDay(tradeDate(epochNs));
    }

    /** The first instant of a New York calendar date, given as epoch day. */
    public static long startOfDayNs(int epochDay) {
        if (epochDay < 0 || epochDay >= MIDNIGHT_UTC_HOUR.length) {
            return epochNs(LocalDate.ofEpochDay(epochDay).atStartOfDay(ZONE));
        }
        return epochDay * NS_PER_DAY + MIDNIGHT_UTC_HOUR[epochDay] * NS_PER_HOUR;
    }

    /** The first instant of a New York calendar date. */
    public static long startOfDayNs(LocalDate date) {
        return startOfDayNs(Math.toIntExact(date.toEpochDay()));
    }

    /** The instant of a New York wall-clock time; a time skipped by a clock change moves forward by the gap. */
    public static long toEpochNs(LocalDate date, LocalTime time) {
        return epochNs(date.atTime(time).atZone(ZONE));
    }

    /** The instant as New York date and time, for messages and files; not for hot loops. */
    public static ZonedDateTime at(long epochNs) {
        return Instant.ofEpochSecond(Math.floorDiv(epochNs, NS_PER_SECOND), Math.floorMod(epochNs, NS_PER_SECOND))
                .atZone(ZONE);
    }

    private static long epochNs(ZonedDateTime time) {
        // Multiply last: near the ends of the range the seconds alone, times 1e9, would overflow.
        long seconds = time.toEpochSecond();
        return seconds < 0
                ? Math.addExact(Math.multiplyExact(seconds + 1, NS_PER_SECOND), (long) time.getNano() - NS_PER_SECOND)
                : Math.addExact(Math.multiplyExact(seconds, NS_PER_SECOND), time.getNano());
    }

    private static byte[] midnights() {
        int days = (int) LocalDate.of(2101, 1, 1).toEpochDay();
        byte[] hours = new byte[days];
        for (int day = 0; day < days; day++) {
            ZonedDateTime midnight = LocalDate.ofEpochDay(day).atStartOfDay(ZONE);
            hours[day] = (byte) (-midnight.getOffset().getTotalSeconds() / 3_600);
        }
        return hours;
    }
}
