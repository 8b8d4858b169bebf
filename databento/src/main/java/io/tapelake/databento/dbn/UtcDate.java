package io.tapelake.databento.dbn;

import java.time.LocalDate;
import java.time.YearMonth;

/** UTC days as decimal numbers YYYYMMDD, the form in which the metadata has them. Stateless and thread-safe. */
public final class UtcDate {
    static final long NANOS_PER_DAY = 86_400_000_000_000L;

    private UtcDate() {}

    /**
     * The UTC day of a timestamp.
     *
     * @param ns nanoseconds since the epoch, not negative
     * @throws IllegalArgumentException if it is negative, which includes {@link Undefined#TIMESTAMP}
     */
    public static int of(long ns) {
        if (ns < 0) {
            throw new IllegalArgumentException(
                    "the timestamp " + Long.toUnsignedString(ns) + " has no day; it is undefined or beyond 2262");
        }
        return of(LocalDate.ofEpochDay(ns / NANOS_PER_DAY));
    }

    /** A day as YYYYMMDD; years 0 to 9999. */
    public static int of(LocalDate day) {
        return day.getYear() * 10_000 + day.getMonthValue() * 100 + day.getDayOfMonth();
    }

    /**
     * The day that {@code yyyymmdd} stands for.
     *
     * @throws IllegalArgumentException if it is not a day
     */
    public static LocalDate toLocalDate(int yyyymmdd) {
        if (!isDate(yyyymmdd)) {
            throw new IllegalArgumentException(yyyymmdd + " is not a day written as YYYYMMDD");
        }
        return LocalDate.of(yyyymmdd / 10_000, yyyymmdd / 100 % 100, yyyymmdd % 100);
    }

    /** Whether the number is a day of the years 0 to 9999. */
    public static boolean isDate(int yyyymmdd) {
        if (yyyymmdd < 0 || yyyymmdd > 9999_12_31) {
            return false;
        }
        int month = yyyymmdd / 100 % 100;
        int day = yyyymmdd % 100;
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(yyyymmdd / 10_000, month).lengthOfMonth();
    }
}
