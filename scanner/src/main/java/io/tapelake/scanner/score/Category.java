package io.tapelake.scanner.score;

import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.reset.ResetPoint;
import java.util.List;
import java.util.Optional;

/** What a day of the index is good for. */
public enum Category {
    /** Something took the day's run back. */
    RISK,
    /** A large, good move with several good places to start. */
    PRIME,
    /** A good move. */
    SECONDARY,
    /** Everything else that moved. */
    MIXED,
    /** An ordinary day that was drawn. */
    CONTROL;

    private static final double PRIME_QUALITY = 0.8;
    private static final double PRIME_MOVEMENT = 0.20;
    private static final double PRIME_SETUP = 0.6;
    private static final int PRIME_SETUPS = 3;
    private static final double SECONDARY_QUALITY = 0.6;

    /**
     * A category and why.
     *
     * @param category the category
     * @param reason the rule that matched, in words
     */
    record Ruling(Category category, String reason) {}

    /** The first rule that matches. */
    static Ruling of(
            DayKind kind, Optional<String> risk, double quality, double movement, List<ResetPoint> resetPoints) {
        if (kind == DayKind.CONTROL) {
            return new Ruling(CONTROL, "an ordinary day, drawn beside a momentum day");
        }
        if (kind == DayKind.MIXED) {
            return new Ruling(MIXED, "moved between 5% and 10% on one and a half times its volume");
        }
        if (risk.isPresent()) {
            return new Ruling(RISK, risk.get());
        }
        long setups = resetPoints.stream()
                .filter(point -> point.setupQuality() >= PRIME_SETUP)
                .count();
        if (quality >= PRIME_QUALITY && movement >= PRIME_MOVEMENT && setups >= PRIME_SETUPS) {
            return new Ruling(PRIME, "quality of at least 0.8, movement of at least 20%, " + setups + " good setups");
        }
        if (quality >= SECONDARY_QUALITY) {
            return new Ruling(SECONDARY, "quality of at least 0.6");
        }
        return new Ruling(MIXED, "quality under 0.6");
    }
}
