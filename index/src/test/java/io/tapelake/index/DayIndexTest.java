package io.tapelake.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.lake.read.Lake;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayIndexTest {

    private static final LocalDate NOVEMBER = LocalDate.of(2025, 11, 14);

    @TempDir
    Path root;

    private TestLake lake;

    @BeforeEach
    void write() {
        lake = TestLake.in(root);
    }

    @Test
    void withoutAskingForMoreAllDaysComeByDateAndSymbol() {
        lake.add(Tables.DAY_INDEX, "2025-12", List.of(day("AAA", NOVEMBER.plusDays(20), 0.3, 5L)));
        lake.add(
                Tables.DAY_INDEX,
                "2025-11",
                List.of(
                        day("CCC", NOVEMBER, 0.1, 5L),
                        day("BBB", NOVEMBER, 0.2, 5L),
                        day("ZZZ", NOVEMBER.minusDays(1), 0.9, 5L)));
        assertThat(found(DayQuery.all())).containsExactly("ZZZ", "BBB", "CCC", "AAA");
    }

    @Test
    void topRanksByMovementAndDaysWithoutAValueComeLast() {
        lake.add(
                Tables.DAY_INDEX,
                "2025-11",
                List.of(
                        day("AAA", NOVEMBER, 0.1, 5L),
                        day("BBB", NOVEMBER, null, 5L),
                        day("CCC", NOVEMBER, 0.7, 5L),
                        day("DDD", NOVEMBER, 0.7, 5L)));
        assertThat(found(DayQuery.all().top(2))).containsExactly("CCC", "DDD");
        assertThat(found(DayQuery.all().top(9))).containsExactly("CCC", "DDD", "AAA", "BBB");
    }

    @Test
    void topRanksExactlyByAnyNumber() {
        long large = (1L << 60) + 1;
        lake.add(
                Tables.DAY_INDEX,
                "2025-11",
                List.of(
                        day("AAA", NOVEMBER, 0.1, large - 1),
                        day("BBB", NOVEMBER, 0.1, large),
                        day("CCC", NOVEMBER, 0.1, 3L)));
        assertThat(found(DayQuery.all().top(1, "volume"))).containsExactly("BBB");
        assertThat(found(DayQuery.all().top(3, "prev_close"))).containsExactly("AAA", "BBB", "CCC");
    }

    @Test
    void datesAreInclusiveOnBothEndsAcrossMonths() {
        for (LocalDate date : Stream.iterate(LocalDate.of(2025, 10, 30), d -> d.plusDays(1))
                .limit(36)
                .toList()) {
            lake.add(Tables.DAY_INDEX, date.toString().substring(0, 7), List.of(day("D" + date, date, 0.1, 1L)));
        }
        LocalDate from = LocalDate.of(2025, 10, 31);
        LocalDate to = LocalDate.of(2025, 12, 1);
        List<String> expected =
                from.datesUntil(to.plusDays(1)).map(date -> "D" + date).toList();
        assertThat(found(DayQuery.all().from(from).to(to))).containsExactlyElementsOf(expected);
        assertThat(found(DayQuery.all().from(from))).startsWith("D2025-10-31");
        assertThat(found(DayQuery.all().to(to))).startsWith("D2025-10-30").endsWith("D2025-12-01");
    }

    @Test
    void symbolAndDatasetChooseDays() {
        Map<String, Object> other = day("AAA", NOVEMBER, 0.1, 5L);
        other.put("dataset", "EQUS.MINI");
        lake.add(
                Tables.DAY_INDEX,
                "2025-11",
                List.of(day("AAA", NOVEMBER, 0.1, 5L), other, day("B", NOVEMBER, 0.1, 5L)));
        assertThat(found(DayQuery.all().symbol("AAA"))).containsExactly("AAA", "AAA");
        assertThat(find(DayQuery.all().symbol("AAA").dataset("EQUS.MINI")))
                .extracting(DayRecord::dataset)
                .containsExactly("EQUS.MINI");
        assertThat(found(DayQuery.all().symbol("nope"))).isEmpty();
    }

    @Test
    void valuesAreExactAndUnknownOnesEmpty() {
        lake.add(Tables.DAY_INDEX, "2025-11", List.of(day("AAA", NOVEMBER, null, 5L)));
        DayRecord day = find(DayQuery.all()).get(0);
        assertThat(day.tradeDate()).isEqualTo(NOVEMBER);
        assertThat(day.value("prev_close")).isEqualTo(new BigDecimal("10.000000001"));
        assertThat(day.number("movement")).isEmpty();
        assertThat(day.number("volume")).hasValue(5);
        assertThatThrownBy(() -> day.value("volum")).hasMessageContaining("volume");
    }

    @Test
    void aRunWithoutAScanSaysSo() {
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("AAA", NOVEMBER, 1));
        lake.publish("one");
        assertThatThrownBy(() -> DayIndex.open(Lake.open(root.toString()).latest()))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("no day index")
                .hasMessageContaining("tapelake scan --lake " + root);
    }

    @Test
    void impossibleQueriesAreRefused() {
        assertThatThrownBy(() -> DayQuery.all().top(0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> DayQuery.all().top(1, "symbol"))
                .hasMessageContaining("'symbol', which is STRING")
                .hasMessageContaining("movement");
        assertThatThrownBy(() -> DayQuery.all().top(1, "movment")).hasMessageContaining("Did you mean movement");
        assertThatThrownBy(() -> DayQuery.all().from(NOVEMBER).to(NOVEMBER.minusDays(1)))
                .hasMessageContaining("backwards");
    }

    private List<DayRecord> find(DayQuery query) {
        lake.publish("one");
        try (Stream<DayRecord> days =
                DayIndex.open(Lake.open(root.toString()).latest()).find(query)) {
            return days.toList();
        }
    }

    private List<String> found(DayQuery query) {
        List<String> symbols = new ArrayList<>();
        find(query).forEach(day -> symbols.add(day.symbol()));
        return symbols;
    }

    private static Map<String, Object> day(String symbol, LocalDate date, Double movement, long volume) {
        Map<String, Object> row = new HashMap<>();
        row.put("trade_date", date);
        row.put("dataset", "XNAS.ITCH");
        row.put("symbol", symbol);
        row.put("kind", "momentum");
        row.put("movement", movement);
        row.put("volume", volume);
        row.put("prev_close", new BigDecimal("10.000000001"));
        return TestRows.complete(Tables.DAY_INDEX, row);
    }
}
