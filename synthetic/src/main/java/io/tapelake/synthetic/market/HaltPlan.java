package io.tapelake.synthetic.market;

/**
 * A pause to be planted: no trade from the start of one second to the start of another, and the price elsewhere after it.
 *
 * @param pauseSecond first second of the day without trading
 * @param resumeSecond first second of the day with trading again
 * @param logGap log return of the price through the pause
 */
record HaltPlan(int pauseSecond, int resumeSecond, double logGap) {
    boolean contains(int second) {
        return second >= pauseSecond && second < resumeSecond;
    }
}
