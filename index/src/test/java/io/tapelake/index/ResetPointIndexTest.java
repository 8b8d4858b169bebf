package io.tapelake.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.SymbolDay;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetPointIndexTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 14);
    private static final SymbolDay AAA = new SymbolDay(NOVEMBER, "XNAS.ITCH", "AAA");

    @TempDir
    Path root;

    @Test
    void aDayHasItsPointsAndAPointItsDay() {
        RandomIndex.write(TestLake.in(root), new Random(3));
        ResetPointIndex points = ResetPointIndex.open(run());
        assertThat(points.load()).isEqualTo(points.count(ResetPointQuery.all().withOpenDays()));
        for (DayRecord day : points.days().find(DayQuery.all().withOpenDays()).toList()) {
            List<ResetPointRecord> ofDay = points.find(ResetPointQuery.all()
                            .withOpenDays()
                            .symbol(day.symbol())
                            .dataset(day.dataset())
                            .on(day.tradeDate()))
                    .toList();
            assertThat(points.points(day.key())).isEqualTo(ofDay);
            ofDay.forEach(point -> assertThat(points.day(point)).contains(day));
        }
        assertThat(points.points(new SymbolDay(NOVEMBER.plusYears(1), "XNAS.ITCH", "A")))
                .isEmpty();
        assertThat(points.points(new SymbolDay(RandomIndex.FIRST, "XNAS.ITCH", "nope")))
                .isEmpty();
        assertThat(points.days().day(new SymbolDay(RandomIndex.FIRST, "XNAS.ITCH", "nope")))
                .isEmpty();
    }

    @Test
    void columnsInMemoryStayBelowTheirBoundAndAnswersStayTheSame() {
        RandomIndex.write(TestLake.in(root), new Random(4));
        ResetPointIndex roomy = ResetPointIndex.open(run());
        ResetPointIndex narrow = ResetPointIndex.open(run(), 20_000);
        ResetPointQuery query = ResetPointQuery.all().withOpenDays().orderByDescending("rvol");
        List<ResetPointRecord> expected = roomy.find(query).toList();
        for (int i = 0; i < 3; i++) {
            assertThat(narrow.find(query)).containsExactlyElementsOf(expected);
        }
        ResetPointIndex onlyKeys = ResetPointIndex.open(run());
        onlyKeys.load();
        long keys = onlyKeys.heapBytes();
        assertThat(narrow.heapBytes()).isLessThanOrEqualTo(keys + 20_000);
        assertThat(roomy.heapBytes()).isGreaterThan(keys + 20_000);
    }

    @Test
    void aSampleIsDrawnInProportionToTheWeights() {
        TestLake lake = TestLake.in(root);
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 4_000; i++) {
            rows.add(point("AAA", i, i % 4 == 0 ? 10.0 : 1.0, 0.5));
        }
        lake.add(Tables.DAY_INDEX, "2025-11", List.of(day("AAA", "PRIME")));
        lake.add(Tables.RESET_POINTS, "2025-11", rows);
        lake.publish("one");
        ResetPointIndex points = ResetPointIndex.open(run());
        int heavy = 0;
        for (int seed = 0; seed < 200; seed++) {
            heavy += (int) points.find(ResetPointQuery.all().sample(10, seed))
                    .filter(point -> point.number("weight").getAsDouble() == 10)
                    .count();
        }
        // 10 x 1 of 13 parts: 1,538 of 2,000 are expected, with a standard deviation below 20.
        assertThat(heavy).isBetween(1_440, 1_640);
        assertThat(points.find(ResetPointQuery.all().sample(10, 1)).toList())
                .isNotEqualTo(points.find(ResetPointQuery.all().sample(10, 2)).toList());
        assertThat(points.find(ResetPointQuery.all().symbol("AAA").sample(10, 1)))
                .as("a filter that takes nothing away changes nothing")
                .containsExactlyElementsOf(
                        points.find(ResetPointQuery.all().sample(10, 1)).toList());
    }

    @Test
    void pointsOfAQueryOverDays() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.DAY_INDEX, "2025-11", List.of(day("AAA", "PRIME"), day("BBB", "RISK")));
        lake.add(
                Tables.RESET_POINTS,
                "2025-11",
                List.of(
                        point("AAA", 1, 1, 0.5),
                        point("AAA", 2, 1, 0.9),
                        point("BBB", 1, 1, 0.7),
                        point("CCC", 1, 1, 0.7)));
        lake.publish("one");
        ResetPointIndex points = ResetPointIndex.open(run());
        assertThat(points.find(ResetPointQuery.all().ofDays(DayQuery.all().category("PRIME"))))
                .extracting(ResetPointRecord::symbol)
                .containsExactly("AAA", "AAA");
        assertThat(points.find(ResetPointQuery.all().ofDays(DayQuery.all()).top(2)))
                .extracting(point -> point.value("setup_quality"))
                .containsExactly(0.9, 0.7);
        assertThat(points.counts(ResetPointQuery.all(), "symbol"))
                .containsExactly(
                        new GroupCount(List.of("AAA"), 2),
                        new GroupCount(List.of("BBB"), 1),
                        new GroupCount(List.of("CCC"), 1));
        assertThat(points.find(ResetPointQuery.all()).findFirst().orElseThrow().decisionNs())
                .isEqualTo(60_000_000_000L);
    }

    @Test
    void theFilesOfADayAreNamed() {
        TestLake lake = TestLake.in(root);
        Map<String, Object> day = day("AAA", "PRIME");
        day.put("file_ids", List.of(8L, 3L));
        lake.add(Tables.DAY_INDEX, "2025-11", List.of(day));
        lake.add(Tables.INGESTED_FILES, "", List.of(file(3, "a.dbn.zst"), file(8, "b.dbn.zst"), file(9, "c.dbn.zst")));
        lake.publish("one");
        DayIndex days = DayIndex.open(run());
        assertThat(days.files(AAA)).extracting(RawFile::path).containsExactly("b.dbn.zst", "a.dbn.zst");
        assertThat(days.files(new SymbolDay(NOVEMBER, "XNAS.ITCH", "BBB"))).isEmpty();
    }

    @Test
    void impossibleQueriesAreRefusedWithWhatWasMeant() {
        assertThatThrownBy(() -> ResetPointQuery.all().where(Filter.atLeast("setup_qualty", 0.5)))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("'setup_qualty'")
                .hasMessageContaining("Did you mean setup_quality");
        assertThatThrownBy(() -> ResetPointQuery.all().where(Filter.atLeast("phase", 0.5)))
                .hasMessageContaining("'phase'")
                .hasMessageContaining("STRING and cannot be compared with numbers");
        assertThatThrownBy(() -> ResetPointQuery.all().where(Filter.not(Filter.in("rvol", "x"))))
                .hasMessageContaining("FLOAT and cannot be compared with texts");
        assertThatThrownBy(() -> DayQuery.all().where(Filter.between("movement", 2, 1)))
                .hasMessageContaining("run backwards: from 2.0 to 1.0");
        assertThatThrownBy(() -> DayQuery.all().where(Filter.atLeast("movement", Double.NaN)))
                .hasMessageContaining("finite");
        assertThatThrownBy(() -> DayQuery.all().sample(1, 1, "tags")).hasMessageContaining("no weight");
        assertThatThrownBy(() -> DayQuery.all().orderBy("file_ids")).hasMessageContaining("ARRAY<BIGINT>");
        assertThatThrownBy(() -> DayQuery.all().columns("volum")).hasMessageContaining("volume");
        assertThatThrownBy(() -> DayQuery.all().limit(-1)).hasMessageContaining("0 or more");
    }

    @Test
    void aColumnThatWasLeftOutIsNotThere() {
        TestLake lake = TestLake.in(root);
        lake.add(Tables.DAY_INDEX, "2025-11", List.of(day("AAA", "PRIME")));
        lake.publish("one");
        DayRecord day = DayIndex.open(run())
                .find(DayQuery.all().columns("category"))
                .findFirst()
                .orElseThrow();
        assertThat(day.value("category")).isEqualTo("PRIME");
        assertThat(day.symbol()).isEqualTo("AAA");
        assertThatThrownBy(() -> day.value("volume"))
                .hasMessageContaining("was not asked for")
                .hasMessageContaining("category");
        ColumnArrays arrays = DayIndex.open(run()).arrays(DayQuery.all(), "category", "movement");
        assertThatThrownBy(() -> arrays.longs("movement", 0)).hasMessageContaining("fractions");
        assertThatThrownBy(() -> arrays.doubles("category")).hasMessageContaining("not a number");
        assertThatThrownBy(() -> arrays.texts("movement")).hasMessageContaining("FLOAT");
        assertThatThrownBy(() -> arrays.doubles("volume")).hasMessageContaining("was not asked for");
    }

    private LakeRun run() {
        return Lake.open(root.toString()).latest();
    }

    private static Map<String, Object> day(String symbol, String category) {
        Map<String, Object> row = new HashMap<>();
        row.put("trade_date", NOVEMBER);
        row.put("dataset", "XNAS.ITCH");
        row.put("symbol", symbol);
        row.put("category", category);
        return TestRows.complete(Tables.DAY_INDEX, row);
    }

    private static Map<String, Object> point(String symbol, int minute, double weight, double quality) {
        Map<String, Object> row = new HashMap<>();
        row.put("trade_date", NOVEMBER);
        row.put("dataset", "XNAS.ITCH");
        row.put("symbol", symbol);
        row.put("decision_ts_ns", minute * 60_000_000_000L);
        row.put("weight", weight);
        row.put("setup_quality", quality);
        return TestRows.complete(Tables.RESET_POINTS, row);
    }

    private static Map<String, Object> file(long id, String path) {
        Map<String, Object> row = new HashMap<>();
        row.put("file_id", id);
        row.put("path", path);
        row.put("schema", "trades");
        row.put("outcome", "taken");
        return TestRows.complete(Tables.INGESTED_FILES, row);
    }
}
