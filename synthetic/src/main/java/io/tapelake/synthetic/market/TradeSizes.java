package io.tapelake.synthetic.market;

/** Draws the sizes of trades: odd lots, the favourite hundred, larger round lots, and odd sizes above a hundred. */
final class TradeSizes {
    private static final int MAX_SHARES = 60_000;

    private final double oddLots;
    private final double scale;

    private TradeSizes(double oddLots, double scale) {
        this.oddLots = oddLots;
        this.scale = scale;
    }

    static TradeSizes of(SymbolProfile profile, double logPrice) {
        // Cheap shares change hands in larger numbers.
        return new TradeSizes(profile.oddLots(), Math.max(0.5, Math.min(3, StrictMath.exp(0.35 * (2.5 - logPrice)))));
    }

    int draw(KeyedRandom random) {
        double kind = random.uniform();
        if (kind < oddLots) {
            return (int) Math.max(1, Math.min(99, random.logNormal(24, 1.25)));
        }
        double rest = (kind - oddLots) / (1 - oddLots);
        if (rest < 0.45) {
            return 100;
        }
        if (rest < 0.75) {
            return (int) Math.min(MAX_SHARES, 100 * (1 + Math.round(random.logNormal(1.2 * scale, 0.9))));
        }
        return (int) Math.min(MAX_SHARES, 101 + random.logNormal(110 * scale, 1.1));
    }

    /** Mean shares per trade, for sizing the crosses; an estimate. */
    double mean() {
        double large = 100 * (1 + 1.2 * scale * 1.5);
        return oddLots * 34 + (1 - oddLots) * (0.45 * 100 + 0.3 * large + 0.25 * (101 + 110 * scale * 1.83));
    }
}
