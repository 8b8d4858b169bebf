package io.tapelake.scanner.score;

import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.measure.Quantiles;
import io.tapelake.scanner.measure.SpreadEstimators;
import io.tapelake.scanner.reset.TimeBucket;
import java.util.Arrays;

/**
 * What scorers of days are given. All hindsight; NaN where unknown.
 *
 * @param movement largest movement of the day
 * @param rvol volume over the median of the prior days
 * @param clarity how clearly the largest legs moved, 0 to 1
 * @param spreadToRange median spread of the regular session over the median five-minute range
 * @param spreadIsEstimated whether there were no quotes and the spread had to be estimated from bars
 * @param continuity share of minutes with trades between the busiest parts of the day
 * @param timeMultiplier mean weight of the parts of the day in which the price moved
 */
public record DayMeasures(
        double movement,
        double rvol,
        double clarity,
        double spreadToRange,
        boolean spreadIsEstimated,
        double continuity,
        double timeMultiplier) {
    private static final int QUOTED_MINUTES_MIN = 30;

    /** The measures of a day that is over. */
    static DayMeasures of(MinuteGrid grid, int end, double movement, double rvol) {
        FiveMinuteBars regular =
                FiveMinuteBars.of(grid, Math.min(end, grid.openMinute()), Math.min(end, grid.closeMinute()));
        double quoted = quotedSpread(grid, end);
        double spread = Double.isNaN(quoted) ? estimatedSpread(regular) : quoted;
        double range = Quantiles.median(regular.ranges());
        return new DayMeasures(
                movement,
                rvol,
                Clarity.of(grid, end),
                spread / range,
                Double.isNaN(quoted) && !Double.isNaN(spread),
                continuity(grid, end),
                timeMultiplier(grid, end));
    }

    /** Median over the regular minutes with a normal market of the best ask less the best bid, USD. */
    private static double quotedSpread(MinuteGrid grid, int end) {
        double[] spreads = new double[grid.size()];
        int n = 0;
        for (int i = grid.openMinute(); i < Math.min(end, grid.closeMinute()); i++) {
            if (grid.ask(i) > grid.bid(i)) {
                spreads[n++] = grid.ask(i) - grid.bid(i);
            }
        }
        return n < QUOTED_MINUTES_MIN ? Double.NaN : Quantiles.median(Arrays.copyOf(spreads, n));
    }

    private static double estimatedSpread(FiveMinuteBars bars) {
        double share = SpreadEstimators.corwinSchultz(bars.high, bars.low, bars.close, 0, bars.size);
        return bars.size == 0 ? Double.NaN : share * bars.close[bars.size - 1];
    }

    /** Share of minutes with trades from the first to the last five-minute bar in the top decile of volume. */
    private static double continuity(MinuteGrid grid, int end) {
        FiveMinuteBars bars = FiveMinuteBars.of(grid, 0, end);
        if (bars.size == 0) {
            return Double.NaN;
        }
        double busy = Quantiles.quantile(bars.volume, 0.9);
        int first = -1;
        int last = -1;
        for (int i = 0; i < bars.size; i++) {
            if (bars.volume[i] >= busy) {
                first = first < 0 ? bars.minute[i] : first;
                last = Math.min(end, bars.minute[i] + FiveMinuteBars.MINUTES);
            }
        }
        int traded = 0;
        for (int i = first; i < last; i++) {
            traded += grid.traded(i) ? 1 : 0;
        }
        return traded / (double) (last - first);
    }

    /** Mean weight of the parts of the day, each minute weighing as much as it moved. */
    private static double timeMultiplier(MinuteGrid grid, int end) {
        double sum = 0;
        double weights = 0;
        for (int i = 1; i < end; i++) {
            double move = grid.traded(i) ? Math.abs(Math.log(grid.close(i) / grid.close(i - 1))) : 0;
            if (move > 0) {
                sum += move * TimeBucket.at(grid.startNs(i), grid.sessions()).multiplier();
                weights += move;
            }
        }
        return weights == 0 ? 1 : sum / weights;
    }
}
