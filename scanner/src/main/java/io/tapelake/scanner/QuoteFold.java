package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Prices;
import io.tapelake.model.QuoteSeries;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.tape.QuoteSampler;

/**
 * Takes top-of-book records of one schema in order of their index timestamp. In schemas whose records include trades
 * (mbp-1, tbbo, ...) the trades are folded as well. Not thread-safe.
 */
public final class QuoteFold {
    private static final char TRADE = 'T';

    private final RowSpan span;
    private final TradeFold trades;
    private final SpreadMedian spreads = new SpreadMedian();
    private final QuoteSampler sampler;
    private long normal;
    private long locked;
    private long crossed;
    private long oneSided;
    private long empty;

    QuoteFold(SymbolDay day, DaySessions sessions, SourceSchema schema, ScanSettings settings) {
        this.span = new RowSpan(schema.text(), sessions);
        this.sampler = new QuoteSampler(day.tradeDate(), settings.resets().latencyMs());
        this.trades = schema.hasPrices() ? new TradeFold(day, sessions, schema, settings) : null;
    }

    /**
     * Adds a record that is a quote only.
     *
     * @param indexNs index timestamp: when it was received, else when it happened; nanoseconds UTC
     * @param publisher Databento's publisher id
     * @param bidNanos best bid, {@link io.tapelake.model.Prices#UNDEF} when that side is empty
     * @param askNanos best ask, likewise
     * @throws IllegalArgumentException when the record is earlier than the one added last
     */
    public void add(long indexNs, int publisher, long bidNanos, long askNanos) {
        span.row(indexNs, publisher);
        boolean hasBid = PriceMeasures.isUsable(bidNanos);
        boolean hasAsk = PriceMeasures.isUsable(askNanos);
        sampler.quote(indexNs, publisher, hasBid ? bidNanos : Prices.UNDEF, hasAsk ? askNanos : Prices.UNDEF);
        if (hasBid && hasAsk) {
            if (askNanos > bidNanos) {
                normal++;
                // (ask - bid) / ((ask + bid) / 2) x 10,000
                spreads.add((askNanos - bidNanos) * 20_000.0 / (askNanos + bidNanos));
            } else if (askNanos == bidNanos) {
                locked++;
            } else {
                crossed++;
            }
        } else if (hasBid || hasAsk) {
            oneSided++;
        } else {
            empty++;
        }
    }

    /**
     * Adds a record with the event that caused it. When it is a trade and the schema reports trades, the trade is folded.
     *
     * @param action DBN action: {@code 'T'} trade, others are changes of the book
     * @param priceNanos price of the event
     * @param sizeShares size of the event; negative when unknown
     */
    public void add(
            long indexNs, int publisher, long bidNanos, long askNanos, char action, long priceNanos, long sizeShares) {
        add(indexNs, publisher, bidNanos, askNanos);
        if (trades != null && action == TRADE) {
            trades.add(indexNs, publisher, priceNanos, sizeShares);
        }
    }

    /** Adds every quote of a series, as quotes only. */
    public void add(QuoteSeries series) {
        for (int i = 0; i < series.size(); i++) {
            add(series.tsRecvNs(i), series.publisher(i), series.bidNanos(i), series.askNanos(i));
        }
    }

    QuoteSampler sampler() {
        return sampler;
    }

    RowSpan span() {
        return span;
    }

    /** The trades among the records; null when the schema reports none. */
    TradeFold trades() {
        return trades;
    }

    void writeTo(DayStatsDraft draft, ScanSettings settings) {
        draft.quoteRows = span.rows();
        draft.quoteFirstIndexNs = span.firstIndexNs();
        draft.quoteLastIndexNs = span.lastIndexNs();
        draft.quoteNormalRows = normal;
        draft.quoteLockedRows = locked;
        draft.quoteCrossedRows = crossed;
        draft.quoteOneSidedRows = oneSided;
        draft.quoteEmptyRows = empty;
        draft.medianSpreadBps = spreads.median();
        draft.flagIf(crossed > settings.crossedShareMax() * (normal + locked + crossed), "crossed-quotes");
        draft.flagIf(normal > 0 && Double.isNaN(draft.medianSpreadBps), "spread-unknown");
    }
}
