package io.tapelake.synthetic.market;

/**
 * What is settled about a symbol-day before its seconds are drawn. Because the price at both ends is settled, any day can
 * be generated without the days before it.
 *
 * @param day the date
 * @param priorCloseLog logarithm of the price in USD at the close of regular trading the trade date before
 * @param startLog logarithm of the price in USD at the opening of the pre-market session
 * @param closeLog logarithm of the price in USD at the close of regular trading
 * @param endLog logarithm of the price in USD at the end of the post-market session
 * @param dailyVol standard deviation of the day's log return, planted events aside
 * @param trades expected trades at activity 1, planted events aside
 * @param usual what the trade dates before were like
 * @param events what is planted
 */
record DayPlan(
        TradeDay day,
        double priorCloseLog,
        double startLog,
        double closeLog,
        double endLog,
        double dailyVol,
        double trades,
        UsualVolume usual,
        DayEvents events) {}
