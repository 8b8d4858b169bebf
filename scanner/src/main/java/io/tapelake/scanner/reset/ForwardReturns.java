package io.tapelake.scanner.reset;

import static io.tapelake.scanner.measure.Rounding.four;

import io.tapelake.model.Prices;
import io.tapelake.scanner.event.MinuteGrid;

/**
 * Outcomes of candidates: the largest rise and fall of clean prices after a purchase. Hindsight. The purchase is at the best
 * ask after the decision and the latency; without quotes at the first price after the decision. What the data does not reach
 * is absent.
 */
final class ForwardReturns {
    private final MinuteGrid grid;
    private final int end;

    ForwardReturns(MinuteGrid grid, int end) {
        this.grid = grid;
        this.end = end;
    }

    ResetPoint complete(ResetPoint point) {
        int from = grid.minuteAt(point.decisionTsNs());
        double entry = entry(from);
        return point.withOutcome(
                Double.isNaN(entry) ? Prices.UNDEF : Math.round(entry * Prices.NANOS_PER_UNIT),
                rise(from, 5, entry),
                fall(from, 5, entry),
                rise(from, 15, entry),
                fall(from, 15, entry),
                rise(from, 60, entry),
                fall(from, 60, entry));
    }

    private double entry(int from) {
        double ask = grid.entryAsk(from - 1);
        if (!Double.isNaN(ask)) {
            return ask;
        }
        for (int i = from; i < end; i++) {
            if (grid.traded(i)) {
                return grid.open(i);
            }
        }
        return Double.NaN;
    }

    private double rise(int from, int minutes, double entry) {
        if (from + minutes > end || Double.isNaN(entry)) {
            return Double.NaN;
        }
        double highest = entry;
        for (int i = from; i < from + minutes; i++) {
            highest = grid.traded(i) ? Math.max(highest, grid.high(i)) : highest;
        }
        return four(highest / entry - 1);
    }

    private double fall(int from, int minutes, double entry) {
        if (from + minutes > end || Double.isNaN(entry)) {
            return Double.NaN;
        }
        double lowest = entry;
        for (int i = from; i < from + minutes; i++) {
            lowest = grid.traded(i) ? Math.min(lowest, grid.low(i)) : lowest;
        }
        return four(1 - lowest / entry);
    }
}
