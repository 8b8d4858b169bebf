package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import io.tapelake.model.ExactSum;
import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures of prices and volumes, folded over rows in time order; a trade is a row whose four prices are equal.
 *
 * <p>VWAP is exact until its last rounding: the sum of (high + low + close) x volume in 128 bits over three times the
 * volume. For trades that is sum(price x size) / sum(size).
 */
final class PriceMeasures {
    static final int MARKS = 192;

    private static final LocalTime FIRST_MARK_FROM = LocalTime.of(4, 0);
    private static final long MARK_NS = 300_000_000_000L;

    private final DaySessions sessions;
    private final boolean resolvesSessions;
    private final long marksFromNs;
    private final long[] markVolume = new long[MARKS];
    private final Ohlc day = new Ohlc();
    private final Ohlc regular = new Ohlc();
    private final Swings swings = new Swings();
    private final ExactSum weighted = new ExactSum();
    private long pricedVolume;
    private long volume;
    private long preVolume;
    private long regularVolume;
    private long postVolume;
    private long outsideVolume;
    private long unpricedRows;
    private long unsizedRows;

    /** {@code sessions} is null when the date is no known trading day. */
    PriceMeasures(LocalDate tradeDate, DaySessions sessions, SourceSchema schema) {
        this.resolvesSessions = schema.resolvesSessions();
        this.sessions = resolvesSessions ? sessions : null;
        this.marksFromNs = NewYork.toEpochNs(tradeDate, FIRST_MARK_FROM);
    }

    /** Whether a price can be measured with: positive and storable. Zero and negative prices give no ratios. */
    static boolean isUsable(long priceNanos) {
        return priceNanos > 0 && priceNanos < Prices.LIMIT;
    }

    /** Adds a row whose prices are usable; {@code shares} is not negative. */
    void row(long startNs, long open, long high, long low, long close, long shares) {
        addVolume(startNs, shares);
        weighted.addProduct(high + low + close, shares);
        pricedVolume = Math.addExact(pricedVolume, shares);
        day.row(open, high, low, close);
        if (sessions != null && startNs >= sessions.openNs() && startNs < sessions.closeNs()) {
            regular.row(open, high, low, close);
        }
        swings.row(startNs, high, low);
    }

    /** Adds a row that has no usable price: only its volume counts. */
    void unpricedRow(long startNs, long shares) {
        addVolume(startNs, shares);
        unpricedRows++;
    }

    /** Counts a row of unknown size and gives the size to go on with. */
    long knownShares(long shares) {
        if (shares >= 0) {
            return shares;
        }
        unsizedRows++;
        return 0;
    }

    private void addVolume(long startNs, long shares) {
        volume = Math.addExact(volume, shares);
        if (sessions != null) {
            switch (sessions.sessionAt(startNs)) {
                case PRE -> preVolume += shares;
                case REGULAR -> regularVolume += shares;
                case POST -> postVolume += shares;
                case OUTSIDE -> outsideVolume += shares;
            }
        }
        long mark = Math.floorDiv(startNs - marksFromNs, MARK_NS);
        if (mark >= 0 && mark < MARKS) {
            markVolume[(int) mark] += shares;
        }
    }

    void writeTo(DayStatsDraft draft) {
        draft.volume = volume;
        if (sessions != null) {
            draft.preVolume = preVolume;
            draft.regularVolume = regularVolume;
            draft.postVolume = postVolume;
            draft.outsideVolume = outsideVolume;
        }
        draft.regOpenNanos = regular.open();
        draft.regHighNanos = regular.high();
        draft.regLowNanos = regular.low();
        draft.regCloseNanos = regular.close();
        draft.rangeRegular = regular.range();
        draft.dayOpenNanos = day.open();
        draft.dayHighNanos = day.high();
        draft.dayLowNanos = day.low();
        draft.dayCloseNanos = day.close();
        draft.rangeDay = day.range();
        if (pricedVolume > 0) {
            draft.vwapNanos =
                    weighted.dividedBy(BigInteger.valueOf(pricedVolume).multiply(BigInteger.valueOf(3)));
        }
        if (pricedVolume > 0 || day.isDefined()) {
            draft.dollarVolume = weighted.dividedBy(3 * Prices.NANOS_PER_UNIT);
        }
        draft.runup = swings.runup();
        draft.runupLowNs = swings.runupLowNs();
        draft.runupHighNs = swings.runupHighNs();
        draft.drawdown = swings.drawdown();
        draft.drawdownHighNs = swings.drawdownHighNs();
        draft.drawdownLowNs = swings.drawdownLowNs();
        draft.cumVolume5m = cumulativeVolume();
        draft.unpricedRows = unpricedRows;
        draft.flagIf(unpricedRows > 0, "unpriced-rows");
        draft.flagIf(unsizedRows > 0, "unsized-rows");
        draft.flagIf(volume == 0, "zero-volume");
        draft.flagIf(sessions != null && !regular.isDefined(), "no-regular-rows");
    }

    private List<Long> cumulativeVolume() {
        if (!resolvesSessions) {
            return null;
        }
        List<Long> cumulative = new ArrayList<>(MARKS);
        long sum = 0;
        for (long shares : markVolume) {
            sum += shares;
            cumulative.add(sum);
        }
        return List.copyOf(cumulative);
    }
}
