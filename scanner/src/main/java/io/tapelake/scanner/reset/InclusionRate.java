package io.tapelake.scanner.reset;

import static io.tapelake.scanner.measure.Rounding.two;

/**
 * The probability with which the next candidate is selected, from the candidates so far: what is left of the day's number,
 * spread over the candidates that may still come, more for better setups. One object per symbol-day.
 */
final class InclusionRate {
    private static final double USUAL_CANDIDATES = 32;
    private static final double USUAL_WEIGHT = 0.25;
    private static final double TILT_FLOOR = 0.6;
    private static final double TILT = 0.8;
    private static final double NEUTRAL = 0.5;

    private final double perDay;
    private final double min;
    private double spent;
    private int seen;

    InclusionRate(double perDay, double min) {
        this.perDay = perDay;
        this.min = min;
    }

    /**
     * The probability of the next candidate.
     *
     * @param bucket part of the day it lies in
     * @param elapsed share of that part that is over, from 0 to 1
     * @param quality its judgement; NaN counts as middling
     */
    double next(TimeBucket bucket, double elapsed, double quality) {
        double after = shareAfter(bucket, elapsed);
        double total = (seen + USUAL_WEIGHT * USUAL_CANDIDATES) / (1 - after + USUAL_WEIGHT);
        double toCome = Math.max(1, 1 + total * after);
        double tilt = TILT_FLOOR + TILT * (Double.isNaN(quality) ? NEUTRAL : quality);
        // Rounded before it is used: few different numbers take little room, and the weight of a row is the inverse of
        // what stands in it.
        double probability = Math.max(min, two(Math.min(1, tilt * (perDay - spent) / toCome)));
        seen++;
        spent += probability;
        return probability;
    }

    /**
     * Share of a day's candidates that usually come later. Counted, as {@code USUAL_CANDIDATES} was, on the 114 symbol-days of
     * ohlcv1m-eth-2025, the sample set that covers whole days, whose epoch day is even: 29 candidates a day, 35 on days that
     * moved. {@code InclusionCalibrationTest} counts again.
     */
    private static double shareAfter(TimeBucket bucket, double elapsed) {
        return switch (bucket) {
            case PREMARKET -> between(1.0, 0.72, elapsed);
            case OPEN -> between(0.72, 0.58, elapsed);
            case MORNING -> between(0.58, 0.50, elapsed);
            case MIDDAY -> between(0.50, 0.33, elapsed);
            case AFTERNOON -> between(0.33, 0.26, elapsed);
            case POWER_HOUR -> between(0.26, 0.16, elapsed);
            case POSTMARKET -> between(0.16, 0.0, elapsed);
        };
    }

    private static double between(double from, double to, double elapsed) {
        return from + (to - from) * elapsed;
    }
}
