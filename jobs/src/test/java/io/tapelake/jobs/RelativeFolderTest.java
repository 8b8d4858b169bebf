package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.lake.Tables;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RelativeFolderTest {

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    @Test
    void aLakeMayBeNamedFromTheWorkingFolder(@TempDir Path folder) {
        Path file = BarFiles.write(
                folder.resolve("equs-all-20250304.ohlcv-1m.dbn.zst"), 24, List.of(new BarFiles.Bar("AAA", 0, 10)));
        Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("lake"));
        TestLake lake = TestLake.in(relative);

        lake.ingest(file);

        assertThat(lake.rows(Tables.BARS_1M).count()).isEqualTo(1);
    }
}
