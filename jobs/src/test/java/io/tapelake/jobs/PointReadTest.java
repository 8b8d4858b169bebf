package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.lake.Tables;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.ReadCounters;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.SymbolDayReader;
import io.tapelake.model.SymbolDay;
import io.tapelake.synthetic.BarFlood;
import io.tapelake.synthetic.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of rows and the page index let a reader of one symbol-day pass over nearly all of a large date. */
class PointReadTest {

    private static final long ROWS = 10_000_000;

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.generating();
    }

    @Test
    void oneSymbolDayOutOfTenMillionRowsTouchesUnderOnePointFivePercent() throws IOException {
        BarFlood.write(folder.resolve("dbn"), ROWS, 1_000, 1, 7, Progress.NONE);
        TestLake lake = TestLake.in(folder.resolve("lake"), "ingest.zstd-level-bars=1");
        lake.ingest(folder.resolve("dbn"));
        LakeRun run = lake.run();
        List<Row> symbols = lake.rows(Tables.BARS_1S)
                .groupBy("symbol", "dataset")
                .count()
                .orderBy("symbol")
                .collectAsList();
        // The first, the last, one between, and the one with most rows.
        Row largest = symbols.stream()
                .max((a, b) -> Long.compare(a.getLong(2), b.getLong(2)))
                .orElseThrow();
        for (Row symbol :
                List.of(symbols.get(0), symbols.get(symbols.size() / 2), symbols.get(symbols.size() - 1), largest)) {
            ReadCounters counters = read(run, symbol);
            System.out.printf(
                    "%s: %d rows returned, %d touched of %d in its file (%.2f%%)%n",
                    symbol.getString(0),
                    counters.rowsReturned(),
                    counters.rowsTouched(),
                    counters.rowsInFiles(),
                    100.0 * counters.rowsTouched() / counters.rowsInFiles());
            assertThat(counters.filesOpened()).isEqualTo(1);
            assertThat(counters.rowsReturned()).isEqualTo(symbol.getLong(2));
            assertThat(counters.rowsTouched()).isLessThan((long) (counters.rowsInFiles() * 0.015));
        }
    }

    private static ReadCounters read(LakeRun run, Row symbol) {
        SymbolDay day = new SymbolDay(BarFlood.FIRST_DATE, symbol.getString(1), symbol.getString(0));
        try (RowCursor row = SymbolDayReader.of(run).scan(Tables.BARS_1S, day).open()) {
            long rows = 0;
            while (row.next()) {
                rows++;
            }
            assertThat(rows).isPositive();
            return row.counters();
        }
    }
}
