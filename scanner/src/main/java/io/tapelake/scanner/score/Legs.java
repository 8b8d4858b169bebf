package io.tapelake.scanner.score;

import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.measure.Choppiness;
import io.tapelake.scanner.measure.EfficiencyRatio;
import io.tapelake.scanner.measure.TrendR2;
import io.tapelake.scanner.measure.ZigZag;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The legs of a day: a zigzag on one-minute closes whose reversal is two usual quarter-hours, 2 x ATR14 / sqrt(390) x
 * sqrt(15).
 */
final class Legs {
    private static final double REVERSAL_SCALES = 2 * Math.sqrt(15);
    private static final int BARS_MIN = 4;

    private Legs() {}

    /**
     * A leg.
     *
     * @param from first minute
     * @param to last minute
     * @param move distance as log return, not negative
     * @param efficiency Kaufman's ratio of its five-minute closes; NaN for a leg too short for any of the three
     * @param trend unsigned R2 of their logarithms on time
     * @param calm 1 - choppiness / 100
     */
    record Leg(int from, int to, double move, double efficiency, double trend, double calm) {}

    /** The three largest legs among the first {@code end} minutes that are long enough to be judged, the largest first. */
    static List<Leg> largest(MinuteGrid grid, int end) {
        List<Leg> legs = all(grid, end);
        legs.sort(Comparator.comparingDouble(Leg::move).reversed());
        return legs.subList(0, Math.min(3, legs.size()));
    }

    static List<Leg> all(MinuteGrid grid, int end) {
        List<Leg> legs = new ArrayList<>();
        ZigZag zigzag = new ZigZag();
        int[] minutes = new int[end];
        int n = 0;
        int from = -1;
        for (int i = 0; i < end; i++) {
            if (!grid.traded(i)) {
                continue;
            }
            minutes[n++] = i;
            double reversal = REVERSAL_SCALES * grid.scale(i);
            if (zigzag.next(grid.close(i), reversal > 0 ? reversal : Double.NaN)) {
                if (from >= 0) {
                    add(legs, grid, minutes[from], minutes[zigzag.pivot()]);
                }
                from = zigzag.pivot();
            }
        }
        if (from >= 0 && zigzag.extreme() > from) {
            add(legs, grid, minutes[from], minutes[zigzag.extreme()]);
        }
        return legs;
    }

    private static void add(List<Leg> legs, MinuteGrid grid, int from, int to) {
        FiveMinuteBars bars = FiveMinuteBars.of(grid, from, to + 1);
        if (bars.size < BARS_MIN) {
            return;
        }
        double[] logs = new double[bars.size];
        for (int i = 0; i < bars.size; i++) {
            logs[i] = Math.log(bars.close[i]);
        }
        legs.add(new Leg(
                from,
                to,
                Math.abs(Math.log(grid.close(to) / grid.close(from))),
                EfficiencyRatio.of(bars.close, 0, bars.size),
                TrendR2.of(logs, 0, bars.size).r2(),
                1 - Choppiness.of(bars.high, bars.low, bars.close, 0, bars.size) / 100));
    }
}
