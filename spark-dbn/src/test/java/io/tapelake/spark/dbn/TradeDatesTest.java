package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** New York dates beside those of java.time. */
class TradeDatesTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Property
    void datesOfAnySequenceOfTimesAreThoseOfJavaTime(@ForAll @Size(max = 20) List<@LongRange(min = 0) Long> times) {
        TradeDates dates = new TradeDates();
        for (long ns : times) {
            assertThat(dates.epochDay(ns)).isEqualTo(expected(ns));
        }
    }

    @Test
    void everyHourFrom1990To2030() {
        TradeDates dates = new TradeDates();
        long hourNs = 3_600_000_000_000L;
        long lastNs = Instant.parse("2030-12-31T00:00:00Z").getEpochSecond() * 1_000_000_000L;
        for (long ns = Instant.parse("1990-01-01T00:00:00Z").getEpochSecond() * 1_000_000_000L;
                ns < lastNs;
                ns += hourNs) {
            assertThat(dates.epochDay(ns)).isEqualTo(expected(ns));
            assertThat(dates.epochDay(ns - 1)).isEqualTo(expected(ns - 1));
        }
    }

    @Test
    void theOffsetOfAChangeOfClocksDoesNotReachBack() {
        TradeDates dates = new TradeDates();
        for (String change : List.of("2025-03-09T07:00:00Z", "2025-11-02T06:00:00Z")) {
            long changeNs = Instant.parse(change).getEpochSecond() * 1_000_000_000L;
            for (long minutes = 0; minutes < 3 * 24 * 60; minutes += 15) {
                dates.epochDay(changeNs);
                long ns = changeNs - minutes * 60_000_000_000L;
                assertThat(dates.epochDay(ns)).isEqualTo(expected(ns));
            }
        }
    }

    @Property
    void aDateStartsWhereTheOneBeforeEnds(@ForAll @LongRange(min = 1, max = 100_000) long epochDay) {
        long startNs = TradeDates.startNs(epochDay);
        assertThat(new TradeDates().epochDay(startNs)).isEqualTo((int) epochDay);
        assertThat(new TradeDates().epochDay(startNs - 1)).isEqualTo((int) epochDay - 1);
    }

    @Test
    void datesBeyondTheClockAreHeldAtItsEnds() {
        assertThat(TradeDates.startNs(Integer.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
        assertThat(TradeDates.startNs(Integer.MIN_VALUE)).isEqualTo(Long.MIN_VALUE);
    }

    private static int expected(long ns) {
        Instant instant = Instant.ofEpochSecond(Math.floorDiv(ns, 1_000_000_000L), Math.floorMod(ns, 1_000_000_000L));
        return (int) LocalDate.ofInstant(instant, NEW_YORK).toEpochDay();
    }
}
