package io.tapelake.scanner.tape;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QuoteSamplerTest {
    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);
    private static final long DAY_NS = NewYork.startOfDayNs(DATE);
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long MS_NS = 1_000_000L;
    private static final long CENT = 10_000_000L;
    private static final int LATENCY_MS = 50;

    /** A quote. */
    private record Quote(long ns, int venue, long bid, long ask) {}

    private static TapeColumns sample(List<Quote> quotes) {
        QuoteSampler sampler = new QuoteSampler(DATE, LATENCY_MS);
        quotes.forEach(q -> sampler.quote(q.ns(), q.venue(), q.bid(), q.ask()));
        TapeColumns columns = new TapeColumns();
        sampler.writeTo(columns);
        return columns;
    }

    /** Best bid and ask from all quotes before (or also at) an instant, read again each time. */
    private static long[] naive(List<Quote> quotes, long ns, boolean at) {
        Map<Integer, Quote> books = new HashMap<>();
        Quote last = null;
        for (Quote quote : quotes) {
            if (quote.ns() < ns || (at && quote.ns() == ns)) {
                books.put(quote.venue(), quote);
                last = quote;
            }
        }
        long bid = Long.MIN_VALUE;
        long ask = Long.MAX_VALUE;
        for (Quote book : books.values()) {
            if (book.ns() >= ns - 300_000 * MS_NS) {
                bid = book.bid() == Prices.UNDEF ? bid : Math.max(bid, book.bid());
                ask = Math.min(ask, book.ask());
            }
        }
        if (bid >= ask && last != null) {
            return new long[] {last.bid(), last.ask()};
        }
        return new long[] {bid == Long.MIN_VALUE ? Prices.UNDEF : bid, ask};
    }

    /** Venues that are quick, slow, silent for long, crossed, one-sided; quotes right after the minute's end. */
    @Property(tries = 400)
    void equalsTheNaiveBestPrices(@ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Quote> quotes = new ArrayList<>();
        long ns = DAY_NS + 570 * MINUTE_NS;
        int count = random.nextInt(1, 60);
        for (int i = 0; i < count; i++) {
            int step = random.nextInt(4);
            ns = step == 0
                    ? (ns / MINUTE_NS + 1) * MINUTE_NS + random.nextInt(6) * 20 * MS_NS
                    : ns + random.nextLong(step == 1 ? 30 * MS_NS : 200_000 * MS_NS);
            long bid = (1_000 + random.nextInt(6)) * CENT;
            long ask = bid + (random.nextInt(8) - 1) * CENT;
            quotes.add(new Quote(
                    ns,
                    random.nextInt(1, 200),
                    random.nextInt(10) == 0 ? Prices.UNDEF : bid,
                    random.nextInt(10) == 0 ? Prices.UNDEF : ask));
        }
        TreeMap<Long, Boolean> minutes = new TreeMap<>();
        quotes.forEach(q -> minutes.put(q.ns() / MINUTE_NS, true));
        TapeColumns sampled = sample(quotes);
        assertThat(sampled.quoteSize).isEqualTo(minutes.size());
        int row = 0;
        for (long minute : minutes.keySet()) {
            long endNs = (minute + 1) * MINUTE_NS;
            String what = "minute " + (minute - DAY_NS / MINUTE_NS) + " of " + quotes;
            assertThat((long) sampled.quoteMinute[row]).isEqualTo(minute - DAY_NS / MINUTE_NS);
            assertThat(new long[] {sampled.bid[row], sampled.ask[row]}).as(what).isEqualTo(naive(quotes, endNs, false));
            assertThat(sampled.entryAsk[row])
                    .as("entry, " + what)
                    .isEqualTo(naive(quotes, endNs + LATENCY_MS * MS_NS, true)[1]);
            row++;
        }
    }

    @Test
    void aVenueSilentForFiveMinutesIsGivenUp() {
        long open = DAY_NS + 570 * MINUTE_NS;
        TapeColumns sampled = sample(List.of(
                new Quote(open, 1, 1_001 * CENT, 1_002 * CENT),
                new Quote(open + 4 * MINUTE_NS, 2, 1_000 * CENT, 1_003 * CENT),
                new Quote(open + 5 * MINUTE_NS, 2, 1_000 * CENT, 1_003 * CENT)));
        assertThat(sampled.bid[1]).as("after just five minutes").isEqualTo(1_001 * CENT);
        assertThat(sampled.bid[2]).isEqualTo(1_000 * CENT);
        assertThat(sampled.ask[2]).isEqualTo(1_003 * CENT);
    }

    @Test
    void whereVenuesCrossTheOneThatSpokeLastCounts() {
        long open = DAY_NS + 570 * MINUTE_NS;
        TapeColumns sampled = sample(List.of(
                new Quote(open, 1, 1_010 * CENT, 1_012 * CENT), new Quote(open + 1, 2, 1_000 * CENT, 1_002 * CENT)));
        assertThat(sampled.bid[0]).isEqualTo(1_000 * CENT);
        assertThat(sampled.ask[0]).isEqualTo(1_002 * CENT);
    }

    @Test
    void aPurchaseMeetsTheAskAfterTheLatency() {
        long open = DAY_NS + 570 * MINUTE_NS;
        long end = open + MINUTE_NS;
        TapeColumns sampled = sample(List.of(
                new Quote(open, 1, 1_000 * CENT, 1_001 * CENT),
                new Quote(end + 50 * MS_NS, 1, 1_002 * CENT, 1_003 * CENT),
                new Quote(end + 51 * MS_NS, 1, 1_004 * CENT, 1_005 * CENT)));
        assertThat(sampled.ask[0]).isEqualTo(1_001 * CENT);
        assertThat(sampled.entryAsk[0]).isEqualTo(1_003 * CENT);
    }
}
