package io.tapelake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeterminismTest {
    @TempDir
    private Path base;

    private static MarketSpec spec() {
        return MarketSpec.of(12, 2, 5)
                .withFrom(LocalDate.of(2025, 1, 6))
                .withEventRate(5)
                .withSchemas(MarketSpec.SUPPORTED)
                .withActivity(0.3);
    }

    @Test
    void filesDoNotDependOnThreadsOrMemory() throws IOException {
        SyntheticMarket market = SyntheticMarket.of(spec());
        market.write(base.resolve("one"), Progress.NONE, 1, 1L << 30);
        market.write(base.resolve("spilled"), Progress.NONE, 3, 1L << 20);
        assertThat(hashes(base.resolve("spilled"))).isEqualTo(hashes(base.resolve("one")));
    }

    @Test
    void anotherSeedIsAnotherMarket() throws IOException {
        MarketSpec other =
                new MarketSpec(12, 2, 6, spec().from(), spec().schemas(), 12, 0.3, 5, FileSplit.UTC_DAY, false);
        Map<String, String> one = hashes(SyntheticMarket.of(spec()).write(base.resolve("a"), Progress.NONE));
        Map<String, String> two = hashes(SyntheticMarket.of(other).write(base.resolve("b"), Progress.NONE));
        assertThat(two.keySet()).isEqualTo(one.keySet());
        two.forEach((name, hash) -> assertThat(hash).isNotEqualTo(one.get(name)));
    }

    /** A difference here means that every market made from a seed changes: say so in the changelog. */
    @Test
    void recordsOfASeedAreTheOnesOfTheFirstRelease() throws IOException {
        Path folder = base.resolve("pinned");
        SyntheticMarket.of(spec()).write(folder, Progress.NONE);
        long hash = 17;
        for (String schema : List.of("trades", "mbp-1", "bbo-1s", "ohlcv-1s", "status", "definition")) {
            for (Records.Named record : Records.all(folder, schema)) {
                for (byte b : record.bytes()) {
                    hash = 31 * hash + b;
                }
            }
        }
        assertThat(hash).isEqualTo(7_293_137_975_511_026_229L);
    }

    private static Map<String, String> hashes(WrittenMarket market) {
        Map<String, String> hashes = new TreeMap<>();
        market.files().forEach(file -> hashes.put(file.name(), file.sha256()));
        return hashes;
    }

    private static Map<String, String> hashes(Path folder) throws IOException {
        Map<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                hashes.put(file.getFileName().toString(), BatchFiles.sha256(file));
            }
        }
        return hashes;
    }
}
