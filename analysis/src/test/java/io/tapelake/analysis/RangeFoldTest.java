package io.tapelake.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.NewYork;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.tape.MinuteTape;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeFoldTest {

    private static final String DATASET = "XNAS.ITCH";
    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);
    private static final long OPEN_NS = NewYork.toEpochNs(DATE, LocalTime.of(9, 30));

    @TempDir
    private Path folder;

    private static Map<String, Object> bar(String symbol, int minute, long fileId) {
        Map<String, Object> row = TestRows.bar(DATASET, 2, symbol, OPEN_NS + minute * 60_000_000_000L, 10, 100);
        row.put("file_id", fileId);
        return TestRows.complete(Tables.BARS_1M, row);
    }

    private static Map<String, Object> quote(String symbol, String schema) {
        Map<String, Object> row = new HashMap<>();
        row.put("trade_date", DATE);
        row.put("dataset", DATASET);
        row.put("symbol", symbol);
        row.put("ts_recv_ns", OPEN_NS);
        row.put("ts_recv", Instant.ofEpochSecond(0, OPEN_NS));
        row.put("source_schema", schema);
        row.put("file_id", 99L);
        return TestRows.complete(Tables.QUOTES, row);
    }

    private FoldedRange fold(LakeRun run, String... symbols) {
        return RangeFold.fold(
                run.storage(),
                SourceTables.files(run, DATE),
                DayScanner.of(SessionCalendar.usEquities(), ScanSettings.defaults()),
                DATE,
                DATASET,
                List.of(symbols),
                Set.of());
    }

    private LakeRun run(TestLake lake) {
        lake.publish("r1");
        return Lake.open(folder.toString()).latest();
    }

    @Test
    void oneReadingGivesWhatReadingsOfEachSymbolGive() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (String symbol : List.of("A", "B", "C")) {
            for (int minute = 0; minute < 30; minute += symbol.charAt(0) - 'A' + 1) {
                rows.add(bar(symbol, minute, symbol.charAt(0)));
            }
        }
        LakeRun run = run(addBars(rows));

        FoldedRange all = fold(run, "A", "B", "C", "D");

        assertThat(all.failures()).isEmpty();
        assertThat(all.days()).extracting(d -> d.stats().symbol()).containsExactly("A", "B", "C");
        for (FoldedDay day : all.days()) {
            FoldedDay alone = fold(run, day.stats().symbol()).days().get(0);
            assertThat(alone.stats()).isEqualTo(day.stats());
            assertThat(alone.tape().toBytes()).isEqualTo(day.tape().toBytes());
            assertThat(day.fileIds())
                    .containsExactly((long) day.stats().symbol().charAt(0));
        }
    }

    private TestLake addBars(List<Map<String, Object>> rows) {
        TestLake lake = TestLake.in(folder).pages(10, 20);
        lake.add(Tables.BARS_1M, DATE.toString(), rows);
        return lake;
    }

    private static Map<String, Object> secondBar(String symbol, int minute, long fileId) {
        Map<String, Object> row = TestRows.bar(DATASET, 2, symbol, OPEN_NS + minute * 60_000_000_000L, 10, 100);
        row.put("file_id", fileId);
        return TestRows.complete(Tables.BARS_1S, row);
    }

    @Test
    void minutesBeforeABetterSchemaBeginsAreThoseOfACoarserOne() {
        List<Map<String, Object>> minutes = new ArrayList<>();
        List<Map<String, Object>> seconds = new ArrayList<>();
        for (String symbol : List.of("A", "B")) {
            for (int minute = 0; minute < 30; minute++) {
                minutes.add(bar(symbol, minute, 1));
                if (symbol.equals("A") || minute >= 20) {
                    seconds.add(secondBar(symbol, minute, 2));
                }
            }
        }
        TestLake lake = addBars(minutes);
        lake.add(Tables.BARS_1S, DATE.toString(), seconds);

        FoldedRange range = fold(run(lake), "A", "B");

        FoldedDay whole = range.days().get(0);
        assertThat(whole.fileIds()).containsExactly(2L);
        assertThat(whole.tape().size()).isEqualTo(30);
        FoldedDay late = range.days().get(1);
        assertThat(late.stats().sourceSchema()).isEqualTo("ohlcv-1s");
        assertThat(late.stats().rows()).isEqualTo(10);
        assertThat(late.fileIds()).containsExactly(1L, 2L);
        assertThat(late.tape().size()).isEqualTo(30);
        assertThat(late.tape().highSecond(19)).isEqualTo(MinuteTape.UNKNOWN_SECOND);
        assertThat(late.tape().highSecond(20)).isZero();
    }

    @Test
    void theFilesOfADayAreThoseOfItsRowsInOrder() {
        TestLake lake = addBars(List.of(bar("A", 0, 5), bar("A", 1, -3), bar("A", 2, 5), bar("A", 3, 8)));

        assertThat(fold(run(lake), "A").days().get(0).fileIds()).containsExactly(-3L, 5L, 8L);
    }

    @Test
    void aSymbolOnWhichTheScannerFailsDoesNotKeepTheOthers() {
        TestLake lake = addBars(List.of(bar("A", 0, 1), bar("B", 0, 1), bar("C", 0, 1)));
        lake.add(Tables.QUOTES, DATE.toString(), List.of(quote("B", "no-such-schema")));

        FoldedRange range = fold(run(lake), "A", "B", "C");

        assertThat(range.days()).extracting(d -> d.stats().symbol()).containsExactly("A", "C");
        assertThat(range.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.day().symbol()).isEqualTo("B");
            assertThat(failure.error()).hasMessageContaining("no-such-schema");
        });
    }
}
