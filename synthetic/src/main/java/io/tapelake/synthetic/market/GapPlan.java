package io.tapelake.synthetic.market;

/**
 * A distance between the close of the day before and the opening of regular trading.
 *
 * @param logGap log return from the close of the day before to the first regular second
 * @param early share of the gap that the first pre-market price shows already
 */
record GapPlan(double logGap, double early) {}
