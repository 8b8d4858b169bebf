package io.tapelake.synthetic.market;

/**
 * Trades that come on top of the ordinary ones for a while; the rate goes geometrically from one value to another.
 *
 * @param startSecond first second of the day
 * @param endSecond second of the day at which it is over
 * @param fromRate trades per second at the start, at activity 1, above 0
 * @param toRate trades per second at the end, above 0
 */
record Crowd(int startSecond, int endSecond, double fromRate, double toRate) {
    double rate(int second) {
        double part = (second - startSecond + 0.5) / (endSecond - startSecond);
        return fromRate * StrictMath.exp(part * StrictMath.log(toRate / fromRate));
    }

    /** Expected trades in all. */
    double trades() {
        double growth = StrictMath.log(toRate / fromRate);
        double mean = Math.abs(growth) < 1e-6 ? fromRate : (toRate - fromRate) / growth;
        return mean * (endSecond - startSecond);
    }
}
