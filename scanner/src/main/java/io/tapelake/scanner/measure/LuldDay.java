package io.tapelake.scanner.measure;

import io.tapelake.model.DaySessions;

/**
 * The price bands of one security on one day. Made by {@link LuldBands#on}. Immutable and thread-safe; answers allocate
 * nothing.
 *
 * <p>A band is reference price plus or minus a distance, rounded to the nearest cent. It is NaN where it is unknown, when the
 * reference is, and outside the regular session, where there are no bands.
 */
public final class LuldDay {
    private static final long NS_PER_MINUTE = 60_000_000_000L;
    private static final double CENTS = 100;

    private final LuldRule rule;
    private final DaySessions sessions;

    LuldDay(LuldRule rule, DaySessions sessions) {
        this.rule = rule;
        this.sessions = sessions;
    }

    /** Whether the day's bands are known. */
    public boolean isKnown() {
        return rule != null;
    }

    /** Whether they are known and the rule behind them was checked; the resource says which are not. */
    public boolean isConfirmed() {
        return isKnown() && rule.confirmed();
    }

    /** The upper band at an instant (nanoseconds UTC) around a reference price (USD). */
    public double upper(long atNs, double reference) {
        return toCent(reference + distance(atNs, reference));
    }

    /** The lower band at an instant (nanoseconds UTC) around a reference price (USD); at least 0. */
    public double lower(long atNs, double reference) {
        return Math.max(0, toCent(reference - distance(atNs, reference)));
    }

    private double distance(long atNs, double reference) {
        if (rule == null || !(reference > 0) || atNs < sessions.openNs() || atNs >= sessions.closeNs()) {
            return Double.NaN;
        }
        boolean doubled = atNs < sessions.openNs() + rule.openMinutes() * NS_PER_MINUTE
                || atNs >= sessions.closeNs() - rule.closeMinutes() * NS_PER_MINUTE;
        return rule.distance(reference, doubled);
    }

    private static double toCent(double price) {
        // The hair decides halves such as 1.005, which as a double lies below itself.
        return Double.isNaN(price) ? price : Math.floor(price * CENTS + 0.5 + 1e-9) / CENTS;
    }
}
