package io.tapelake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NewYorkTest {
    private static int oracle(long epochNs) {
        Instant instant =
                Instant.ofEpochSecond(Math.floorDiv(epochNs, 1_000_000_000L), Math.floorMod(epochNs, 1_000_000_000L));
        return (int) instant.atZone(NewYork.ZONE).toLocalDate().toEpochDay();
    }

    @Property(tries = 20_000)
    void tradeDateEqualsJavaTimeForEveryLong(@ForAll long epochNs) {
        assertThat(NewYork.tradeDate(epochNs)).isEqualTo(oracle(epochNs));
    }

    @Test
    void tradeDateEqualsJavaTimeOverAMillionInstantsFrom1990To2038() {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        long from = NewYork.startOfDayNs(LocalDate.of(1990, 1, 1));
        long to = NewYork.startOfDayNs(LocalDate.of(2038, 1, 1));
        for (int i = 0; i < 1_000_000; i++) {
            long epochNs = random.nextLong(from, to);
            if (NewYork.tradeDate(epochNs) != oracle(epochNs)) {
                assertThat(NewYork.tradeDate(epochNs)).as("at %d", epochNs).isEqualTo(oracle(epochNs));
            }
        }
    }

    @Test
    void everyDayBeginsAtItsFirstNanosecondAcrossAllClockChanges() {
        int first = (int) LocalDate.of(1969, 12, 25).toEpochDay();
        int last = (int) LocalDate.of(2101, 1, 10).toEpochDay();
        for (int day = first; day <= last; day++) {
            long start = NewYork.startOfDayNs(day);
            LocalDate date = LocalDate.ofEpochDay(day);
            assertThat(start).as("%s", date).isEqualTo(NewYork.toEpochNs(date, LocalTime.MIDNIGHT));
            assertThat(NewYork.tradeDate(start)).as("%s", date).isEqualTo(day);
            assertThat(NewYork.tradeDate(start - 1)).as("%s", date).isEqualTo(day - 1);
            assertThat(NewYork.tradeDate(start + 3_600_000_000_000L))
                    .as("%s", date)
                    .isEqualTo(day);
        }
    }

    @Test
    void winterEveningBelongsToTheDayBeforeItsUtcDate() {
        long sevenThirtyPm = NewYork.toEpochNs(LocalDate.of(2025, 1, 8), LocalTime.of(19, 30));
        assertThat(Instant.ofEpochSecond(0, sevenThirtyPm)).isEqualTo(Instant.parse("2025-01-09T00:30:00Z"));
        assertThat(NewYork.tradeDateOf(sevenThirtyPm)).isEqualTo(LocalDate.of(2025, 1, 8));
    }

    @Test
    void theEndsOfTheRangeOfLongAreDates() {
        assertThat(NewYork.tradeDateOf(Long.MIN_VALUE)).isEqualTo(LocalDate.of(1677, 9, 20));
        assertThat(NewYork.tradeDateOf(Long.MAX_VALUE)).isEqualTo(LocalDate.of(2262, 4, 11));
    }
}
