package io.tapelake.jobs.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;

/**
 * Timestamps as CSV files spell them: ISO-8601 with an offset or Z; the same without, then in the zone of the files; a
 * blank for the T; seconds left out; or a number since the epoch, in seconds, milliseconds, microseconds or nanoseconds
 * by its number of digits (10, 13, 16, 19). Immutable and thread-safe.
 */
final class CsvTimes {

    static final String BAD = "bad-timestamp";

    private static final long SECOND_NS = 1_000_000_000L;
    private static final int DATE_CHARS = "2025-11-14".length();
    private static final DateTimeFormatter WITH_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HH:mm", "Z")
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter WITH_SHORT_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendOffset("+HHmm", "Z")
            .toFormatter(Locale.ROOT);

    private final ZoneId zone;

    CsvTimes(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Nanoseconds since the epoch, UTC.
     *
     * @throws CsvFault when it is no time, or one that the clocks of the zone skipped
     */
    long parse(String text) throws CsvFault {
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return ofNumber(text);
        }
        if (text.length() <= DATE_CHARS) {
            throw fault(text);
        }
        String iso = text.charAt(DATE_CHARS) == ' '
                ? text.substring(0, DATE_CHARS)
                        + 'T'
                        + text.substring(DATE_CHARS + 1).replace(" ", "")
                : text;
        try {
            return nanos(hasOffset(iso) ? withOffset(iso) : inZone(iso, text));
        } catch (DateTimeException | ArithmeticException e) {
            throw fault(text);
        }
    }

    private static boolean hasOffset(String iso) {
        return iso.endsWith("Z") || iso.indexOf('+', DATE_CHARS) > 0 || iso.indexOf('-', DATE_CHARS) > 0;
    }

    private static Instant withOffset(String iso) {
        boolean colon = iso.length() > 3 && iso.charAt(iso.length() - 3) == ':';
        return OffsetDateTime.parse(iso, colon ? WITH_OFFSET : WITH_SHORT_OFFSET)
                .toInstant();
    }

    private Instant inZone(String iso, String text) throws CsvFault {
        LocalDateTime local = LocalDateTime.parse(iso);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new CsvFault(BAD, "timestamp is '" + text + "', which the clocks of " + zone + " skipped");
        }
        return local.toInstant(offsets.get(0));
    }

    private static long ofNumber(String digits) throws CsvFault {
        long unit =
                switch (digits.length()) {
                    case 10 -> SECOND_NS;
                    case 13 -> 1_000_000L;
                    case 16 -> 1_000L;
                    case 19 -> 1L;
                    default -> throw fault(digits);
                };
        try {
            return Math.multiplyExact(Long.parseLong(digits), unit);
        } catch (NumberFormatException | ArithmeticException e) {
            throw fault(digits);
        }
    }

    private static long nanos(Instant time) throws CsvFault {
        long ns = Math.addExact(Math.multiplyExact(time.getEpochSecond(), SECOND_NS), time.getNano());
        if (ns < 0) {
            throw new CsvFault(BAD, "timestamp is " + time + "; allowed are times from 1970 to 2262");
        }
        return ns;
    }

    private static CsvFault fault(String text) {
        return new CsvFault(
                BAD,
                "timestamp is '" + text + "'; allowed are 2025-11-14T09:30:00-05:00, 2025-11-14 09:30:00 in the zone of"
                        + " ingest.csv-time-zone, and seconds, ms, us or ns since the epoch");
    }
}
