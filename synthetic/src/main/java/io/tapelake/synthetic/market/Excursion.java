package io.tapelake.synthetic.market;

/**
 * A few seconds in which the market itself is elsewhere: price and quotes leave and come back, trades print on both ways.
 * The legs of the price are planted beside it.
 *
 * @param startSecond second of the day in which the price leaves
 * @param endSecond second of the day at which it is back
 * @param prints trades at the far price, on any venues
 */
record Excursion(int startSecond, int endSecond, int prints) {}
