package io.tapelake.jobs.ingest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The dates in the name of a batch file: {@code dataset-yyyymmdd[-yyyymmdd].schema...}. Only a hint: the metadata decides.
 *
 * @param first first UTC date
 * @param last last UTC date, inclusive; the first if the name has one
 */
record FileNameDates(LocalDate first, LocalDate last) {

    private static final Pattern DATES = Pattern.compile("-(\\d{8})(?:-(\\d{8}))?\\.");

    /** The dates of a name; empty if it has none, or none of the calendar. */
    static Optional<FileNameDates> of(String name) {
        Matcher matcher = DATES.matcher(name);
        if (!matcher.find()) {
            return Optional.empty();
        }
        try {
            LocalDate first = LocalDate.parse(matcher.group(1), DateTimeFormatter.BASIC_ISO_DATE);
            LocalDate last = matcher.group(2) == null
                    ? first
                    : LocalDate.parse(matcher.group(2), DateTimeFormatter.BASIC_ISO_DATE);
            return Optional.of(new FileNameDates(first, last));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /** The UTC date of an instant in nanoseconds. */
    static LocalDate utcDate(long ns) {
        return LocalDate.ofEpochDay(Math.floorDiv(ns, 86_400_000_000_000L));
    }
}
