package io.tapelake.scanner.reset;

import io.tapelake.scanner.event.MinuteView;

/** Kaufman's efficiency ratio of the closes between two minutes. */
final class Efficiency {
    private Efficiency() {}

    /** |last - first| over the sum of the steps; NaN without a price at the beginning or without any step. */
    static double of(MinuteView view, int from, int to) {
        double path = 0;
        for (int i = from + 1; i <= to; i++) {
            path += Math.abs(view.close(i) - view.close(i - 1));
        }
        return path > 0 ? Math.abs(view.close(to) - view.close(from)) / path : Double.NaN;
    }
}
