package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.config.TapelakeConfig;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.scanner.ReferenceData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a real bar costs on disk at the default compression, all columns counted, footers left out. */
class RealBarSizeTest {

    private static final List<String> SETS = List.of(
            "lean-usa-equity", "mbp1-smallcap-20251114", "ohlcv1m-eth-2025", "ohlcv1m-rth-2018", "ohlcv1m-yahoo");

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.generating();
    }

    @Test
    void aSecondIsAtMostNineBytesAndAMinuteFourteen() throws IOException {
        Path data = ReferenceData.require("real-dbn");
        int level = TapelakeConfig.defaults().ingest().zstdLevelBars();
        TestLake lake = TestLake.in(folder.resolve("lake"), "ingest.zstd-level-bars=" + level);
        List<Path> files = SETS.stream().flatMap(set -> bars(data.resolve(set))).toList();
        lake.ingest(files.toArray(Path[]::new));

        assertThat(bytesPerBar(lake, Tables.BARS_1S, files, ".ohlcv-1s.")).isLessThanOrEqualTo(9);
        assertThat(bytesPerBar(lake, Tables.BARS_1M, files, ".ohlcv-1m.")).isLessThanOrEqualTo(14);
    }

    private static double bytesPerBar(TestLake lake, LakeTable table, List<Path> input, String schema)
            throws IOException {
        long rows = 0;
        long bytes = 0;
        for (DataFile file : lake.run().table(table).files()) {
            var path = new org.apache.hadoop.fs.Path(file.path());
            try (ParquetFileReader reader =
                    ParquetFileReader.open(HadoopInputFile.fromPath(path, new Configuration()))) {
                for (BlockMetaData block : reader.getFooter().getBlocks()) {
                    rows += block.getRowCount();
                    bytes += block.getColumns().stream()
                            .mapToLong(c -> c.getTotalSize())
                            .sum();
                }
            }
        }
        long dbn = 0;
        for (Path file : input) {
            dbn += file.toString().contains(schema) ? Files.size(file) : 0;
        }
        System.out.printf(
                "%s: %d real bars, %.2f bytes each without footers; as .dbn.zst %.2f%n",
                table.name(), rows, (double) bytes / rows, (double) dbn / rows);
        return (double) bytes / rows;
    }

    private static Stream<Path> bars(Path set) {
        try (Stream<Path> files = Files.list(set)) {
            return files
                    .filter(f ->
                            f.toString().contains(".ohlcv-1s.") || f.toString().contains(".ohlcv-1m."))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
