package io.tapelake.synthetic.market;

import java.util.Arrays;
import java.util.List;

/**
 * Expected shares of the trade dates before a date, planted events included, at activity 1.
 *
 * @param days how many dates it comes from, at most {@link #LOOK_BACK}
 * @param mean their mean
 * @param median their median
 */
record UsualVolume(int days, double mean, double median) {
    static final int LOOK_BACK = 20;

    /** The usual volume from all dates before, oldest first. */
    static UsualVolume of(List<Double> before) {
        int days = Math.min(LOOK_BACK, before.size());
        double[] last = before.subList(before.size() - days, before.size()).stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double mean = Arrays.stream(last).average().orElse(0);
        double median = days == 0 ? 0 : (last[(days - 1) / 2] + last[days / 2]) / 2;
        return new UsualVolume(days, mean, median);
    }

    /** How many times the mean a volume at an activity is; 0 when there is nothing to compare with. */
    double overMean(double shares, double activity) {
        return days > 0 ? shares / (mean * activity) : 0;
    }

    /** How many times the median a volume at an activity is; 0 when there is nothing to compare with. */
    double overMedian(double shares, double activity) {
        return days > 0 ? shares / (median * activity) : 0;
    }
}
