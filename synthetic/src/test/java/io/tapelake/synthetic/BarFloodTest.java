package io.tapelake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.synthetic.WrittenMarket.WrittenFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BarFloodTest {
    @TempDir
    private Path folder;

    @Test
    void barsAreManyOrderedAndPlausible() throws IOException {
        List<WrittenFile> files = BarFlood.write(folder, 60_000, 32, 2, 9, Progress.NONE);
        assertThat(files).hasSize(2);
        long written = files.stream().mapToLong(WrittenFile::records).sum();
        assertThat((double) written).isCloseTo(60_000, within(1_500.0));
        Set<String> keys = new HashSet<>();
        for (Records.Named bar : Records.all(folder, "ohlcv-1s")) {
            assertThat(bar.symbol()).isNotNull();
            assertThat(keys.add(bar.symbol() + bar.tsEvent())).isTrue();
            long low = bar.i64(OhlcvLayout.LOW);
            long high = bar.i64(OhlcvLayout.HIGH);
            assertThat(low).isPositive().isLessThanOrEqualTo(high);
            assertThat(bar.i64(OhlcvLayout.OPEN)).isBetween(low, high);
            assertThat(bar.i64(OhlcvLayout.CLOSE)).isBetween(low, high);
            assertThat(bar.i64(OhlcvLayout.VOLUME)).isPositive();
        }
        assertThat((long) keys.size()).isEqualTo(written);
    }

    @Test
    void minuteBarsStartOnMinutes() throws IOException {
        List<WrittenFile> files = BarFlood.write(folder, Schema.OHLCV_1M, 20_000, 100, 1, 9, Progress.NONE);
        assertThat((double) files.get(0).records()).isCloseTo(20_000, within(1_000.0));
        for (Records.Named bar : Records.all(folder, "ohlcv-1m")) {
            assertThat(bar.tsEvent() % 60_000_000_000L).isZero();
        }
    }

    @Test
    void sameSeedGivesTheSameBytes() throws IOException {
        assertThat(BarFlood.write(folder.resolve("a"), 5_000, 20, 1, 3, Progress.NONE))
                .isEqualTo(BarFlood.write(folder.resolve("b"), 5_000, 20, 1, 3, Progress.NONE));
    }

    @Test
    void moreBarsThanSecondsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BarFlood.write(folder, 1_000_000, 2, 1, 3, Progress.NONE))
                .withMessageContaining("at most 40000 bars per symbol and day");
    }
}
