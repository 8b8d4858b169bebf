package io.tapelake.scanner.score;

import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.measure.PercentileTable;

/**
 * How clearly a day moved: efficiency, trend and calm of its three largest legs, each as its percentile among the legs of the
 * calibration dates; the mean of all. The resource {@code clarity-calibration.csv} says which dates and how it was made.
 */
final class Clarity {
    private static final String RESOURCE = "clarity-calibration.csv";

    private static final class Calibration {
        static final PercentileTable EFFICIENCY = PercentileTable.resource(Clarity.class, RESOURCE, "efficiency");
        static final PercentileTable TREND = PercentileTable.resource(Clarity.class, RESOURCE, "trend");
        static final PercentileTable CALM = PercentileTable.resource(Clarity.class, RESOURCE, "calm");
    }

    private Clarity() {}

    /** From 0 to 1; NaN when no leg can be judged. */
    static double of(MinuteGrid grid, int end) {
        double sum = 0;
        int count = 0;
        for (Legs.Leg leg : Legs.largest(grid, end)) {
            double[] percentiles = {
                Calibration.EFFICIENCY.of(leg.efficiency()),
                Calibration.TREND.of(leg.trend()),
                Calibration.CALM.of(leg.calm())
            };
            for (double percentile : percentiles) {
                if (!Double.isNaN(percentile)) {
                    sum += percentile;
                    count++;
                }
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
