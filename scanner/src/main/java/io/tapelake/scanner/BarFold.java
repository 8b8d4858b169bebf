package io.tapelake.scanner;

import io.tapelake.model.BarSeries;
import io.tapelake.model.DaySessions;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.tape.TapeBuilder;

/**
 * Takes the bars of one schema in order of (bar start, publisher). Bars of several publishers with the same start become
 * one: open of the first, highest high, lowest low, close of the last, volumes added. Not thread-safe.
 */
public final class BarFold {
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    private final SourceSchema schema;
    private final RowSpan span;
    private final PriceMeasures measures;
    private final TapeBuilder tape;
    private final Ohlc pending = new Ohlc();
    private long pendingStartNs;
    private long pendingVolume;
    private boolean hasPending;
    private long bars;
    private long minutes;
    private long lastMinute = Long.MIN_VALUE;

    BarFold(SymbolDay day, DaySessions sessions, SourceSchema schema) {
        this.schema = schema;
        this.span = new RowSpan(schema.text(), schema.resolvesSessions() ? sessions : null);
        this.measures = new PriceMeasures(day.tradeDate(), sessions, schema);
        this.tape = schema.resolvesSessions() ? new TapeBuilder(day.tradeDate(), schema.barSeconds()) : null;
    }

    /**
     * Adds a bar. A bar with an undefined price counts with its volume only, and is reported.
     *
     * @param barStartNs start of the interval, nanoseconds UTC
     * @param publisher Databento's publisher id
     * @param openNanos first price, {@link io.tapelake.model.Prices#UNDEF} when undefined, as the next three
     * @param volume shares; negative when unknown
     * @throws IllegalArgumentException when the bar starts before the one added last
     */
    public void add(
            long barStartNs,
            int publisher,
            long openNanos,
            long highNanos,
            long lowNanos,
            long closeNanos,
            long volume) {
        span.row(barStartNs, publisher);
        if (hasPending && barStartNs != pendingStartNs) {
            flush();
        }
        if (!hasPending) {
            startBar(barStartNs);
        }
        long shares = measures.knownShares(volume);
        if (PriceMeasures.isUsable(openNanos)
                && PriceMeasures.isUsable(highNanos)
                && PriceMeasures.isUsable(lowNanos)
                && PriceMeasures.isUsable(closeNanos)) {
            pending.row(openNanos, highNanos, lowNanos, closeNanos);
            pendingVolume = Math.addExact(pendingVolume, shares);
        } else {
            measures.unpricedRow(barStartNs, shares);
        }
    }

    /** Adds every bar of a series. */
    public void add(BarSeries series) {
        for (int i = 0; i < series.size(); i++) {
            add(
                    series.barStartNs(i),
                    series.publisher(i),
                    series.openNanos(i),
                    series.highNanos(i),
                    series.lowNanos(i),
                    series.closeNanos(i),
                    series.volume(i));
        }
    }

    private void startBar(long barStartNs) {
        hasPending = true;
        pendingStartNs = barStartNs;
        pendingVolume = 0;
        pending.clear();
        bars++;
        long minute = Math.floorDiv(barStartNs, NS_PER_MINUTE);
        if (minute != lastMinute) {
            lastMinute = minute;
            minutes++;
        }
    }

    private void flush() {
        if (pending.isDefined()) {
            measures.row(pendingStartNs, pending.open(), pending.high(), pending.low(), pending.close(), pendingVolume);
            if (tape != null) {
                tape.bar(pendingStartNs, pending.open(), pending.high(), pending.low(), pending.close(), pendingVolume);
            }
        }
        hasPending = false;
    }

    /** Null for bars that straddle the sessions. */
    TapeBuilder tape() {
        return tape;
    }

    RowSpan span() {
        return span;
    }

    /** No more bars will come. */
    void end() {
        if (hasPending) {
            flush();
        }
    }

    void writeTo(DayStatsDraft draft) {
        end();
        measures.writeTo(draft);
        if (schema == SourceSchema.OHLCV_1S) {
            draft.bars1s = bars;
        }
        if (schema.resolvesSessions()) {
            draft.bars1m = minutes;
        }
    }
}
