package io.tapelake.cli.explain;

import java.util.ArrayList;
import java.util.List;

/** Values in [low, high] laid on a line of pixels; {@code atHigh} may be the smaller pixel, as it is for prices. */
record Axis(double low, double high, double atLow, double atHigh) {

    private static final double[] STEPS = {1, 2, 2.5, 5, 10};

    double at(double value) {
        return atLow + (value - low) / (high - low) * (atHigh - atLow);
    }

    boolean holds(double value) {
        return value >= low && value <= high;
    }

    /** Round values, at most {@code most} of them. */
    List<Double> ticks(int most) {
        double raw = (high - low) / most;
        double magnitude = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = magnitude;
        for (double factor : STEPS) {
            step = magnitude * factor;
            if (step >= raw) {
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (double k = Math.ceil(low / step); k * step <= high; k++) {
            ticks.add(k * step);
        }
        return ticks;
    }
}
