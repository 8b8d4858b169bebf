package io.tapelake.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.config.NightlyConfig;
import io.tapelake.jobs.ingest.ExpectedInput.Expectation;
import io.tapelake.jobs.ingest.IngestReport.VendorDay;
import io.tapelake.model.SessionCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Thursday 2025-07-03 closed early, Friday 2025-07-04 was a holiday. */
class ExpectedInputTest {

    private static final Expectation BARS = new Expectation("EQUS.MINI", "ohlcv-1m");

    @Test
    void aTradingDayIsDueAtTheDeadlineOfTheNextCalendarDayInNewYork() {
        // 08:00 in New York is 12:00 UTC in summer.
        assertThat(missing(5, "2025-07-02T11:59:59Z", "2025-06-27", "2025-06-30"))
                .isEmpty();
        assertThat(missing(5, "2025-07-02T12:00:00Z", "2025-06-27", "2025-06-30"))
                .containsExactly("2025-07-01");
    }

    @Test
    void holidaysAndWeekendsAreNotMissed() {
        assertThat(missing(5, "2025-07-07T20:00:00Z", "2025-06-27", "2025-06-30", "2025-07-01", "2025-07-02"))
                .containsExactly("2025-07-03");
    }

    @Test
    void everyGapOfTheLastDaysIsNamedAndOlderOnesAreNot() {
        assertThat(missing(3, "2025-07-08T20:00:00Z", "2025-06-20", "2025-07-03"))
                .containsExactly("2025-07-02", "2025-07-07");
    }

    @Test
    void nothingIsMissedBeforeTheFirstDelivery() {
        assertThat(missing(5, "2025-07-08T20:00:00Z", "2025-07-03")).containsExactly("2025-07-07");
        assertThat(missing(5, "2025-07-08T20:00:00Z")).containsExactly("2025-07-07");
    }

    @Test
    void eachSchemaIsExpectedByItself() {
        NightlyConfig config =
                new NightlyConfig(List.of(), "", List.of("EQUS.MINI/ohlcv-1m", "EQUS.MINI/trades"), "08:00", 1);
        List<ExpectedInput.Missing> missing = ExpectedInput.of(config, SessionCalendar.usEquities())
                .missing(delivered("2025-07-01"), List.of(), Instant.parse("2025-07-02T13:00:00Z"));
        assertThat(missing)
                .extracting(ExpectedInput.Missing::toString)
                .containsExactly("missing: EQUS.MINI trades of 2025-07-01, no file with records of it was taken");
    }

    @Test
    void aDayThatTheVendorCallsMissingIsMissingOnceEvenIfNobodyExpectedIt() {
        List<VendorDay> vendor = List.of(
                new VendorDay("EQUS.MINI", LocalDate.parse("2025-07-02"), VendorCondition.MISSING),
                new VendorDay("EQUS.MINI", LocalDate.parse("2025-07-04"), VendorCondition.MISSING),
                new VendorDay("XNAS.ITCH", LocalDate.parse("2025-07-02"), VendorCondition.MISSING),
                new VendorDay("XNAS.ITCH", LocalDate.parse("2025-07-03"), VendorCondition.PENDING));
        NightlyConfig config = new NightlyConfig(List.of(), "", List.of("EQUS.MINI/ohlcv-1m"), "08:00", 5);
        assertThat(ExpectedInput.of(config, SessionCalendar.usEquities())
                        .missing(delivered("2025-07-01", "2025-07-03"), vendor, Instant.parse("2025-07-06T13:00:00Z")))
                .extracting(ExpectedInput.Missing::toString)
                .containsExactly(
                        "missing: EQUS.MINI ohlcv-1m of 2025-07-02, which the vendor calls missing",
                        "missing: XNAS.ITCH * of 2025-07-02, which the vendor calls missing");
    }

    private static List<String> missing(int lookBackDays, String now, String... delivered) {
        NightlyConfig config = new NightlyConfig(List.of(), "", List.of("EQUS.MINI/ohlcv-1m"), "08:00", lookBackDays);
        return ExpectedInput.of(config, SessionCalendar.usEquities())
                .missing(delivered(delivered), List.of(), Instant.parse(now))
                .stream()
                .map(missing -> missing.date().toString())
                .toList();
    }

    private static DeliveredDates delivered(String... dates) {
        NavigableSet<LocalDate> days = new TreeSet<>();
        Stream.of(dates).map(LocalDate::parse).forEach(days::add);
        return new DeliveredDates(days.isEmpty() ? Map.of() : Map.of(BARS, days));
    }
}
