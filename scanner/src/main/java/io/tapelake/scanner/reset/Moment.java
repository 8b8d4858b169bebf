package io.tapelake.scanner.reset;

import io.tapelake.scanner.VolumeCurve;
import io.tapelake.scanner.event.MinuteView;

/** Figures of a moment that both its description and its judgement use. */
public final class Moment {
    private static final int FAST_MINUTES = 5;
    private static final int SLOW_MINUTES = 20;
    private static final double USUAL_SHARES_MIN = 100;

    private Moment() {}

    /** The larger of the day's range so far and the distance of its extremes from the prior close, as a share. */
    public static double movementSoFar(MinuteView view) {
        int now = view.now();
        double high = view.dayHigh(now);
        double low = view.dayLow(now);
        double range = (high - low) / low;
        double prior = view.prevClose();
        if (Double.isNaN(prior)) {
            return range;
        }
        return Math.max(range, Math.max(Math.abs(high / prior - 1), Math.abs(low / prior - 1)));
    }

    /** Time-of-day RVOL; NaN without a usual course of the volume, or where next to nothing is usual by now. */
    public static double rvol(MinuteView view) {
        VolumeCurve usual = view.lookback().usualVolume();
        if (usual == null) {
            return Double.NaN;
        }
        double shares = usual.shares(view.now() + 1);
        return shares < USUAL_SHARES_MIN ? Double.NaN : view.cumVolume(view.now()) / shares;
    }

    /** Shares per minute over the last five minutes over those of the twenty before. */
    public static double volumeVelocity(MinuteView view) {
        int now = view.now();
        int fast = now - FAST_MINUTES + 1;
        int slow = fast - SLOW_MINUTES;
        if (slow < 0) {
            return Double.NaN;
        }
        double before = view.volume(slow, fast - 1) / SLOW_MINUTES;
        return before > 0 ? view.volume(fast, now) / FAST_MINUTES / before : Double.NaN;
    }

    /** Time-of-day RVOL, else the velocity of the volume. */
    public static double relativeVolume(MinuteView view) {
        double rvol = rvol(view);
        return Double.isNaN(rvol) ? volumeVelocity(view) : rvol;
    }

    /** Return per minute over the last five minutes. */
    public static double priceVelocity(MinuteView view) {
        int from = view.now() - FAST_MINUTES;
        return from < 0 ? Double.NaN : (view.close(view.now()) / view.close(from) - 1) / FAST_MINUTES;
    }
}
