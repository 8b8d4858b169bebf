package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Halt;
import io.tapelake.model.SymbolDay;
import io.tapelake.model.TradeSeries;
import io.tapelake.scanner.tape.TapeBuilder;
import java.util.List;

/** Takes trades in order of their index timestamp; ties keep source order. Not thread-safe. */
public final class TradeFold {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long NS_PER_MINUTE = 60 * NS_PER_SECOND;

    private final RowSpan span;
    private final PriceMeasures measures;
    private final TradeGaps gaps;
    private final TapeBuilder tape;
    private long trades;
    private long seconds;
    private long minutes;
    private long lastSecond = Long.MIN_VALUE;
    private long lastMinute = Long.MIN_VALUE;

    TradeFold(SymbolDay day, DaySessions sessions, SourceSchema schema, ScanSettings settings) {
        this.span = new RowSpan(schema.text(), sessions);
        this.measures = new PriceMeasures(day.tradeDate(), sessions, schema);
        this.gaps = sessions == null ? null : new TradeGaps(sessions, settings);
        this.tape = new TapeBuilder(day.tradeDate(), 0);
    }

    /**
     * Adds a trade. A trade with an undefined price counts with its size only, and is reported.
     *
     * @param indexNs index timestamp: when it was received, else when it happened; nanoseconds UTC
     * @param publisher Databento's publisher id
     * @param priceNanos price, {@link io.tapelake.model.Prices#UNDEF} when undefined
     * @param sizeShares shares; negative when unknown
     * @throws IllegalArgumentException when the trade is earlier than the one added last
     */
    public void add(long indexNs, int publisher, long priceNanos, long sizeShares) {
        span.row(indexNs, publisher);
        trades++;
        long shares = measures.knownShares(sizeShares);
        if (!PriceMeasures.isUsable(priceNanos)) {
            measures.unpricedRow(indexNs, shares);
            tape.volume(indexNs, shares);
            return;
        }
        measures.row(indexNs, priceNanos, priceNanos, priceNanos, priceNanos, shares);
        tape.trade(indexNs, priceNanos, shares);
        countIntervals(indexNs);
        if (gaps != null) {
            gaps.trade(indexNs);
        }
    }

    /** Adds every trade of a series, at the time it was received. */
    public void add(TradeSeries series) {
        for (int i = 0; i < series.size(); i++) {
            add(series.tsRecvNs(i), series.publisher(i), series.priceNanos(i), series.sizeShares(i));
        }
    }

    private void countIntervals(long indexNs) {
        long second = Math.floorDiv(indexNs, NS_PER_SECOND);
        if (second != lastSecond) {
            lastSecond = second;
            seconds++;
            long minute = Math.floorDiv(indexNs, NS_PER_MINUTE);
            if (minute != lastMinute) {
                lastMinute = minute;
                minutes++;
            }
        }
    }

    RowSpan span() {
        return span;
    }

    TapeBuilder tape() {
        return tape;
    }

    /** Halts inferred from gaps; null when the sessions are not known. */
    List<Halt> inferredHalts() {
        return gaps == null ? null : gaps.halts();
    }

    void writeTo(DayStatsDraft draft) {
        measures.writeTo(draft);
        draft.tradeCount = trades;
        draft.bars1s = seconds;
        draft.bars1m = minutes;
    }
}
