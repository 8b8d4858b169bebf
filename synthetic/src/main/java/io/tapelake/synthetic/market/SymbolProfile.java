package io.tapelake.synthetic.market;

/**
 * The traits of a symbol that hold for its whole life.
 *
 * @param index its number in the market
 * @param symbol its ticker
 * @param tier kind of company
 * @param listing venue that lists it and holds its crosses
 * @param logPrice logarithm of the price in USD to which it is anchored
 * @param dailyVol standard deviation of an ordinary day's log return
 * @param tradesPerDay trades of an ordinary day, at activity 1
 * @param beta share it takes in the market's movement
 * @param spreadFactor spread in units of the price movement per burst of trades
 * @param oddLots share of trades under 100 shares
 * @param venues how its activity spreads over venues
 */
record SymbolProfile(
        int index,
        String symbol,
        Tier tier,
        Venue listing,
        double logPrice,
        double dailyVol,
        double tradesPerDay,
        double beta,
        double spreadFactor,
        double oddLots,
        VenueMix venues) {

    static SymbolProfile of(long seed, int index) {
        KeyedRandom random = KeyedRandom.of(seed, RandomStream.PROFILE, index);
        Tier tier = Tier.of(index);
        Venue listing = random.chance(0.6) ? Venue.XNAS : random.chance(0.7) ? Venue.XNYS : Venue.ARCX;
        double logPrice = logBetween(random, tier.minPrice, tier.maxPrice);
        return new SymbolProfile(
                index,
                Tickers.of(index),
                tier,
                listing,
                logPrice,
                StrictMath.exp(logBetween(random, tier.minDailyVol, tier.maxDailyVol)),
                StrictMath.exp(logBetween(random, tier.minTrades, tier.maxTrades)),
                random.between(0.5, 1.4),
                random.between(tier.minSpreadFactor, tier.maxSpreadFactor),
                Math.min(0.8, Math.max(0.3, 0.48 + 0.06 * logPrice + 0.06 * random.gaussian())),
                VenueMix.around(listing, random));
    }

    private static double logBetween(KeyedRandom random, double low, double high) {
        return random.between(StrictMath.log(low), StrictMath.log(high));
    }
}
