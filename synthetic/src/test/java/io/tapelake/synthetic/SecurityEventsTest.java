package io.tapelake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.model.DaySessions;
import io.tapelake.model.NewYork;
import io.tapelake.model.SessionCalendar;
import io.tapelake.synthetic.market.TradeDay;
import io.tapelake.synthetic.market.TradeTape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Splits, new names and delistings, told of a market in which none of it happens. */
class SecurityEventsTest {

    @TempDir
    private Path folder;

    private static MarketSpec spec(boolean events) {
        return MarketSpec.of(6, 9, 20)
                .withFrom(LocalDate.of(2025, 7, 24))
                .withSchemas(List.of(Schema.OHLCV_1H))
                .withActivity(0.1)
                .withSecurityEvents(events);
    }

    /** Symbol and UTC date to the sum of price times volume, and to the volume. */
    private static Map<String, long[]> sums(Path files) {
        Map<String, long[]> sums = new TreeMap<>();
        for (Records.Named bar : Records.all(files, "ohlcv-1h")) {
            LocalDate date = Instant.ofEpochSecond(0, bar.tsEvent())
                    .atOffset(ZoneOffset.UTC)
                    .toLocalDate();
            long[] sum = sums.computeIfAbsent(bar.symbol() + " " + date, k -> new long[2]);
            long volume = bar.i64(OhlcvLayout.VOLUME);
            sum[0] += bar.i64(OhlcvLayout.CLOSE) / 100 * volume;
            sum[1] += volume;
        }
        return sums;
    }

    @Test
    void theSameMarketIsToldInOtherSharesAndUnderOtherNames() throws IOException {
        SyntheticMarket market = SyntheticMarket.of(spec(true));
        market.write(folder.resolve("events"), Progress.NONE);
        SyntheticMarket.of(spec(false)).write(folder.resolve("calm"), Progress.NONE);
        Map<String, long[]> events = sums(folder.resolve("events"));
        Map<String, long[]> calm = sums(folder.resolve("calm"));
        List<String> symbols = market.model().symbols();
        List<LocalDate> dates =
                market.model().days().stream().map(TradeDay::date).toList();
        SecurityEvents told = market.securityEvents();
        int present = 0;
        for (int symbol = 0; symbol < symbols.size(); symbol++) {
            for (int day = 0; day < dates.size(); day++) {
                if (!told.trades(symbol, day)) {
                    continue;
                }
                present++;
                long[] expected = calm.get(symbols.get(symbol) + " " + dates.get(day));
                long[] actual = events.get(told.symbolOn(symbol, day) + " " + dates.get(day));
                assertThat(actual[1]).isEqualTo(expected[1] * told.perShare(symbol, day));
                assertThat(actual[0]).isEqualTo(expected[0]);
            }
        }
        assertThat(events).hasSize(present);
        assertThat(present).isEqualTo(6 * 9 - 6 - 4);
        assertThat(told.symbolOn(4, 8)).isEqualTo(symbols.get(2));
        assertThat(told.symbolOn(3, 6)).isNotIn(symbols);
        assertThat(Files.readAllLines(folder.resolve("events").resolve("security-events.jsonl")))
                .hasSize(6)
                .anyMatch(line -> line.contains("\"reverse-split\"") && line.contains("\"ratio\":0.1"))
                .anyMatch(line -> line.contains("\"new-name\"") && line.contains(told.symbolOn(3, 6)));
        assertThat(folder.resolve("calm").resolve("corporate_actions.csv")).doesNotExist();
    }

    @Test
    void aMarketTooSmallForItsEventsIsRefused() {
        assertThatThrownBy(() -> MarketSpec.of(4, 9, 1).withSecurityEvents(true))
                .hasMessageContaining("at least 5 and 8");
    }

    @Test
    void theYearEndHoldsAnEarlyCloseAndBothOffsets() {
        SyntheticMarket market = SyntheticMarket.of(MarketSpec.yearEnd(6, 7).withActivity(0.1));
        assertSessions(market, LocalDate.of(2025, 10, 31), 8, 13_30, LocalTime.of(16, 0));
        assertSessions(market, LocalDate.of(2025, 11, 3), 9, 14_30, LocalTime.of(16, 0));
        assertSessions(market, LocalDate.of(2025, 11, 28), 9, 14_30, LocalTime.of(13, 0));
        assertThat(market.model().days()).extracting(TradeDay::date).doesNotContain(LocalDate.of(2025, 11, 27));
    }

    @Test
    void theDefaultMonthHoldsTheBeginningOfDaylightSavingTime() {
        SyntheticMarket market = SyntheticMarket.of(MarketSpec.of(5, 12, 7).withActivity(0.1));
        assertSessions(market, LocalDate.of(2025, 3, 7), 9, 14_30, LocalTime.of(16, 0));
        assertSessions(market, LocalDate.of(2025, 3, 10), 8, 13_30, LocalTime.of(16, 0));
    }

    /** Sessions at their New York times, the UTC hours that belong to them, and all trades within. */
    private static void assertSessions(
            SyntheticMarket market, LocalDate date, int preOpenUtcHour, int openUtc, LocalTime close) {
        int day = market.model().days().stream().map(TradeDay::date).toList().indexOf(date);
        DaySessions sessions = market.model().days().get(day).sessions();
        assertThat(sessions).isEqualTo(SessionCalendar.usEquities().sessions(date));
        assertThat(Instant.ofEpochSecond(0, sessions.preOpenNs()))
                .isEqualTo(date.atTime(preOpenUtcHour, 0).toInstant(ZoneOffset.UTC));
        assertThat(Instant.ofEpochSecond(0, sessions.openNs()))
                .isEqualTo(date.atTime(openUtc / 100, openUtc % 100).toInstant(ZoneOffset.UTC));
        assertThat(sessions.closeNs()).isEqualTo(NewYork.toEpochNs(date, close));
        TradeTape trades = market.model().tape(0, day).trades();
        assertThat(trades.tsEventNs(0)).isBetween(sessions.preOpenNs(), sessions.openNs());
        assertThat(trades.tsEventNs(trades.size() - 1)).isBetween(sessions.closeNs(), sessions.postCloseNs());
    }
}
