package io.tapelake.synthetic.market;

import io.tapelake.model.Prices;

/**
 * What a symbol-day would be like if nothing were planted: what a planner measures its events against.
 *
 * @param profile the symbol
 * @param day the date
 * @param shape usual course of the date
 * @param logPrice logarithm of the price in USD at which the day begins
 * @param dailyVol standard deviation of the day's log return
 * @param trades expected trades at activity 1
 * @param hasPast whether the market has a trade date before this one
 */
record OrdinaryDay(
        SymbolProfile profile,
        TradeDay day,
        IntradayShape shape,
        double logPrice,
        double dailyVol,
        double trades,
        boolean hasPast) {

    /** The largest expected trades per second of any minute in the stretch, at activity 1. */
    double busiest(int start, int end) {
        double rate = 0;
        for (int minute = start / 60; minute <= (end - 1) / 60; minute++) {
            rate = Math.max(rate, trades * shape.volume(minute) / 60);
        }
        return rate;
    }

    /** The smallest expected trades per second of any minute in the stretch, at activity 1. */
    double quietest(int start, int end) {
        double rate = Double.MAX_VALUE;
        for (int minute = start / 60; minute <= (end - 1) / 60; minute++) {
            rate = Math.min(rate, trades * shape.volume(minute) / 60);
        }
        return rate;
    }

    /** Standard deviation of the log price over the stretch. */
    double deviation(int start, int end) {
        double variance = 0;
        for (int minute = start / 60; minute <= (end - 1) / 60; minute++) {
            int seconds = Math.min(end, minute * 60 + 60) - Math.max(start, minute * 60);
            variance += shape.variance(minute) * seconds / 60;
        }
        return dailyVol * Math.sqrt(variance);
    }

    /** The tick as a share of the price; a price under a dollar may rise to where the tick is a cent. */
    double tick() {
        double nanos = StrictMath.exp(logPrice) * Prices.NANOS_PER_UNIT;
        return Ticks.at((long) (1.6 * nanos)) / nanos;
    }

    /** Dollars that change hands in a trade of usual size. */
    double dollarsPerTrade() {
        return StrictMath.exp(logPrice) * TradeSizes.of(profile, logPrice).mean();
    }
}
