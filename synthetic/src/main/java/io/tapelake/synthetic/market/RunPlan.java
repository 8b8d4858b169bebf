package io.tapelake.synthetic.market;

/**
 * A breakout run to be planted: a base, then a move of given size on heavy volume, then a fade.
 *
 * @param startSecond second of the day at which the move begins
 * @param endSecond second of the day at which it is complete; pauses inside are included
 * @param fadeSeconds seconds over which the fade is spread after the end
 * @param logAmplitude log return of the whole move, gaps through pauses included; negative for a move down
 * @param retrace share of the move given back by the end of the fade
 * @param curvature exponent of the course of the move: below 1 early, above 1 late
 * @param extraTrades trades on top of an ordinary day's, at activity 1
 */
record RunPlan(
        int startSecond,
        int endSecond,
        int fadeSeconds,
        double logAmplitude,
        double retrace,
        double curvature,
        double extraTrades) {

    /** Seconds before the start in which the price keeps still. */
    static final int BASE_SECONDS = 900;

    int fadeEndSecond() {
        return endSecond + fadeSeconds;
    }

    /** Log return that remains when the fade is over. */
    double netLog() {
        return logAmplitude * (1 - retrace);
    }
}
