package io.tapelake.bench.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.DaySessions;
import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.BarFold;
import io.tapelake.scanner.DayFold;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.SourceSchema;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CandidateTest {
    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);
    private static final int MINUTES = 390;

    private final long[] high = new long[MINUTES];
    private final long[] low = new long[MINUTES];
    private final long[] close = new long[MINUTES];
    private final long startNs = NewYork.toEpochNs(DATE, LocalTime.of(9, 30));

    /** A walk of one-minute bars in which volume comes in bursts, so that there are breakouts both ways. */
    private List<Candidate> candidates() {
        SplittableRandom random = new SplittableRandom(3);
        DayScanner scanner = DayScanner.of(SessionCalendar.usEquities(), ScanSettings.defaults());
        DayFold fold = scanner.fold(new SymbolDay(DATE, "XNAS.ITCH", "RUNR"));
        BarFold bars = fold.bars(SourceSchema.OHLCV_1M);
        long price = Prices.parse("20.00");
        for (int i = 0; i < MINUTES; i++) {
            long open = price;
            boolean burst = i % 25 == 0;
            price += random.nextLong(-20, 21) * 1_000_000 * (burst ? 12 : 1);
            high[i] = Math.max(open, price) + random.nextLong(0, 5_000_000);
            low[i] = Math.min(open, price) - random.nextLong(0, 5_000_000);
            close[i] = price;
            bars.add(startNs + i * 60_000_000_000L, 2, open, high[i], low[i], price, burst ? 90_000 : 2_000);
        }
        ScannedDay day = scanner.history(List.of()).next(fold.finish());
        DaySessions sessions = SessionCalendar.usEquities().sessions(DATE);
        return Candidate.of(
                "made up",
                day,
                fold.tape(),
                sessions,
                scanner.analyze(day, fold.tape(), day.kind(), 1, Long.MAX_VALUE));
    }

    @Test
    void theDirectedOutcomeIsTheRiseLessTheFallFromTheLastPriceTurnedByTheDirection() {
        int[] seen = new int[3];
        for (Candidate candidate : candidates()) {
            int from = (int) ((candidate.point().decisionTsNs() - startNs) / 60_000_000_000L);
            int direction = candidate.point().direction();
            if (direction == 0 || from < 1 || from + 15 > MINUTES) {
                continue;
            }
            long highest = close[from - 1];
            long lowest = close[from - 1];
            for (int i = from; i < from + 15; i++) {
                highest = Math.max(highest, high[i]);
                lowest = Math.min(lowest, low[i]);
            }
            double expected = direction
                    * ((double) highest + lowest - 2.0 * close[from - 1])
                    / candidate.point().atr5mNanos();
            assertThat(candidate.directedOutcome()).isCloseTo(expected, within(1e-6));
            seen[direction + 1]++;
        }
        assertThat(seen[0]).as("downwards").isPositive();
        assertThat(seen[2]).as("upwards").isPositive();
    }

    @Test
    void withoutADirectionThereIsNoDirectedOutcome() {
        assertThat(candidates())
                .filteredOn(candidate -> candidate.point().direction() == 0)
                .isNotEmpty()
                .allSatisfy(candidate -> assertThat(candidate.directedOutcome()).isNaN());
    }
}
