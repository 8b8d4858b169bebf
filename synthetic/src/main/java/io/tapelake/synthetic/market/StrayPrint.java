package io.tapelake.synthetic.market;

/**
 * A lone trade far from the market.
 *
 * @param second second of the day
 * @param part part of the second at which it prints
 * @param logAway log distance of its price from the efficient price
 * @param shares its size
 */
record StrayPrint(int second, double part, double logAway, int shares) {}
