package io.tapelake.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.ingest.DatesInLake.Coverage;
import io.tapelake.model.NewYork;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a date is complete, by what files claim. The dates are in winter: the UTC date ends at 19:00 in New York. */
class SeriesClaimsTest {

    private static final LocalDate TUESDAY = LocalDate.of(2025, 1, 14);
    private static final LocalDate FRIDAY = LocalDate.of(2025, 1, 17);

    private static long ns(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    private static long et(LocalDate date, int hour) {
        return NewYork.toEpochNs(date, LocalTime.of(hour, 0));
    }

    private static SeriesClaims utcDays(String... dates) {
        SeriesClaims claims = new SeriesClaims(TradeDateRule.NEW_YORK_DATE);
        for (String date : dates) {
            long start = ns(date + "T00:00:00Z");
            claims.add(start, start + 86_400_000_000_000L);
        }
        return claims;
    }

    private static Coverage on(LocalDate date, SeriesClaims claims) {
        return claims.on(date, claims.lastEndNs());
    }

    @Test
    void aUtcDayLeavesTheLastHourOfItsWinterDateOpenAndTheNextOneClosesIt() {
        assertThat(on(TUESDAY, utcDays("2025-01-14"))).isEqualTo(new Coverage(et(TUESDAY, 19), "open"));
        assertThat(on(TUESDAY, utcDays("2025-01-14", "2025-01-15")))
                .isEqualTo(new Coverage(et(TUESDAY, 20), "complete"));
    }

    @Test
    void aDateThatIsCompleteDoesNotTellWhetherTheNextFileIsThere() {
        LocalDate date = LocalDate.of(2025, 7, 15);
        assertThat(on(date, utcDays("2025-07-15", "2025-07-16"))).isEqualTo(on(date, utcDays("2025-07-15")));
    }

    @Test
    void inSummerAUtcDayReachesTheEndOfTheSession() {
        LocalDate date = LocalDate.of(2025, 7, 15);
        assertThat(on(date, utcDays("2025-07-15"))).isEqualTo(new Coverage(et(date, 20), "complete"));
    }

    @Test
    void aDeliveryThatWentOnWithoutTheRestHasClosedTheDate() {
        assertThat(on(FRIDAY, utcDays("2025-01-17", "2025-01-21"))).isEqualTo(new Coverage(et(FRIDAY, 19), "complete"));
    }

    @Test
    void aDateOfWhichOnlyTheEveningIsThereStaysOpen() {
        Coverage evening = on(TUESDAY, utcDays("2025-01-15", "2025-01-16"));
        assertThat(evening.isComplete()).isFalse();
    }

    @Test
    void aSchemaThatIsLeftBehindByItsDatasetIsCompleteAfterAWeek() {
        SeriesClaims once = utcDays("2025-01-14");
        long postClose = et(TUESDAY, 20);
        long week = 7 * 86_400_000_000_000L;
        assertThat(once.on(TUESDAY, postClose + week - 1).isComplete()).isFalse();
        assertThat(once.on(TUESDAY, postClose + week).isComplete()).isTrue();
    }

    @Test
    void claimsThatTouchOrOverlapAreOneInWhateverOrderTheyCome() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<long[]> claims = new ArrayList<>();
            boolean[] covered = new boolean[60];
            for (int i = 0; i < 8; i++) {
                int start = random.nextInt(50);
                int end = start + 1 + random.nextInt(8);
                claims.add(new long[] {start, end});
                java.util.Arrays.fill(covered, start, end, true);
            }
            Collections.shuffle(claims, random);
            SeriesClaims series = new SeriesClaims(TradeDateRule.NEW_YORK_DATE);
            claims.forEach(claim -> series.add(claim[0], claim[1]));
            int last = 0;
            for (int i = 0; i < covered.length; i++) {
                last = covered[i] ? i + 1 : last;
            }
            assertThat(series.lastEndNs()).isEqualTo(last);
            for (int i = 0; i < covered.length; i++) {
                assertThat(series.covers(i)).as("%d of %s", i, claims).isEqualTo(covered[i]);
            }
        }
    }

    @Test
    void theLessCompleteOfTwoSchemasDecides() {
        Coverage open = new Coverage(5, "open");
        Coverage complete = new Coverage(3, "complete");
        assertThat(open.and(complete)).isEqualTo(open);
        assertThat(complete.and(open)).isEqualTo(open);
        assertThat(complete.and(new Coverage(2, "complete")).untilNs()).isEqualTo(2);
    }
}
