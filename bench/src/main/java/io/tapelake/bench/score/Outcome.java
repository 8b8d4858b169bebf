package io.tapelake.bench.score;

/** What came within fifteen minutes of a decision, in local ATRs: those of the five-minute bars so far. */
enum Outcome {
    /** A purchase at the ask after the latency, or at the next price where there are no quotes. */
    LONG("(MFE - MAE) / ATR of a purchase"),
    /** From the last price at the decision, in the direction of the candidate; candidates without one are left out. */
    DIRECTED("(MFE - MAE) / ATR in its direction"),
    /** How much happened at all, whichever way. */
    RANGE("(MFE + MAE) / ATR: how much it moved");

    final String words;

    Outcome(String words) {
        this.words = words;
    }

    /** NaN where the data does not reach. */
    double of(Candidate candidate) {
        return switch (this) {
            case LONG -> candidate.longOutcome();
            case DIRECTED -> candidate.directedOutcome();
            case RANGE -> candidate.rangeOutcome();
        };
    }
}
