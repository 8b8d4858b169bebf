package io.tapelake.simulator;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Prices;
import io.tapelake.scanner.tape.PrintFilter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/** The market at an instant by scanning lists from their beginning: slow, and nothing to do with columns and indexes. Ticks only. */
final class NaiveMarket {
    private static final long STALE_NS = 30_000_000_000L;
    static final long NS = 1_000_000_000L;

    private final RawDay day;
    final DaySessions sessions;
    final long now;

    /** Known trades, whichever schema tells them. */
    final List<RawDay.Trade> trades = new ArrayList<>();

    /** Known quotes. */
    final List<RawDay.Quote> quotes = new ArrayList<>();

    /** Clean prices in the order in which they count: of which trade, and when it began to count. */
    final List<Clean> clean = new ArrayList<>();

    record Clean(RawDay.Trade trade, int trade0, RawDay.Trade counted) {}

    NaiveMarket(RawDay day, long now) {
        this.day = day;
        this.now = now;
        this.sessions = RawDay.CALENDAR.sessions(day.key().tradeDate());
        for (RawDay.Quote q : day.quotes()) {
            if (known(q.ts()) <= now) {
                quotes.add(q);
                if (day.trades().isEmpty() && q.action() == 'T') {
                    trades.add(new RawDay.Trade(q.ts(), q.publisher(), q.price(), q.size(), q.side()));
                }
            }
        }
        for (RawDay.Trade t : day.trades()) {
            if (known(t.ts()) <= now) {
                trades.add(t);
            }
        }
        judge();
    }

    long known(long ts) {
        return ts + day.settings().feedDelayNs();
    }

    private void judge() {
        PrintFilter filter = new PrintFilter();
        for (int i = 0; i < trades.size(); i++) {
            RawDay.Trade t = trades.get(i);
            int counting = filter.print(t.ts(), t.price());
            if (counting == 2 || counting == PrintFilter.CONFIRMED_ONLY) {
                clean.add(new Clean(trades.get(i - 1), i - 1, t));
            }
            if (counting > 0) {
                clean.add(new Clean(t, i, t));
            }
        }
    }

    long lastPrice() {
        return clean.isEmpty()
                ? Prices.UNDEF
                : clean.get(clean.size() - 1).trade().price();
    }

    long lastPriceAge() {
        return clean.isEmpty()
                ? Long.MAX_VALUE
                : now - known(clean.get(clean.size() - 1).trade().ts());
    }

    long volume() {
        return trades.stream().mapToLong(RawDay.Trade::size).sum();
    }

    double vwap() {
        double usd = 0;
        long shares = 0;
        for (Clean c : clean) {
            usd += c.trade().price() * 1e-9 * c.trade().size();
            shares += c.trade().size();
        }
        return shares == 0 ? Double.NaN : usd / shares;
    }

    /** Highest price that began to count at or after one instant and before another. */
    long high(long fromNs, long toNs) {
        return clean.stream()
                .filter(c -> c.counted().ts() >= fromNs && c.counted().ts() < toNs)
                .mapToLong(c -> c.trade().price())
                .max()
                .orElse(Prices.UNDEF);
    }

    long low(long fromNs, long toNs) {
        return clean.stream()
                .filter(c -> c.counted().ts() >= fromNs && c.counted().ts() < toNs)
                .mapToLong(c -> c.trade().price())
                .min()
                .orElse(Prices.UNDEF);
    }

    boolean isLive(RawDay.Quote q) {
        return isLive(q, now, trades);
    }

    private boolean isLive(RawDay.Quote q, long at, List<RawDay.Trade> of) {
        return at - known(q.ts()) <= STALE_NS
                || of.stream().noneMatch(t -> t.publisher() != q.publisher() && t.ts() > q.ts() && known(t.ts()) <= at);
    }

    /** The last quote of every publisher, up to some quote. */
    private List<RawDay.Quote> books(int quoteCount) {
        List<RawDay.Quote> books = new ArrayList<>();
        TreeSet<Integer> seen = new TreeSet<>();
        for (int i = quoteCount - 1; i >= 0; i--) {
            if (seen.add(quotes.get(i).publisher())) {
                books.add(quotes.get(i));
            }
        }
        return books;
    }

    RawDay.Quote bestBid() {
        return best(quotes.size(), now, true);
    }

    RawDay.Quote bestAsk() {
        return best(quotes.size(), now, false);
    }

    private RawDay.Quote best(int quoteCount, long at, boolean bids) {
        Comparator<RawDay.Quote> byPrice = bids
                ? Comparator.comparingLong(RawDay.Quote::bid).reversed()
                : Comparator.comparingLong(RawDay.Quote::ask);
        return books(quoteCount).stream()
                .filter(q ->
                        bids ? q.bid() != Prices.UNDEF && q.bidSize() > 0 : q.ask() != Prices.UNDEF && q.askSize() > 0)
                .filter(q -> isLive(q, at, trades))
                .min(byPrice.thenComparingInt(q -> bids ? -q.bidSize() : -q.askSize())
                        .thenComparingInt(q -> indexOf(q, quoteCount)))
                .orElse(null);
    }

    private int indexOf(RawDay.Quote quote, int until) {
        for (int i = until - 1; i >= 0; i--) {
            if (quotes.get(i) == quote) {
                return i;
            }
        }
        throw new IllegalStateException();
    }

    /** Order flow of the quotes known within some seconds. */
    long orderFlow(int seconds) {
        long sum = 0;
        for (int i = 1; i < quotes.size(); i++) {
            long knownNs = known(quotes.get(i).ts());
            if (knownNs > now - seconds * NS) {
                long before = known(quotes.get(i - 1).ts());
                sum += flow(best(i, before, true), best(i + 1, knownNs, true), true)
                        - flow(best(i, before, false), best(i + 1, knownNs, false), false);
            }
        }
        return sum;
    }

    private static long flow(RawDay.Quote a, RawDay.Quote b, boolean bids) {
        if (a == null || b == null || a == b) {
            return 0;
        }
        long from = bids ? a.bid() : -a.ask();
        long to = bids ? b.bid() : -b.ask();
        return (to >= from ? (bids ? b.bidSize() : b.askSize()) : 0)
                - (to <= from ? (bids ? a.bidSize() : a.askSize()) : 0);
    }

    List<RawDay.Trade> lastTrades(int seconds) {
        return trades.stream().filter(t -> known(t.ts()) > now - seconds * NS).toList();
    }

    List<RawDay.Quote> lastQuotes(int seconds) {
        return quotes.stream().filter(q -> known(q.ts()) > now - seconds * NS).toList();
    }

    double logReturn(int seconds) {
        long from = new NaiveMarket(day, now - seconds * NS).lastPrice();
        return from == Prices.UNDEF ? Double.NaN : Math.log((double) lastPrice() / from);
    }
}
