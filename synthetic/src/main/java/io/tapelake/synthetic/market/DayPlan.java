package io.tapelake.synthetic.market;

/**
 * What is settled about a symbol-day before its seconds are drawn. Because the price at both ends is settled, any day can
 * be generated without the days before it.
 *
 * @param day the date
 * @param startLog logarithm of the price in USD at the opening of the pre-market session
 * @param endLog logarithm of the price in USD at the end of the post-market session
 * @param dailyVol standard deviation of the day's log return, planted events aside
 * @param trades expected trades at activity 1, planted events aside
 * @param events what is planted
 */
record DayPlan(TradeDay day, double startLog, double endLog, double dailyVol, double trades, DayEvents events) {}
