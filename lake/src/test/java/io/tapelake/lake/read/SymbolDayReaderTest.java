package io.tapelake.lake.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.model.BarSeries;
import io.tapelake.model.Prices;
import io.tapelake.model.QuoteSeries;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.model.TradeSeries;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SymbolDayReaderTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);
    private static final SymbolDay DAY = new SymbolDay(DATE, "XNAS.ITCH", "BBB");
    private static final long OPEN = 1_763_130_600_000_000_000L;

    @TempDir
    Path root;

    private TestLake lake;

    @BeforeEach
    void write() {
        lake = TestLake.in(root).pages(7, 50);
    }

    @Test
    void barsAreThoseOfTheSymbolDatasetAndDate() {
        List<Map<String, Object>> rows = new ArrayList<>(TestRows.bars("AAA", DATE, 40));
        for (int i = 0; i < 40; i++) {
            Map<String, Object> bar = TestRows.bar("XNAS.ITCH", 2, "BBB", OPEN + i, 10, i);
            if (i == 3) {
                bar.put("close", null);
            }
            rows.add(bar);
            rows.add(TestRows.bar("EQUS.MINI", 95, "BBB", OPEN + i, 11, 1000 + i));
        }
        rows.addAll(TestRows.bars("CCC", DATE, 40));
        lake.add(Tables.BARS_1S, "2025-11-14", rows);
        lake.add(Tables.BARS_1S, "2025-11-13", TestRows.bars("BBB", DATE.minusDays(1), 5));
        BarSeries bars = reader().bars(Tables.BARS_1S, DAY);
        assertThat(bars.size()).isEqualTo(40);
        for (int i = 0; i < 40; i++) {
            assertThat(bars.barStartNs(i)).isEqualTo(OPEN + i);
            assertThat(bars.volume(i)).isEqualTo(i);
            assertThat(bars.publisher(i)).isEqualTo(2);
        }
        assertThat(bars.highNanos(0)).isEqualTo(10_250_000_000L);
        assertThat(bars.lowNanos(0)).isEqualTo(9_999_999_999L);
        assertThat(bars.closeNanos(3)).isEqualTo(Prices.UNDEF);
    }

    @Test
    void aDayWithoutRowsAndATableTheRunLacksAreEmpty() {
        lake.add(Tables.BARS_1S, "2025-11-14", TestRows.bars("AAA", DATE, 3));
        SymbolDayReader reader = reader();
        assertThat(reader.bars(Tables.BARS_1S, DAY).size()).isZero();
        assertThat(reader.bars(Tables.BARS_1M, DAY).size()).isZero();
        assertThat(reader.bars(Tables.BARS_1S, new SymbolDay(DATE.plusDays(1), "XNAS.ITCH", "AAA"))
                        .size())
                .isZero();
        assertThat(reader.trades(DAY).size()).isZero();
        assertThat(reader.status(DAY)).isEmpty();
    }

    @Test
    void tradesKeepSourceOrderAmongEqualTimes() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            rows.add(event(
                    Tables.TRADES,
                    OPEN,
                    i,
                    Map.of("price", new BigDecimal("10." + (10 + i)), "size", 100L + i, "side", i == 1 ? "B" : "A")));
        }
        rows.get(2).put("side", null);
        rows.get(4).put("ts_event_ns", null);
        lake.add(Tables.TRADES, "2025-11-14", rows);
        TradeSeries trades = reader().trades(DAY);
        assertThat(trades.size()).isEqualTo(20);
        for (int i = 0; i < 20; i++) {
            assertThat(trades.sizeShares(i)).isEqualTo(100 + i);
            assertThat(trades.priceNanos(i)).isEqualTo(10_000_000_000L + (10 + i) * 10_000_000L);
            assertThat(trades.tsRecvNs(i)).isEqualTo(OPEN);
        }
        assertThat(trades.side(1)).isEqualTo('B');
        assertThat(trades.side(2)).isEqualTo('N');
        assertThat(trades.tsEventNs(3)).isEqualTo(OPEN - 5);
        assertThat(trades.tsEventNs(4)).isEqualTo(SymbolDayReader.UNDEFINED_TIME);
    }

    @Test
    void quotesAndTheTradesAmongThemAreOfOneSchema() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Map<String, Object> quote = event(
                    Tables.QUOTES,
                    OPEN + i,
                    i,
                    Map.of("bid", new BigDecimal("9.5"), "bid_size", 3L, "ask_size", 0L, "condition", "one-sided"));
            quote.put("source_schema", i % 2 == 0 ? "tbbo" : "bbo-1s");
            quote.put("action", i % 4 == 0 ? "T" : null);
            quote.put("price", new BigDecimal("9.75"));
            quote.put("size", 10L + i);
            rows.add(quote);
        }
        lake.add(Tables.QUOTES, "2025-11-14", rows);
        QuoteSeries quotes = reader().quotes(DAY, "bbo-1s");
        assertThat(quotes.size()).isEqualTo(6);
        assertThat(quotes.tsRecvNs(0)).isEqualTo(OPEN + 1);
        assertThat(quotes.bidNanos(0)).isEqualTo(9_500_000_000L);
        assertThat(quotes.askNanos(0)).isEqualTo(Prices.UNDEF);
        assertThat(quotes.bidSizeShares(0)).isEqualTo(3);
        TradeSeries trades = reader().tradesOfQuotes(DAY, "tbbo");
        assertThat(trades.size()).isEqualTo(3);
        assertThat(trades.sizeShares(1)).isEqualTo(14);
        assertThat(trades.priceNanos(1)).isEqualTo(9_750_000_000L);
        assertThat(reader().quotes(DAY, "mbp-1").size()).isZero();
    }

    @Test
    void statusChangesComeAsEvents() {
        Map<String, Object> halt = event(Tables.STATUS, OPEN, 0, Map.of("action", 9, "reason", 50, "is_trading", "N"));
        Map<String, Object> resume = event(Tables.STATUS, OPEN + 300, 1, Map.of("action", 7, "reason", 0));
        lake.add(Tables.STATUS, "2025-11-14", List.of(halt, resume));
        assertThat(reader().status(DAY))
                .containsExactly(
                        new StatusEvent(OPEN, OPEN - 5, 2, 9, 50, 'N'),
                        new StatusEvent(OPEN + 300, OPEN + 295, 2, 7, 0, '~'));
    }

    private SymbolDayReader reader() {
        lake.publish("one");
        return SymbolDayReader.of(Lake.open(root.toString()).latest());
    }

    private static Map<String, Object> event(LakeTable table, long recvNs, long index, Map<String, Object> values) {
        Map<String, Object> row = new HashMap<>(values);
        row.put("dataset", "XNAS.ITCH");
        row.put("publisher", 2);
        row.put("symbol", "BBB");
        row.put("ts_event_ns", recvNs - 5);
        row.put("ts_recv_ns", recvNs);
        row.put("record_index", index);
        return TestRows.complete(table, row);
    }
}
