package io.tapelake.scanner.score;

import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.measure.Quantiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Prices at which the day turned at least twice: highs or lows that no five minutes to either side exceed, put together where
 * they lie within half a median five-minute range. At most five, the most touched first.
 */
final class TurningLevels {
    private static final int SIDE_MINUTES = 5;
    private static final double WIDTH = 0.5;
    private static final int TOUCHES_MIN = 2;
    private static final int MOST = 5;

    private TurningLevels() {}

    /** {@code side} 1 for resistances, -1 for supports. */
    static List<Long> of(MinuteGrid grid, int end, int side) {
        double width = WIDTH * Quantiles.median(FiveMinuteBars.of(grid, 0, end).ranges());
        double[] turns = new double[end];
        int n = 0;
        for (int i = SIDE_MINUTES; i < end - SIDE_MINUTES; i++) {
            if (grid.traded(i) && isTurn(grid, i, side)) {
                turns[n++] = side > 0 ? grid.high(i) : grid.low(i);
            }
        }
        double[] sorted = java.util.Arrays.copyOf(turns, n);
        java.util.Arrays.sort(sorted);
        record Level(double price, int touches) {}
        List<Level> levels = new ArrayList<>();
        for (int from = 0; from < n; ) {
            int to = from;
            double sum = 0;
            while (to < n && sorted[to] - sorted[from] <= width) {
                sum += sorted[to++];
            }
            if (to - from >= TOUCHES_MIN) {
                levels.add(new Level(sum / (to - from), to - from));
            }
            from = to;
        }
        return levels.stream()
                .sorted(Comparator.comparingInt(Level::touches).reversed().thenComparingDouble(Level::price))
                .limit(MOST)
                .map(level -> StoryTeller.nanos(level.price()))
                .toList();
    }

    private static boolean isTurn(MinuteGrid grid, int i, int side) {
        double here = side > 0 ? grid.high(i) : -grid.low(i);
        for (int j = i - SIDE_MINUTES; j <= i + SIDE_MINUTES; j++) {
            double there = side > 0 ? grid.high(j) : -grid.low(j);
            // Of equal ones the first is the turn.
            if (there > here || (there == here && j < i)) {
                return false;
            }
        }
        return true;
    }
}
