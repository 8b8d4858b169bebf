package io.tapelake.synthetic.market;

/** The kinds of companies in the market: a few liquid names, some in the middle, many small ones. */
enum Tier {
    LARGE(40, 400, 0.011, 0.022, 12_000, 30_000, 1.1, 1.7, 0.035),
    MID(8, 80, 0.018, 0.035, 2_500, 8_000, 1.5, 2.6, 0.065),
    SMALL(0.4, 14, 0.035, 0.075, 150, 1_200, 2.2, 3.6, 0.075);

    final double minPrice;
    final double maxPrice;
    final double minDailyVol;
    final double maxDailyVol;
    final double minTrades;
    final double maxTrades;
    final double minSpreadFactor;
    final double maxSpreadFactor;
    /** Probability that anything is planted on a symbol-day, before the market's own scale. */
    final double eventProbability;

    Tier(
            double minPrice,
            double maxPrice,
            double minDailyVol,
            double maxDailyVol,
            double minTrades,
            double maxTrades,
            double minSpreadFactor,
            double maxSpreadFactor,
            double eventProbability) {
        this.minPrice = minPrice;
        this.maxPrice = maxPrice;
        this.minDailyVol = minDailyVol;
        this.maxDailyVol = maxDailyVol;
        this.minTrades = minTrades;
        this.maxTrades = maxTrades;
        this.minSpreadFactor = minSpreadFactor;
        this.maxSpreadFactor = maxSpreadFactor;
        this.eventProbability = eventProbability;
    }

    /** One symbol in ten is large and three are in the middle, so that even a small market has all kinds. */
    static Tier of(int index) {
        int place = index % 10;
        return place == 0 ? LARGE : place <= 3 ? MID : SMALL;
    }
}
