package io.tapelake.bench.score;

/** What is known at a decision and may say something about what comes next. */
enum Predictor {
    SETUP_QUALITY("setup_quality"),
    RVOL("RVOL alone"),
    VOLATILITY("volatility alone (atr5m / price)");

    final String words;

    Predictor(String words) {
        this.words = words;
    }

    /** NaN where unknown. More RVOL and more volatility count as more, as more quality does. */
    double of(Candidate candidate) {
        return switch (this) {
            case SETUP_QUALITY -> candidate.quality();
            case RVOL -> candidate.rvol();
            case VOLATILITY -> candidate.volatility();
        };
    }
}
