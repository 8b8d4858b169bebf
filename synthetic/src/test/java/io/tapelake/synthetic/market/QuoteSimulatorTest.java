package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.Prices;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuoteSimulatorTest {
    private static final int SYMBOLS = 10;

    private final MarketModel market = Markets.eventful(12, SYMBOLS, 1);

    @Test
    void booksAreInOrderAndNeverCrossedWithinAVenue() {
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            long[] last = {Long.MIN_VALUE};
            market.tape(symbol, 0).quotes(event -> {
                assertThat(event.tsRecvNs()).isGreaterThanOrEqualTo(last[0]);
                assertThat(event.tsEventNs()).isLessThanOrEqualTo(event.tsRecvNs());
                last[0] = event.tsRecvNs();
                if (event.bidSize() > 0 && event.askSize() > 0) {
                    assertThat(event.bidNanos()).isLessThan(event.askNanos());
                }
                assertThat(event.bidSize() == 0).isEqualTo(event.bidNanos() == Prices.UNDEF);
                assertThat(event.askSize() == 0).isEqualTo(event.askNanos() == Prices.UNDEF);
                assertThat(event.bidCount() == 0).isEqualTo(event.bidSize() == 0);
            });
        }
    }

    @Test
    void tradesOfTheBookAreTheTradesOfTheTape() {
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            SymbolDayTape tape = market.tape(symbol, 0);
            TradeTape trades = tape.trades();
            int[] row = {0};
            tape.quotes(event -> {
                if (event.action() == 'T') {
                    int i = row[0]++;
                    assertThat(event.tsRecvNs()).isEqualTo(trades.tsRecvNs(i));
                    assertThat(event.tsEventNs()).isEqualTo(trades.tsEventNs(i));
                    assertThat(event.priceNanos()).isEqualTo(trades.priceNanos(i));
                    assertThat(event.sizeShares()).isEqualTo(trades.sizeShares(i));
                    assertThat(event.venue()).isEqualTo(trades.venue(i));
                    assertThat(event.side()).isEqualTo(trades.side(i));
                }
            });
            assertThat(row[0]).isEqualTo(trades.size());
        }
    }

    @Test
    void aggressorMeetsThePriceOfItsVenue() {
        market.tape(1, 0).quotes(event -> {
            if (event.action() == 'T' && event.side() == 'B') {
                assertThat(event.priceNanos()).isEqualTo(event.askNanos());
            } else if (event.action() == 'T' && event.side() == 'A') {
                assertThat(event.priceNanos()).isEqualTo(event.bidNanos());
            }
        });
    }

    @Test
    void booksGoOnInAPauseWithoutTrades() {
        int[] bookEvents = {0};
        int pauses = 0;
        MarketModel longer = Markets.eventful(12, SYMBOLS, 6);
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            SymbolDayTape tape = longer.tape(symbol, symbol % 6);
            List<PlantedEvent> halts = tape.planted().stream()
                    .filter(event -> event.kind() == PlantedEvent.Kind.HALT && !event.decoy())
                    .toList();
            pauses += halts.size();
            tape.quotes(event -> {
                for (PlantedEvent halt : halts) {
                    if (event.tsRecvNs() >= halt.startNs() && event.tsRecvNs() < halt.endNs()) {
                        assertThat(event.action()).isNotEqualTo('T');
                        bookEvents[0]++;
                    }
                }
            });
        }
        assertThat(pauses).isPositive();
        assertThat(bookEvents[0]).isGreaterThan(30 * pauses);
    }

    @Test
    void everyVenueStartsAndEndsWithAnEmptyBook() {
        int[] clears = new int[Venue.COUNT];
        market.tape(0, 0).quotes(event -> {
            if (event.action() == 'R') {
                clears[event.venue().index()]++;
                assertThat(event.bidSize() + event.askSize()).isZero();
            }
        });
        assertThat(clears[Venue.IEXG.index()]).isEqualTo(2);
        assertThat(clears[Venue.XNYS.index()]).isEqualTo(2);
        assertThat(clears[Venue.XNAS.index()]).isEqualTo(1);
    }

    @Test
    void marketsAcrossVenuesAreSometimesLockedOrCrossed() {
        long[] bid = new long[Venue.COUNT];
        long[] ask = new long[Venue.COUNT];
        int[] counts = new int[2];
        market.tape(0, 0).quotes(event -> {
            bid[event.venue().index()] = event.bidSize() > 0 ? event.bidNanos() : 0;
            ask[event.venue().index()] = event.askSize() > 0 ? event.askNanos() : Long.MAX_VALUE;
            long best = Long.MIN_VALUE;
            long offer = Long.MAX_VALUE;
            for (int i = 0; i < Venue.COUNT; i++) {
                best = Math.max(best, bid[i]);
                offer = Math.min(offer, ask[i] == 0 ? Long.MAX_VALUE : ask[i]);
            }
            counts[best >= offer ? 1 : 0]++;
        });
        assertThat(counts[1]).isPositive().isLessThan(counts[0] / 6);
    }
}
