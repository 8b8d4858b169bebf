package io.tapelake.bench.score;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Prices;
import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.reset.ResetPoint;
import io.tapelake.scanner.tape.MinuteTape;
import java.util.ArrayList;
import java.util.List;

/**
 * A candidate with what was known of it and what came of it; NaN where unknown.
 *
 * @param set where it comes from
 * @param point the row of the reset point
 * @param moved whether its day moved enough for the index
 * @param volatility local ATR over the price
 * @param longOutcome (MFE - MAE) / ATR of a purchase
 * @param directedOutcome the same from the last price in the direction of the candidate
 * @param rangeOutcome (MFE + MAE) / ATR of the purchase
 */
record Candidate(
        String set,
        ResetPoint point,
        boolean moved,
        double volatility,
        double longOutcome,
        double directedOutcome,
        double rangeOutcome) {
    private static final int MINUTES = 15;

    double quality() {
        return point.setupQuality();
    }

    double rvol() {
        return point.rvol();
    }

    /** Day of the bootstrap: all symbols of a trade date are drawn together. */
    long cluster() {
        return point.tradeDate().toEpochDay();
    }

    /** The candidates of a day. */
    static List<Candidate> of(
            String set, ScannedDay scanned, MinuteTape tape, DaySessions sessions, DayAnalysis analysis) {
        MinuteGrid grid = MinuteGrid.of(tape, sessions, scanned.lookback());
        boolean moved =
                switch (scanned.kind()) {
                    case MOMENTUM, MIXED -> true;
                    default -> false;
                };
        List<Candidate> candidates = new ArrayList<>();
        for (ResetPoint point : analysis.resetPoints()) {
            candidates.add(of(set, point, moved, grid));
        }
        return candidates;
    }

    private static Candidate of(String set, ResetPoint point, boolean moved, MinuteGrid grid) {
        double atr = Prices.toDouble(point.atr5mNanos());
        double entry = Prices.toDouble(point.hindsightEntryNanos());
        double rise = point.hindsightMfe15m() * entry / atr;
        double fall = point.hindsightMae15m() * entry / atr;
        boolean usable = atr > 0;
        return new Candidate(
                set,
                point,
                moved,
                atr / Prices.toDouble(point.priceNanos()),
                usable ? rise - fall : Double.NaN,
                usable ? directed(point, grid) / atr : Double.NaN,
                usable ? rise + fall : Double.NaN);
    }

    private static double directed(ResetPoint point, MinuteGrid grid) {
        int from = grid.minuteAt(point.decisionTsNs());
        if (point.direction() == 0 || Double.isNaN(point.hindsightMfe15m())) {
            return Double.NaN;
        }
        double price = Prices.toDouble(point.priceNanos());
        double highest = price;
        double lowest = price;
        for (int i = from; i < from + MINUTES; i++) {
            highest = grid.traded(i) ? Math.max(highest, grid.high(i)) : highest;
            lowest = grid.traded(i) ? Math.min(lowest, grid.low(i)) : lowest;
        }
        return point.direction() * ((highest - price) - (price - lowest));
    }
}
