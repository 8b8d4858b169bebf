package io.tapelake.lake.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.lake.files.TableSnapshot;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableScanTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);

    @TempDir
    Path root;

    @Test
    void everyTypeComesBackAsItWasWritten() {
        Map<String, Object> some = new HashMap<>();
        some.put("file_id", Long.MIN_VALUE);
        some.put("path", "/in/ä.dbn.zst");
        some.put("size", 12L);
        some.put("mtime_ms", 13L);
        some.put("dbn_version", 3);
        some.put("symbols", List.of("AAA", "BRK.B"));
        some.put("trade_dates", List.of(DATE, LocalDate.of(1969, 12, 31)));
        some.put("vendor_last_modified", DATE);
        some.put("outcome", "taken");
        some.put("run_id", "one");
        Map<String, Object> full = TestRows.complete(Tables.INGESTED_FILES, some);
        Map<String, Object> sparse = new HashMap<>(full);
        sparse.put("path", "/in/b");
        sparse.put("symbols", List.of());
        sparse.put("trade_dates", null);
        sparse.put("dbn_version", null);
        TestLake lake = TestLake.in(root);
        lake.add(Tables.INGESTED_FILES, "", List.of(full, sparse, full));
        lake.publish("one");
        assertThat(rows(TableScan.of(snapshot(Tables.INGESTED_FILES)), Tables.INGESTED_FILES))
                .containsExactly(full, withoutNulls(sparse), full);
    }

    @Test
    void pricesTimesAndBytesAreExact() {
        Map<String, Object> bar = TestRows.bar("XNAS.ITCH", 2, "AAA", 1_763_130_600_123_456_789L, 10, 1);
        bar.put("open", new BigDecimal("999999999.999999999"));
        bar.put("close", null);
        Map<String, Object> refused = TestRows.complete(Tables.QUARANTINE, Map.of("raw", new byte[] {0, -1, 7}));
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1S, "2025-11-14", List.of(bar));
        lake.add(Tables.QUARANTINE, "", List.of(refused));
        try (RowCursor row = TableScan.of(snapshot(Tables.BARS_1S))
                .columns("open", "close", "low", "bar_start", "trade_date")
                .open()) {
            assertThat(row.next()).isTrue();
            assertThat(row.longAt(0)).isEqualTo(999_999_999_999_999_999L);
            assertThat(row.isNullAt(1)).isTrue();
            assertThat(row.longAt(1)).isEqualTo(Long.MAX_VALUE);
            assertThat(row.valueAt(1)).isNull();
            assertThat(row.valueAt(2)).isEqualTo(new BigDecimal("9.999999999"));
            assertThat(row.valueAt(3)).isEqualTo(Instant.parse("2025-11-14T14:30:00.123456Z"));
            assertThat(row.valueAt(4)).isEqualTo(DATE);
            assertThat(row.next()).isFalse();
            assertThat(row.next()).isFalse();
        }
        try (RowCursor row =
                TableScan.of(snapshot(Tables.QUARANTINE)).columns("raw").open()) {
            assertThat(row.next()).isTrue();
            assertThat((byte[]) row.valueAt(0)).containsExactly(0, -1, 7);
        }
    }

    @Test
    void aColumnAddedLaterIsNullInOlderFiles() {
        LakeTable older = without(Tables.BARS_1M, "file_id");
        TestLake lake = TestLake.in(root);
        List<Map<String, Object>> rows = TestRows.bars("AAA", DATE, 2);
        rows.forEach(row -> row.remove("file_id"));
        lake.add(older, "2025-11-14", rows);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("BBB", DATE, 1));
        try (RowCursor row = TableScan.of(snapshot(Tables.BARS_1M))
                .columns("symbol", "file_id")
                .inOrder()
                .open()) {
            assertThat(row.next() && row.isNullAt(1)).isTrue();
            assertThat(row.next() && row.isNullAt(1)).isTrue();
            assertThat(row.next()).isTrue();
            assertThat(row.longAt(1)).isEqualTo(7);
        }
    }

    @Test
    void aSymbolAcrossFilesComesInOrderOfTime() {
        TestLake lake = TestLake.in(root);
        List<Map<String, Object>> all = new ArrayList<>();
        for (String symbol : List.of("AAA", "BBB", "CCC")) {
            all.addAll(TestRows.bars(symbol, DATE, 10));
        }
        for (int part = 0; part < 3; part++) {
            List<Map<String, Object>> rows = new ArrayList<>();
            for (int i = part; i < all.size(); i += 3) {
                rows.add(all.get(i));
            }
            lake.add(Tables.BARS_1M, "2025-11-14", rows);
        }
        List<String> seen = new ArrayList<>();
        try (RowCursor row = TableScan.of(snapshot(Tables.BARS_1M))
                .columns("symbol", "bar_start_ns")
                .inOrder()
                .open()) {
            while (row.next()) {
                seen.add(row.textAt(0) + row.longAt(1));
            }
        }
        assertThat(seen)
                .containsExactlyElementsOf(all.stream()
                        .map(row -> "" + row.get("symbol") + row.get("bar_start_ns"))
                        .toList());
    }

    @Test
    void filesAreOpenedOnlyWhenTheirRowsAreDue() {
        TestLake lake = TestLake.in(root);
        for (String symbol : List.of("AAA", "BBB", "CCC", "DDD")) {
            lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars(symbol, DATE, 10));
        }
        try (RowCursor row = TableScan.of(snapshot(Tables.BARS_1M))
                .columns("symbol")
                .inOrder()
                .open()) {
            for (int i = 0; i < 15; i++) {
                row.next();
            }
            assertThat(row.textAt(0)).isEqualTo("BBB");
            assertThat(row.counters().filesOpened()).isEqualTo(2);
        }
    }

    @Test
    void filesWhoseStatisticsExcludeTheSymbolAreNotOpened() {
        TestLake lake = TestLake.in(root);
        for (String symbol : List.of("AAA", "BBB", "CCC", "DDD")) {
            lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars(symbol, DATE, 10));
        }
        TableScan all = TableScan.of(snapshot(Tables.BARS_1M));
        assertThat(all.where(Condition.equal("symbol", "CCC")).files()).hasSize(1);
        assertThat(all.where(Condition.in("symbol", List.of("AAA", "DDD"))).files())
                .hasSize(2);
        assertThat(all.where(Condition.between("symbol", "AAB", "CCC")).files()).hasSize(2);
        assertThat(all.where(Condition.between("bar_start_ns", 0, 1)).files()).isEmpty();
        assertThat(all.where(Condition.between("trade_date", 0, 1)).files()).isEmpty();
        assertThat(all.where(Condition.between("trade_date", DATE.toEpochDay(), DATE.toEpochDay()))
                        .files())
                .hasSize(4);
    }

    @Test
    void aFileOutOfOrderIsRefusedByNameAndNotMergedWrongly() {
        TestLake lake = TestLake.in(root);
        List<Map<String, Object>> rows = TestRows.bars("AAA", DATE, 10);
        java.util.Collections.swap(rows, 4, 5);
        String file = lake.add(Tables.BARS_1M, "2025-11-14", rows);
        TableScan scan = TableScan.of(snapshot(Tables.BARS_1M));
        assertThatThrownBy(() -> rows(scan.inOrder(), Tables.BARS_1M))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining(file)
                .hasMessageContaining("not sorted");
        assertThat(rows(scan, Tables.BARS_1M)).hasSize(10);
    }

    @Test
    void aDamagedPageIsAnErrorWithTheFile() throws Exception {
        TestLake lake = TestLake.in(root);
        String file = lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 90));
        Path path = root.resolve("bars_1m").resolve(file);
        try (RandomAccessFile bytes = new RandomAccessFile(path.toFile(), "rw")) {
            bytes.seek(60);
            bytes.write(new byte[200]);
        }
        assertThatThrownBy(() -> rows(TableScan.of(snapshot(Tables.BARS_1M)), Tables.BARS_1M))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining(file);
    }

    @Test
    void aFileCutShortIsAnErrorWithTheFile() throws Exception {
        TestLake lake = TestLake.in(root);
        String file = lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 90));
        Path path = root.resolve("bars_1m").resolve(file);
        byte[] bytes = Files.readAllBytes(path);
        for (int length : new int[] {0, 3, 100, bytes.length / 2, bytes.length - 1}) {
            Files.write(path, java.util.Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> rows(TableScan.of(snapshot(Tables.BARS_1M)), Tables.BARS_1M))
                    .as("cut to " + length)
                    .isInstanceOf(LakeException.class)
                    .hasMessageContaining(file);
        }
    }

    @Test
    void aConditionThatDoesNotFitItsColumnIsRefused() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 1));
        TableScan scan = TableScan.of(snapshot(Tables.BARS_1M));
        assertThatThrownBy(() -> scan.where(Condition.equal("volume", "5")))
                .hasMessageContaining("'volume' of table 'bars_1m' is BIGINT");
        assertThatThrownBy(() -> scan.where(Condition.between("symbol", 1, 2))).hasMessageContaining("is STRING");
        assertThatThrownBy(() -> scan.where(Condition.equal("symbool", "A"))).hasMessageContaining("symbol");
        assertThatThrownBy(() -> scan.columns("volumes")).hasMessageContaining("volume");
    }

    @Test
    void orderIsNotPromisedOverSeveralPartitions() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-13", TestRows.bars("AAA", DATE.minusDays(1), 1));
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", DATE, 1));
        TableScan scan = TableScan.of(snapshot(Tables.BARS_1M));
        assertThatThrownBy(scan::inOrder).hasMessageContaining("one trade_date only");
    }

    @Test
    void anOrderedScanReadsOnlyThePagesOfTheSymbol() {
        TestLake lake = TestLake.in(root).pages(200, 40_000);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int symbol = 0; symbol < 200; symbol++) {
            rows.addAll(TestRows.bars(String.format("S%03d", symbol), DATE, 500));
        }
        lake.add(Tables.BARS_1M, "2025-11-14", rows);
        try (RowCursor row = TableScan.of(snapshot(Tables.BARS_1M))
                .where(Condition.equal("symbol", "S077"))
                .inOrder()
                .open()) {
            int found = 0;
            while (row.next()) {
                found++;
            }
            assertThat(found).isEqualTo(500);
            ReadCounters counters = row.counters();
            assertThat(counters.rowsInFiles()).isEqualTo(100_000);
            assertThat(counters.rowsReturned()).isEqualTo(500);
            assertThat(counters.rowsTouched()).isBetween(500L, 900L);
        }
    }

    @Test
    void theCursorOfAnEmptyScanEndsAtOnce() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-14", List.of());
        try (RowCursor row = TableScan.of(snapshot(Tables.BARS_1M)).inOrder().open()) {
            assertThat(row.next()).isFalse();
        }
    }

    private TableSnapshot snapshot(LakeTable table) {
        return Lake.open(root.toString())
                .unpublished("test", Map.of(table.name(), latest(table)))
                .table(table);
    }

    private long latest(LakeTable table) {
        return TableSnapshot.open(
                        io.tapelake.lake.files.LakeStorage.local(),
                        root.toString(),
                        table,
                        java.util.OptionalLong.empty())
                .version();
    }

    private static List<Map<String, Object>> rows(TableScan scan, LakeTable table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (RowCursor cursor = scan.open()) {
            while (cursor.next()) {
                Map<String, Object> row = new HashMap<>();
                for (int i = 0; i < cursor.columnCount(); i++) {
                    row.put(cursor.column(i).name(), cursor.valueAt(i));
                }
                rows.add(withoutNulls(row));
            }
        }
        assertThat(table.columns()).isNotEmpty();
        return rows;
    }

    private static Map<String, Object> withoutNulls(Map<String, Object> row) {
        Map<String, Object> kept = new HashMap<>(row);
        kept.values().removeIf(java.util.Objects::isNull);
        return kept;
    }

    private static LakeTable without(LakeTable table, String column) {
        List<LakeColumn> columns =
                table.columns().stream().filter(c -> !c.name().equals(column)).toList();
        return new LakeTable(
                table.name(), table.row(), columns, Optional.of("trade_date"), table.sortColumns(), table.properties());
    }
}
