package io.tapelake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.Prices;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureSet;
import io.tapelake.simulator.market.MarketView;
import io.tapelake.simulator.window.BarWindow;
import io.tapelake.simulator.window.PrintWindow;
import io.tapelake.simulator.window.QuoteWindow;
import io.tapelake.simulator.window.Reach;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** State, windows and features beside those of lists that are scanned from the beginning. */
class DifferentialTest {
    private static final long NS = NaiveMarket.NS;
    private static final long MINUTE = 60 * NS;

    @ParameterizedTest
    @EnumSource(names = {"TICKS", "BOOKS_ONLY"})
    void equalsANaiveMarketThatScansLists(MadeUpDays.Shape shape) {
        SplittableRandom random = new SplittableRandom(7);
        int days = FullTests.cases(2, 12);
        int instants = FullTests.cases(15, 60);
        for (int i = 0; i < days; i++) {
            RawDay raw = MadeUpDays.of(random.nextInt(1_000_000), shape, 0.06, DaySettings.defaults());
            SimulatorDay day = raw.build();
            for (int k = 0; k < instants; k++) {
                long ns = Instants.any(day, random);
                compare(raw, day, ns);
            }
        }
    }

    private static void compare(RawDay raw, SimulatorDay day, long ns) {
        NaiveMarket naive = new NaiveMarket(raw, ns);
        MarketView view = MarketView.of(day).moveTo(ns);
        String at = raw.key() + " at " + ns;
        state(naive, view, at);
        windows(naive, day, view, at);
        features(naive, day, view, at);
    }

    private static void state(NaiveMarket naive, MarketView view, String at) {
        assertThat(view.lastPriceNanos()).as(at).isEqualTo(naive.lastPrice());
        assertThat(view.lastPriceAgeNs()).as(at).isEqualTo(naive.lastPriceAge());
        assertThat(view.volume()).as(at).isEqualTo(naive.volume());
        assertThat(view.vwap()).as(at).isEqualTo(naive.vwap(), within(1e-9));
        assertThat(view.dayHighNanos()).as(at).isEqualTo(naive.high(Long.MIN_VALUE, Long.MAX_VALUE));
        assertThat(view.dayLowNanos()).as(at).isEqualTo(naive.low(Long.MIN_VALUE, Long.MAX_VALUE));
        long pre = naive.sessions.preOpenNs();
        long open = naive.sessions.openNs();
        assertThat(view.preMarketHighNanos()).as(at).isEqualTo(naive.high(pre, open));
        assertThat(view.preMarketLowNanos()).as(at).isEqualTo(naive.low(pre, open));
        boolean ranged = naive.now >= naive.known(open + 5 * MINUTE);
        assertThat(view.openingRangeHighNanos())
                .as(at)
                .isEqualTo(ranged ? naive.high(open, open + 5 * MINUTE) : Prices.UNDEF);
        RawDay.Quote bid = naive.bestBid();
        RawDay.Quote ask = naive.bestAsk();
        assertThat(view.bidNanos()).as(at).isEqualTo(bid == null ? Prices.UNDEF : bid.bid());
        assertThat(view.askNanos()).as(at).isEqualTo(ask == null ? Prices.UNDEF : ask.ask());
        assertThat(view.bidSizeShares()).as(at).isEqualTo(bid == null ? 0 : bid.bidSize());
        assertThat(view.askSizeShares()).as(at).isEqualTo(ask == null ? 0 : ask.askSize());
        assertThat(view.bidAgeNs())
                .as(at)
                .isEqualTo(bid == null ? MarketView.NO_AGE : naive.now - naive.known(bid.ts()));
    }

    private static void windows(NaiveMarket naive, SimulatorDay day, MarketView view, String at) {
        long close = naive.sessions.closeNs();
        PrintWindow prints = PrintWindow.of(day, 60 * NS, Reach.DAY).at(view);
        List<RawDay.Trade> trades = naive.lastTrades(60).stream()
                .filter(t -> naive.now < close || naive.known(t.ts()) >= close)
                .filter(t -> naive.known(t.ts()) >= naive.sessions.preOpenNs())
                .toList();
        assertThat(prints.size()).as(at).isEqualTo(trades.size());
        for (int i = 0; i < trades.size(); i++) {
            assertThat(day.prints().priceNanos(prints.fromRow() + i))
                    .as(at)
                    .isEqualTo(trades.get(i).price());
            assertThat(day.prints().shares(prints.fromRow() + i))
                    .as(at)
                    .isEqualTo(trades.get(i).size());
        }
        QuoteWindow quotes = QuoteWindow.of(day, 60 * NS, Reach.DAY).at(view);
        assertThat(quotes.size()).as(at).isEqualTo((int) naive.lastQuotes(60).stream()
                .filter(q -> naive.now < close || naive.known(q.ts()) >= close)
                .filter(q -> naive.known(q.ts()) >= naive.sessions.preOpenNs())
                .count());
        for (int minutes : new int[] {1, 5, 7}) {
            bars(naive, BarWindow.of(day, minutes, 12, Reach.DAY).at(view), minutes, at);
        }
    }

