package io.tapelake.scanner.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.DaySessions;
import io.tapelake.model.NewYork;
import io.tapelake.model.SessionCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeBucketTest {
    private static final LocalDate FULL = LocalDate.of(2025, 11, 14);
    private static final LocalDate EARLY = LocalDate.of(2025, 11, 28);

    private static DaySessions sessions(LocalDate date) {
        return SessionCalendar.usEquities().sessions(date);
    }

    private static long at(LocalDate date, String time) {
        return NewYork.toEpochNs(date, LocalTime.parse(time));
    }

    @ParameterizedTest
    @CsvSource({
        "04:00, PREMARKET",
        "09:29:59, PREMARKET",
        "09:30, OPEN",
        "10:29:59, OPEN",
        "10:30, MORNING",
        "11:30, MIDDAY",
        "13:59:59, MIDDAY",
        "14:00, AFTERNOON",
        "14:59:59, AFTERNOON",
        "15:00, POWER_HOUR",
        "15:59:59, POWER_HOUR",
        "16:00, POSTMARKET",
        "19:59, POSTMARKET"
    })
    void aFullDay(String time, TimeBucket bucket) {
        assertThat(TimeBucket.at(at(FULL, time), sessions(FULL))).isEqualTo(bucket);
    }

    @ParameterizedTest
    @CsvSource({
        "09:30, OPEN",
        "10:30, MORNING",
        "11:30, MIDDAY",
        "11:59:59, MIDDAY",
        "12:00, POWER_HOUR",
        "12:59:59, POWER_HOUR",
        "13:00, POSTMARKET",
        "16:30, POSTMARKET"
    })
    void anEarlyCloseHasItsLastHourBeforeThatClose(String time, TimeBucket bucket) {
        assertThat(TimeBucket.at(at(EARLY, time), sessions(EARLY))).isEqualTo(bucket);
    }

    /** Each part of each day runs from 0 to 1, without a jump within it. */
    @Test
    void theElapsedShareGrowsFromZeroToOneInEachPart() {
        for (LocalDate date : new LocalDate[] {FULL, EARLY}) {
            DaySessions sessions = sessions(date);
            TimeBucket before = null;
            double last = 0;
            for (long ns = sessions.preOpenNs(); ns < sessions.postCloseNs(); ns += 60_000_000_000L) {
                TimeBucket bucket = TimeBucket.at(ns, sessions);
                double share = bucket.elapsed(ns, sessions);
                if (bucket == before) {
                    assertThat(share).isGreaterThan(last);
                } else {
                    assertThat(share).as(date + " " + bucket).isCloseTo(0, within(1e-9));
                    assertThat(before == null || last > 0.9)
                            .as(date + " end of " + before)
                            .isTrue();
                }
                before = bucket;
                last = share;
            }
        }
    }
}
