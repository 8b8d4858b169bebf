package io.tapelake.jobs.ingest;

import io.tapelake.config.NightlyConfig;
import io.tapelake.jobs.ingest.IngestReport.VendorDay;
import io.tapelake.model.SessionCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Finds input that should be there: the market was open, the deadline is past, and the lake has no record of the day. Pure;
 * immutable and thread-safe.
 */
public final class ExpectedInput {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /**
     * What every trading day has to bring.
     *
     * @param dataset the dataset, such as {@code EQUS.MINI}
     * @param schema the schema, such as {@code ohlcv-1m}; {@code *} for any
     */
    public record Expectation(String dataset, String schema) implements Comparable<Expectation> {
        @Override
        public int compareTo(Expectation other) {
            return Comparator.comparing(Expectation::dataset)
                    .thenComparing(Expectation::schema)
                    .compare(this, other);
        }
    }

    /**
     * Input that is not there.
     *
     * @param date trade date on which the market was open
     * @param expected what was expected of it
     * @param why what is known of the reason
     */
    public record Missing(LocalDate date, Expectation expected, String why) {
        /** One line for a report. */
        @Override
        public String toString() {
            return "missing: " + expected.dataset() + " " + expected.schema() + " of " + date + ", " + why;
        }
    }

    private final SessionCalendar calendar;
    private final List<Expectation> expectations;
    private final LocalTime deadline;
    private final int lookBackDays;

    private ExpectedInput(
            SessionCalendar calendar, List<Expectation> expectations, LocalTime deadline, int lookBackDays) {
        this.calendar = calendar;
        this.expectations = expectations;
        this.deadline = deadline;
        this.lookBackDays = lookBackDays;
    }

    /** What the configuration expects. */
    public static ExpectedInput of(NightlyConfig config, SessionCalendar calendar) {
        List<Expectation> expectations = config.expected().stream()
                .map(text ->
                        new Expectation(text.substring(0, text.indexOf('/')), text.substring(text.indexOf('/') + 1)))
                .toList();
        return new ExpectedInput(calendar, expectations, LocalTime.parse(config.deadline()), config.lookBackDays());
    }

    /**
     * Everything that is missing, by date.
     *
     * <p>An expectation begins with the first date that the lake has of it; if the lake has none, only the last due date is
     * missing. A day of which the vendor itself says that it is missing is, whether it was expected or not, unless the lake
     * has records of it.
     *
     * @param delivered what the lake has
     * @param vendor what the vendor says of days
     * @param now the deadline of a date is past if it is not after this
     */
    public List<Missing> missing(DeliveredDates delivered, Collection<VendorDay> vendor, Instant now) {
        NavigableSet<LocalDate> due = due(now);
        List<Missing> missing = new ArrayList<>();
        for (Expectation expected : expectations) {
            NavigableSet<LocalDate> there = delivered.dates().getOrDefault(expected, new TreeSet<>());
            for (LocalDate date : begun(due, there)) {
                if (!there.contains(date)) {
                    missing.add(new Missing(date, expected, why(expected.dataset(), date, vendor)));
                }
            }
        }
        for (VendorDay day : vendor) {
            if (day.condition() == VendorCondition.MISSING
                    && due.contains(day.date())
                    && !delivered.hasAny(day.dataset(), day.date())
                    && missing.stream().noneMatch(m -> isOf(m, day))) {
                missing.add(new Missing(
                        day.date(), new Expectation(day.dataset(), "*"), why(day.dataset(), day.date(), vendor)));
            }
        }
        missing.sort(Comparator.comparing(Missing::date).thenComparing(Missing::expected));
        return missing;
    }

    private static boolean isOf(Missing missing, VendorDay day) {
        return missing.date().equals(day.date()) && missing.expected().dataset().equals(day.dataset());
    }

    /** The last trading days whose deadline is past. */
    private NavigableSet<LocalDate> due(Instant now) {
        NavigableSet<LocalDate> due = new TreeSet<>();
        LocalDate date = now.atZone(NEW_YORK).toLocalDate();
        for (; due.size() < lookBackDays && calendar.covers(date); date = date.minusDays(1)) {
            Instant until = date.plusDays(1).atTime(deadline).atZone(NEW_YORK).toInstant();
            if (!until.isAfter(now) && calendar.isTradingDay(date)) {
                due.add(date);
            }
        }
        return due;
    }

    private static NavigableSet<LocalDate> begun(NavigableSet<LocalDate> due, NavigableSet<LocalDate> there) {
        if (due.isEmpty()) {
            return due;
        }
        return due.tailSet(there.isEmpty() ? due.last() : there.first(), true);
    }

    private static String why(String dataset, LocalDate date, Collection<VendorDay> vendor) {
        Optional<VendorDay> said = vendor.stream()
                .filter(day -> day.dataset().equals(dataset) && day.date().equals(date))
                .findFirst();
        return said.map(day -> "which the vendor calls " + day.condition().text())
                .orElse("no file with records of it was taken");
    }
}
