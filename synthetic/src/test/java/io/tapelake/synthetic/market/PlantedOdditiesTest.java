package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.synthetic.market.PlantedEvent.Kind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Gaps at the open and prints away from the market, measured on the tape. */
class PlantedOdditiesTest {
    @Test
    void firstRegularPriceIsAwayFromTheCloseBeforeByTheGap() {
        int[] gaps = new int[2];
        MarketModel market = Planted.MARKET;
        for (int symbol = 0; symbol < market.symbolCount(); symbol++) {
            for (int day = 1; day < market.days().size(); day++) {
                if (market.plan(symbol, day).events().gap().isEmpty()) {
                    continue;
                }
                SymbolDayTape tape = market.tape(symbol, day);
                PlantedEvent gap = tape.planted().stream()
                        .filter(event -> event.kind() == Kind.GAP)
                        .findFirst()
                        .orElseThrow();
                SymbolDayTape before = market.tape(symbol, day - 1);
                double close = cross(before, before.day().sessions().closeNs());
                double open = cross(tape, tape.day().sessions().openNs());
                double slack =
                        Planted.spread(before, before.day().sessions().closeNs()) + Planted.spread(tape, gap.startNs());
                assertThat(open / close - 1)
                        .as("%s %s", gap.symbol(), gap.tradeDate())
                        .isCloseTo(gap.amplitude(), within(0.004 + 2 * slack));
                assertThat(Math.abs(gap.amplitude())).isBetween(gap.decoy() ? 0.005 : 0.04, gap.decoy() ? 0.015 : 0.40);
                gaps[gap.decoy() ? 1 : 0]++;
            }
        }
        assertThat(gaps[0]).isGreaterThan(8);
        assertThat(gaps[1]).isPositive();
    }

    @Test
    void preMarketShowsTheGapAlready() {
        Planted.each(Kind.GAP, false, (tape, gap) -> {
            double first = StrictMath.log(
                    tape.startPriceNanos() / 1e9 / gap.parameters().get("prior_close"));
            assertThat(first / StrictMath.log(1 + gap.amplitude())).isBetween(0.55, 1.1);
        });
    }

    @Test
    void badPrintIsLoneAndFarAndItsNeighboursAreNot() {
        int prints = Planted.each(Kind.BAD_PRINT, false, (tape, print) -> {
            TradeTape trades = tape.trades();
            int row = Planted.rowAt(trades, print.endNs());
            while (trades.tsEventNs(row) != print.startNs()) {
                row++;
            }
            double price = trades.priceNanos(row);
            String where = print.symbol() + " " + print.tradeDate();
            assertThat(print.parameters().get("price")).as(where).isEqualTo(price / 1e9);
            assertThat(trades.side(row)).isEqualTo('N');
            assertThat(Math.abs(print.amplitude())).as(where).isBetween(0.095, 0.61);
            int[] neighbours = {row - 1, row + 1};
            for (int other : neighbours) {
                double apart = Math.abs(StrictMath.log(price / trades.priceNanos(other)));
                double market = StrictMath.log(trades.priceNanos(other) / 1e9 / market(tape, trades.tsEventNs(other)));
                double allowed = 3 * Planted.spread(tape, trades.tsEventNs(other)) + 0.01;
                assertThat(Math.abs(market)).as(where).isLessThan(allowed);
                assertThat(apart).as(where).isGreaterThan(0.05);
            }
        });
        assertThat(prints).isGreaterThan(12);
    }

    @Test
    void quotesDoNotFollowABadPrint() {
        Planted.each(Kind.BAD_PRINT, false, (tape, print) -> {
            boolean[] followed = new boolean[1];
            double away = print.parameters().get("price") / print.parameters().get("market_price") - 1;
            tape.quotes(event -> {
                boolean near = Math.abs(event.tsRecvNs() - print.endNs()) < TradeDay.SECOND_NS;
                if (near && event.action() != 'T' && event.bidSize() > 0 && event.askSize() > 0) {
                    double middle = (event.bidNanos() + event.askNanos()) / 2e9;
                    double shift = middle / print.parameters().get("market_price") - 1;
                    followed[0] |= shift / away > 0.7;
                }
            });
            assertThat(followed[0])
                    .as("%s %s", print.symbol(), print.tradeDate())
                    .isFalse();
        });
    }

    @Test
    void decoyOfABadPrintIsManyTradesOnSeveralVenuesAndQuotesGoAlong() {
        int[] severalVenues = new int[1];
        int excursions = Planted.each(Kind.BAD_PRINT, true, (tape, decoy) -> {
            TradeTape trades = tape.trades();
            Set<Venue> venues = new HashSet<>();
            int from = Planted.rowAt(trades, decoy.startNs());
            int to = Planted.rowAt(trades, decoy.endNs() + 1_000_000);
            assertThat(to - from).isBetween(5, 11);
            for (int row = from; row < to; row++) {
                venues.add(trades.venue(row));
                double base = market(tape, decoy.startNs());
                double away = trades.priceNanos(row) / 1e9 / base - 1;
                double slack = 2 * Planted.spread(tape, decoy.startNs()) + 0.01;
                assertThat(away)
                        .as("%s %s", decoy.symbol(), decoy.tradeDate())
                        .isCloseTo(decoy.amplitude(), within(slack));
            }
            severalVenues[0] += venues.size() > 1 ? 1 : 0;
        });
        assertThat(excursions).isGreaterThan(5);
        assertThat(severalVenues[0]).isGreaterThan(excursions * 8 / 10);
    }

    private static double market(SymbolDayTape tape, long epochNs) {
        return StrictMath.exp(tape.path().logPrice(tape.day().secondOf(epochNs), 0));
    }

    /** The price of the largest print of side N in the second after an instant: the cross. */
    private static double cross(SymbolDayTape tape, long fromNs) {
        TradeTape trades = tape.trades();
        int best = -1;
        for (int row = Planted.rowAt(trades, fromNs);
                row < trades.size() && trades.tsEventNs(row) < fromNs + TradeDay.SECOND_NS;
                row++) {
            boolean larger = best < 0 || trades.sizeShares(row) > trades.sizeShares(best);
            best = trades.side(row) == 'N' && trades.venue(row) == tape.listing() && larger ? row : best;
        }
        return trades.priceNanos(best) / 1e9;
    }
}
