package io.tapelake.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.lake.read.Lake;
import io.tapelake.model.NewYork;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayFold;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.RecordColumns;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.SecurityHistory;
import io.tapelake.scanner.SourceSchema;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolDayAnalysisTest {

    private static final String DATASET = "XNAS.ITCH";
    private static final ScanSettings SETTINGS = ScanSettings.defaults();
    private static final DayScanner SCANNER = DayScanner.of(SessionCalendar.usEquities(), SETTINGS);

    /** Twenty-five trading days over a turn of month; the last one leaps. */
    private final List<LocalDate> dates = new ArrayList<>();

    private TestLake lake;

    @TempDir
    private Path folder;

    @BeforeEach
    void days() {
        LocalDate date = LocalDate.of(2025, 10, 15);
        for (int i = 0; i < 25; i++) {
            dates.add(date);
            date = SessionCalendar.usEquities().nextTradingDay(date);
        }
        lake = TestLake.in(folder);
    }

    private SymbolDay day(int i) {
        return new SymbolDay(dates.get(i), DATASET, "RUNR");
    }

    /** Minute bars of one day: price 10 to 16, on the last day 20 to 26. */
    private List<Map<String, Object>> bars(int i) {
        List<Map<String, Object>> rows = new ArrayList<>();
        long open = NewYork.toEpochNs(dates.get(i), LocalTime.of(9, 30));
        for (int minute = 0; minute < 60; minute++) {
            int price = 10 + minute % 7 + (i == 24 ? 10 : 0);
            rows.add(TestRows.bar(DATASET, 2, "RUNR", open + minute * 60_000_000_000L, price, 1_000_000 + i));
        }
        return rows;
    }

    private static DayStats folded(SymbolDay day, List<Map<String, Object>> rows) {
        return fold(day, rows).finish();
    }

    private static DayFold fold(SymbolDay day, List<Map<String, Object>> rows) {
        DayFold fold = SCANNER.fold(day);
        for (Map<String, Object> row : rows) {
            fold.bars(SourceSchema.OHLCV_1M)
                    .add(
                            (long) row.get("bar_start_ns"),
                            2,
                            nanos(row.get("open")),
                            nanos(row.get("high")),
                            nanos(row.get("low")),
                            nanos(row.get("close")),
                            (long) row.get("volume"));
        }
        return fold;
    }

    private static long nanos(Object price) {
        return ((BigDecimal) price).movePointRight(9).longValueExact();
    }

    private void writeStats(int from, int to, String state) {
        Map<String, List<Map<String, Object>>> months = new HashMap<>();
        RecordColumns<DayStats> shape = RecordColumns.of(DayStats.class);
        for (int i = from; i < to; i++) {
            Map<String, Object> row = new HashMap<>();
            Object[] cells = shape.toRow(folded(day(i), bars(i)));
            for (int c = 0; c < cells.length; c++) {
                row.put(shape.columns().get(c).name(), cells[c]);
            }
            String month = dates.get(i).toString().substring(0, 7);
            row.put("trade_month", month);
            row.put("state", state);
            row.put("covered_until_ns", 1_000L + i);
            months.computeIfAbsent(month, m -> new ArrayList<>()).add(TestRows.complete(Tables.DAY_STATS, row));
        }
        months.forEach((month, rows) -> lake.add(Tables.DAY_STATS, month, rows));
    }

    private void writeBars(int i) {
        lake.add(
                Tables.BARS_1M,
                dates.get(i).toString(),
                bars(i).stream()
                        .map(row -> TestRows.complete(Tables.BARS_1M, row))
                        .toList());
    }

    private AnalyzedDay analyze(int i) {
        lake.publish("r1");
        return SymbolDayAnalysis.of(Lake.open(folder.toString()).latest(), SETTINGS)
                .analyze(day(i));
    }

    @Test
    void aDayOfTheLakeIsTheDayThatThePureScannerSees() {
        writeBars(24);
        writeStats(0, 25, "complete");

        AnalyzedDay found = analyze(24);

        SecurityHistory history = SCANNER.history(List.of());
        for (int i = 0; i < 24; i++) {
            history.next(folded(day(i), bars(i)));
        }
        DayFold fold = fold(day(24), bars(24));
        var expected = history.next(fold.finish());
        assertThat(found.scanned().stats()).isEqualTo(expected.stats());
        assertThat(found.scanned().lookback().measures())
                .isEqualTo(expected.lookback().measures());
        assertThat(found.scanned().lookback().measures().lookbackDays()).isEqualTo(20);
        assertThat(found.scanned().lookback().prevHighNanos())
                .isEqualTo(expected.lookback().prevHighNanos());
        assertThat(found.folded().tape().toBytes()).isEqualTo(fold.tape().toBytes());
        assertThat(found.folded().fileIds()).containsExactly(7L);
        assertThat(found.scanned().kind()).isEqualTo(DayKind.MOMENTUM);
        assertThat(found.analysis())
                .contains(SCANNER.analyze(expected, fold.tape(), DayKind.MOMENTUM, 1, Long.MAX_VALUE));
        assertThat(found.coveredUntilNs()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void laterDaysAndOtherSecuritiesAreNoLookback() {
        writeBars(3);
        writeStats(0, 25, "complete");

        assertThat(analyze(3).scanned().lookback().measures().lookbackDays()).isEqualTo(3);
    }

    @Test
    void splitsOfTheRunAdjustTheLookback() {
        writeBars(24);
        writeStats(0, 25, "complete");
        Map<String, Object> split = new HashMap<>();
        split.put("symbol", "RUNR");
        split.put("ex_date", dates.get(24));
        split.put("type", "split");
        split.put("ratio", new BigDecimal("0.5"));
        lake.add(Tables.CORPORATE_ACTIONS, "", List.of(TestRows.complete(Tables.CORPORATE_ACTIONS, split)));

        assertThat(analyze(24).scanned().lookback().measures().splitFactor()).isEqualTo(0.5);
    }

    @Test
    void anOpenDayEndsWhereItsDataEnds() {
        writeBars(5);
        writeStats(0, 6, "open");

        assertThat(analyze(5).coveredUntilNs()).isEqualTo(1_005);
    }

    @Test
    void anOrdinaryDayIsTheControlDayThatItIsInTheIndex() {
        writeBars(5);
        writeStats(0, 6, "complete");
        Map<String, Object> row = new HashMap<>();
        row.put("trade_month", dates.get(5).toString().substring(0, 7));
        row.put("trade_date", dates.get(5));
        row.put("dataset", DATASET);
        row.put("symbol", "RUNR");
        row.put("kind", "control");
        row.put("inclusion_probability", 0.25);
        lake.add(Tables.DAY_INDEX, (String) row.get("trade_month"), List.of(TestRows.complete(Tables.DAY_INDEX, row)));
        lake.publish("r0");
        ScanSettings quiet = withMovementMin(99);

        AnalyzedDay found = SymbolDayAnalysis.of(Lake.open(folder.toString()).latest(), quiet)
                .analyze(day(5));

        assertThat(found.scanned().kind()).isEqualTo(DayKind.ORDINARY);
        assertThat(found.analysis().orElseThrow().index().kind()).isEqualTo("control");
        assertThat(found.analysis().orElseThrow().index().inclusionProbability())
                .isEqualTo(0.25);
    }

    @Test
    void aRunWithoutDayStatsGivesADayWithoutLookback() {
        writeBars(5);

        AnalyzedDay found = analyze(5);

        assertThat(found.scanned().lookback().measures().lookbackDays()).isZero();
        assertThat(found.analysis()).isPresent();
    }

    @Test
    void aDayWithoutRowsIsAnError() {
        writeBars(5);
        lake.publish("r1");
        SymbolDayAnalysis analysis =
                SymbolDayAnalysis.of(Lake.open(folder.toString()).latest(), SETTINGS);

        assertThatThrownBy(() -> analysis.analyze(new SymbolDay(dates.get(5), DATASET, "NONE")))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("NONE")
                .hasMessageContaining(dates.get(5).toString());
    }

    private static ScanSettings withMovementMin(double movement) {
        ScanSettings d = SETTINGS;
        return new ScanSettings(
                d.sources(),
                d.lookbackDays(),
                d.rvolMinDays(),
                d.haltGapSeconds(),
                d.haltMinTrades(),
                d.crossedShareMax(),
                new ScanSettings.Momentum(movement, 2, movement, movement, 1.5, 1),
                d.detectors(),
                d.scorer(),
                d.setupScorer(),
                d.resets());
    }
}
