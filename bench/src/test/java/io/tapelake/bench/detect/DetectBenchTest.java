package io.tapelake.bench.detect;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.scanner.ScanSettings;
import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.market.PlantedEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

final class DetectBenchTest {
    private static final long SEED = 2;

    /** A market of a quarter of the size, so the floors are lower than what the whole one shows. */
    @Test
    void largePlantedEventsAreFoundOnTimeAndDecoysLeftAlone() {
        Scoreboard board = new Scoreboard();
        new ScannedMarket(MarketSpec.truth(20, 30, SEED), ScanSettings.defaults(), true, false).forEach(board::day);

        board.lines().forEach(System.out::println);
        for (PlantedEvent.Kind kind : List.of(
                PlantedEvent.Kind.BREAKOUT_RUN,
                PlantedEvent.Kind.FAILED_BREAKOUT,
                PlantedEvent.Kind.FLUSH,
                PlantedEvent.Kind.BOUNCE)) {
            assertThat(board.tally(kind).largeRecall()).as("recall of %s", kind).isGreaterThan(0.85);
            assertThat(board.tally(kind).largePrecision())
                    .as("precision of %s", kind)
                    .isGreaterThan(0.85);
            assertThat(board.tally(kind).largeOnTime()).as("onset of %s", kind).isGreaterThan(0.85);
        }
        assertThat(board.categoryAccuracy()).isGreaterThan(0.9);
    }
}
