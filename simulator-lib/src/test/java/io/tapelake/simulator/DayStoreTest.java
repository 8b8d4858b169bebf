package io.tapelake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.lake.read.Lake;
import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import io.tapelake.model.Session;
import io.tapelake.model.SymbolDay;
import io.tapelake.simulator.check.CheckLine;
import io.tapelake.simulator.check.DayCheck;
import io.tapelake.simulator.check.RecordOrigin;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.PriorDay;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.market.MarketView;
import io.tapelake.simulator.market.TradingStatus;
import io.tapelake.simulator.window.BarWindow;
import io.tapelake.simulator.window.Reach;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Days out of a lake: what came before them, and the edges of the calendar. */
class DayStoreTest {
    private static final String DATASET = "XNAS.ITCH";
    private static final long USD = Prices.NANOS_PER_UNIT;

    @TempDir
    private Path folder;

    private TestLake lake;

    @BeforeEach
    void open() {
        lake = TestLake.in(folder);
    }

    private static SymbolDay day(String date) {
        return new SymbolDay(LocalDate.parse(date), DATASET, "AAA");
    }

    private void bars(String date, int count, int price) {
        long open = NewYork.toEpochNs(LocalDate.parse(date), LocalTime.of(9, 30));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(TestRows.complete(
                    Tables.BARS_1M, TestRows.bar(DATASET, 2, "AAA", open + i * 60_000_000_000L, price + i % 3, 100)));
        }
        lake.add(Tables.BARS_1M, date, rows);
    }

    private SimulatorDay load(String date, DaySettings settings) {
        lake.publish("run " + date);
        return DayStore.of(Lake.open(folder.toString()).latest(), settings).load(day(date));
    }

    private SimulatorDay load(String date) {
        return load(date, DaySettings.defaults());
    }

    private static List<String> prior(SimulatorDay day) {
        return day.priorDays().stream().map(p -> p.tradeDate().toString()).toList();
    }

    @Test
    void mondayLooksBackAtFriday() {
        bars("2025-11-14", 60, 10);
        bars("2025-11-17", 60, 12);
        SimulatorDay day = load("2025-11-17");
        assertThat(prior(day)).containsExactly("2025-11-14");
        assertThat(day.prior().highNanos()).isEqualTo(12 * USD + USD / 4);
        assertThat(day.prior().closeNanos()).isEqualTo(12 * USD);
    }

    @Test
    void theDayAfterAHolidayLooksBackOverIt() {
        bars("2025-11-26", 60, 10);
        bars("2025-11-28", 60, 12);
        assertThat(prior(load("2025-11-28"))).containsExactly("2025-11-26");
    }

    @Test
    void afterAHaltOverSeveralDaysTheLastDayWithRowsCounts() {
        bars("2025-11-07", 60, 10);
        bars("2025-11-14", 60, 12);
        assertThat(prior(load("2025-11-14"))).containsExactly("2025-11-07");
    }

    @Test
    void theFirstDayOfASymbolHasNoLookback() {
        bars("2025-11-14", 60, 10);
        SimulatorDay day = load("2025-11-14");
        assertThat(day.priorDays()).isEmpty();
        assertThat(day.prior().closeNanos()).isEqualTo(Prices.UNDEF);
    }

    @Test
    void asManyTrailingDaysAsAskedForWithTheLastTwoHoursMarked() {
        bars("2025-11-12", 390, 10);
        bars("2025-11-13", 390, 11);
        bars("2025-11-14", 5, 12);
        SimulatorDay day = load("2025-11-14", DaySettings.defaults().withPriorDays(2));
        assertThat(prior(day)).containsExactly("2025-11-13", "2025-11-12");
        PriorDay yesterday = day.priorDays().get(0);
        int two = yesterday.bars().minuteAt(NewYork.toEpochNs(yesterday.tradeDate(), LocalTime.of(14, 0)));
        assertThat(yesterday.lastHoursFrom()).isEqualTo(two);
        assertThat(yesterday.isLastHours(two)).isTrue();
        assertThat(yesterday.isLastHours(two - 1)).isFalse();
        assertThat(yesterday.isLastHours(two + 120)).isFalse();
        MarketView view = MarketView.of(day).moveTo(day.sessions().preOpenNs() + 61_000_000_000L);
        BarWindow window = BarWindow.of(day, 1, 20, Reach.PRIOR_DAYS).at(view);
        assertThat(window.isPriorDay(18)).isTrue();
        assertThat(window.isPriorLastHours(18)).isTrue();
        assertThat(window.isPriorDay(19))
                .as("the first minute of the pre-market")
                .isFalse();
    }

    @Test
    void aSplitOnTheDayPutsTheLookbackOnTheNewBasis() {
        bars("2025-11-13", 60, 10);
        bars("2025-11-14", 60, 20);
        Map<String, Object> split = new HashMap<>();
        split.put("symbol", "AAA");
        split.put("ex_date", LocalDate.parse("2025-11-14"));
        split.put("type", "split");
        split.put("ratio", new BigDecimal("0.500000000"));
        lake.add(Tables.CORPORATE_ACTIONS, "", List.of(TestRows.complete(Tables.CORPORATE_ACTIONS, split)));
        SimulatorDay day = load("2025-11-14");
        assertThat(day.prior().closeNanos()).isEqualTo(24 * USD);
        PriorDay yesterday = day.priorDays().get(0);
        int first = yesterday.bars().minuteAt(yesterday.sessions().openNs());
        assertThat(yesterday.bars().openNanos(first)).isEqualTo(20 * USD);
        assertThat(yesterday.bars().volume(first)).isEqualTo(50);
    }

    @Test
    void anEarlyCloseEndsTheSessionAndItsWindows() {
        bars("2025-11-28", 300, 10);
        SimulatorDay day = load("2025-11-28");
        long one = NewYork.toEpochNs(LocalDate.parse("2025-11-28"), LocalTime.of(13, 0));
        assertThat(day.sessions().closeNs()).isEqualTo(one);
        MarketView view = MarketView.of(day).moveTo(one + 90_000_000_000L);
        assertThat(view.session()).isEqualTo(Session.POST);
        BarWindow window = BarWindow.of(day, 1, 20, Reach.DAY).at(view);
        assertThat(window.isFilled(19)).isTrue();
        assertThat(window.isFilled(18)).as("before the close").isFalse();
    }

    @Test
    void aDayAfterAClockChangeHasItsSessionsWhereTheyBelong() {
        bars("2025-03-07", 10, 10);
        bars("2025-03-10", 10, 11);
        SimulatorDay day = load("2025-03-10");
        assertThat(prior(day)).containsExactly("2025-03-07");
        MarketView view = MarketView.of(day).moveTo(day.sessions().openNs() + 600_000_000_000L);
        assertThat(NewYork.at(view.nowNs()).toLocalTime()).isEqualTo(LocalTime.of(9, 40));
        assertThat(view.volume()).isEqualTo(1_000);
        assertThat(view.openingRangeHighNanos()).isEqualTo(13 * USD + USD / 4);
    }

    @Test
    void aDayWithOneBarAndNoQuotesHasAMarketAllTheSame() {
        bars("2025-11-14", 1, 10);
        SimulatorDay day = load("2025-11-14");
        MarketView view = MarketView.of(day);
        long end = day.sessions().openNs() + 60_000_000_000L;
        assertThat(view.moveTo(end - 1).lastPriceNanos()).isEqualTo(Prices.UNDEF);
        assertThat(view.moveTo(end).lastPriceNanos()).isEqualTo(10 * USD);
        assertThat(view.lastPriceAgeNs()).isZero();
        assertThat(view.bidNanos()).isEqualTo(Prices.UNDEF);
        assertThat(view.tradingStatus()).isEqualTo(TradingStatus.UNKNOWN);
        assertThat(view.moveTo(day.sessions().postCloseNs()).lastPriceNanos()).isEqualTo(10 * USD);
    }

    @Test
    void aDayWithoutRowsIsAnErrorThatSaysWhereToLook() {
        bars("2025-11-14", 1, 10);
        lake.publish("r");
        DayStore store = DayStore.of(Lake.open(folder.toString()).latest(), DaySettings.defaults());
        assertThatThrownBy(() -> store.load(day("2025-11-13")))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("no rows of AAA on 2025-11-13 in XNAS.ITCH");
    }

    @Test
    void ticksAreReadAndCheckedAndTracedToTheirRecords() {
        String date = "2025-11-14";
        long open = NewYork.toEpochNs(LocalDate.parse(date), LocalTime.of(9, 30));
        List<Map<String, Object>> trades = new ArrayList<>();
        List<Map<String, Object>> quotes = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            trades.add(tick(
                    Tables.TRADES,
                    open + i * 1_000_000_000L,
                    i,
                    Map.of("price", BigDecimal.valueOf(10), "size", 100L + i, "side", "B")));
            quotes.add(tick(
                    Tables.QUOTES,
                    open + i * 1_000_000_000L + 1,
                    i,
                    Map.of(
                            "bid",
                            BigDecimal.valueOf(9 + i % 2),
                            "ask",
                            BigDecimal.valueOf(11),
                            "bid_size",
                            100L,
                            "ask_size",
                            200L + i,
                            "action",
                            "A",
                            "source_schema",
                            "mbp-1")));
        }
        lake.add(Tables.TRADES, date, trades);
        lake.add(Tables.QUOTES, date, quotes);
        SimulatorDay day = load(date);
        MarketView view = MarketView.of(day).moveTo(open + 10_020_000_001L);
        assertThat(view.volume()).isEqualTo(11 * 100 + 55);
        assertThat(view.askSizeShares()).isEqualTo(210);
        assertThat(view.bidNanos()).isEqualTo(9 * USD);
        for (CheckLine line : DayCheck.of(Lake.open(folder.toString()).latest(), DaySettings.defaults())
                .check(day)) {
            assertThat(line.different()).as(line.what() + ": " + line.first()).isZero();
        }
        RecordOrigin origin = RecordOrigin.of(Lake.open(folder.toString()).latest(), day(date));
        assertThat(origin.trade(open + 10_000_000_000L, 2, 110))
                .contains(new RecordOrigin.Place("trades", "file 7", 10));
        assertThat(origin.quote(open + 10_000_000_001L, 2).orElseThrow().recordIndex())
                .isEqualTo(10);
    }

    private static Map<String, Object> tick(LakeTable table, long ns, long index, Map<String, Object> fields) {
        Map<String, Object> row = new HashMap<>(fields);
        row.put("dataset", DATASET);
        row.put("publisher", 2);
        row.put("symbol", "AAA");
        row.put("ts_recv_ns", ns);
        row.put("ts_event_ns", ns);
        row.put("ts_recv", Instant.ofEpochSecond(0, ns));
        row.put("file_id", 7L);
        row.put("record_index", index);
        return TestRows.complete(table, row);
    }
}