    private static void bars(NaiveMarket naive, BarWindow bars, int minutes, String at) {
        long pre = naive.sessions.preOpenNs();
        long open = naive.sessions.openNs();
        long close = naive.sessions.closeNs();
        long over = naive.known(0);
        for (int slot = 0; slot < bars.size(); slot++) {
            if (!bars.isFilled(slot)) {
                continue;
            }
            long start = bars.startNs(slot);
            long end = bars.endNs(slot);
            long session = start < open ? pre : start < close ? open : close;
            long sessionEnd = start < open ? open : start < close ? close : naive.sessions.postCloseNs();
            assertThat((start - session) % (minutes * MINUTE)).as(at).isZero();
            assertThat(end).as(at).isEqualTo(Math.min(sessionEnd, start + minutes * MINUTE));
            assertThat(end + over).as(at + " bar is over").isLessThanOrEqualTo(naive.now);
            assertThat(naive.now >= close && start < close)
                    .as(at + " across the close")
                    .isFalse();
            assertThat(bars.highNanos(slot)).as(at).isEqualTo(naive.high(start, end));
            assertThat(bars.lowNanos(slot)).as(at).isEqualTo(naive.low(start, end));
            assertThat(bars.volume(slot)).as(at).isEqualTo(volume(naive, start, end, bars.traded(slot)));
            if (slot + 1 < bars.size()) {
                assertThat(bars.startNs(slot + 1)).as(at).isEqualTo(end);
            }
        }
        // Between the end of a minute and the moment it is known, the running minute is already in the forming bar.
        long from = bars.forming().startNs();
        assertThat(bars.forming().highNanos()).as(at + " forming").isEqualTo(naive.high(from, Long.MAX_VALUE));
        assertThat(bars.forming().lowNanos()).as(at + " forming").isEqualTo(naive.low(from, Long.MAX_VALUE));
    }

    /** A minute without a clean price is in no row of the tape, and nor are its shares. */
    private static long volume(NaiveMarket naive, long from, long to, boolean traded) {
        long sum = 0;
        for (long minute = from; minute < to; minute += MINUTE) {
            long start = minute;
            if (naive.high(start, start + MINUTE) != Prices.UNDEF) {
                sum += naive.trades.stream()
                        .filter(t -> t.ts() >= start && t.ts() < start + MINUTE)
                        .mapToLong(RawDay.Trade::size)
                        .sum();
            }
        }
        return traded ? sum : 0;
    }

    private static void features(NaiveMarket naive, SimulatorDay day, MarketView view, String at) {
        for (int seconds : new int[] {1, 10, 60, 300}) {
            List<RawDay.Trade> trades = naive.lastTrades(seconds);
            double shares = trades.stream().mapToLong(RawDay.Trade::size).sum();
            double bought = sum(trades, 'B');
            double sold = sum(trades, 'A');
            double large = trades.stream()
                    .filter(t -> t.price() * 1e-9 * t.size() >= 10_000)
                    .mapToLong(RawDay.Trade::size)
                    .sum();
            check(day, view, at, "trade_speed_" + seconds + "s", trades.size() / (double) seconds);
            check(day, view, at, "return_" + seconds + "s", naive.logReturn(seconds));
            if (seconds > 1) {
                check(day, view, at, "aggressor_ratio_" + seconds + "s", (bought - sold) / (bought + sold));
                check(day, view, at, "large_print_share_" + seconds + "s", large / shares);
            }
            if (seconds <= 60) {
                check(day, view, at, "share_speed_log_" + seconds + "s", Math.log1p(shares / seconds));
                check(
                        day,
                        view,
                        at,
                        "quote_speed_" + seconds + "s",
                        naive.lastQuotes(seconds).size() / (double) seconds);
            }
        }
        flow(naive, day, view, at);
    }

    private static void flow(NaiveMarket naive, SimulatorDay day, MarketView view, String at) {
        double size = view.bidSizeShares() + view.askSizeShares();
        boolean quoted = naive.quotes.stream().anyMatch(q -> naive.known(q.ts()) <= naive.now - 10 * NS);
        check(
                day,
                view,
                at,
                "order_flow_imbalance_10s",
                quoted && size > 0 ? naive.orderFlow(10) * 2.0 / size : Double.NaN);
    }

    private static double sum(List<RawDay.Trade> trades, char side) {
        return trades.stream()
                .filter(t -> t.side() == side)
                .mapToLong(RawDay.Trade::size)
                .sum();
    }

    private static void check(SimulatorDay day, MarketView view, String at, String name, double expected) {
        float[] out = new float[3];
        FeatureSet.of(List.of(name)).on(day).fill(view, out, 0);
        boolean valid = Double.isFinite(expected);
        assertThat(out[1]).as(at + " " + name + " valid").isEqualTo(valid ? 1f : 0f);
        assertThat((double) out[0])
                .as(at + " " + name)
                .isEqualTo(valid ? expected : 0, within(valid ? 1e-5 * Math.max(1, Math.abs(expected)) : 0));
    }
}
