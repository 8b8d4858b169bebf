package io.tapelake.scanner.reset;

import io.tapelake.model.Prices;
import io.tapelake.scanner.event.MinuteView;
import io.tapelake.scanner.event.ScanEvent;
import java.util.List;

/** Says of each minute what kind of moment it is, from the events and prices so far. One object per symbol-day. */
final class PhaseTracker {
    private static final int FRESH_MINUTES = 5;
    private static final int BOUNCE_MINUTES = 15;
    private static final int MOVE_MINUTES = 15;
    private static final double MOVE_ATRS_MIN = 1.5;
    private static final double MOVE_EFFICIENCY_MIN = 0.35;
    private static final double DISTRIBUTION_RANGE_ATRS_MIN = 4;
    private static final double DISTRIBUTION_DEPTH_MAX = 0.25;
    private static final int STALL_MINUTES_MIN = 10;
    private static final int STALL_MINUTES_MAX = 90;
    private static final int LONG_AGO = -10_000;

    private int breakout = LONG_AGO;
    private int breakoutDirection;
    private double breakoutLevel;
    private int flush = LONG_AGO;
    private int bounce = LONG_AGO;
    private double bounceLow;
    private int consolidation = LONG_AGO;
    private double consolidationPrice;
    private int deadZone = LONG_AGO;
    private double dayHigh = Double.NaN;
    private int dayHighMinute;
    private Phase phase = Phase.ACCUMULATION;

    /** The phase at the end of the last minute. */
    Phase next(MinuteView view, List<ScanEvent> now) {
        note(view, now);
        if (!view.isHalted()) {
            phase = phase(view);
        }
        return phase;
    }

    private void note(MinuteView view, List<ScanEvent> events) {
        int now = view.now();
        for (ScanEvent event : events) {
            switch (event.kind()) {
                case BREAKOUT -> {
                    breakout = now;
                    breakoutDirection = event.direction();
                    breakoutLevel = Prices.toDouble(event.startPriceNanos());
                }
                case FLUSH -> flush = now;
                case BOUNCE -> {
                    bounce = now;
                    bounceLow = Prices.toDouble(event.startPriceNanos());
                }
                case CONSOLIDATION -> {
                    consolidation = now;
                    consolidationPrice = view.close(now);
                }
                case DEAD_ZONE -> deadZone = now;
                default -> {}
            }
        }
        if (!(view.dayHigh(now) <= dayHigh)) {
            dayHigh = view.dayHigh(now);
            dayHighMinute = now;
        }
        if (view.volumeZ(now) >= 3) {
            deadZone = LONG_AGO;
        }
    }

    private Phase phase(MinuteView view) {
        int now = view.now();
        double close = view.close(now);
        double atr = view.atr5(now);
        if (flush > bounce && now - flush < FRESH_MINUTES) {
            return Phase.FLUSH;
        }
        if (now - bounce < BOUNCE_MINUTES && close > bounceLow) {
            return Phase.BOUNCE;
        }
        if (now - breakout < FRESH_MINUTES && breakoutDirection * (close - breakoutLevel) > 0) {
            return Phase.BREAKOUT;
        }
        if (consolidation > LONG_AGO && Math.abs(close - consolidationPrice) <= atr) {
            return Phase.CONSOLIDATION;
        }
        consolidation = LONG_AGO;
        if (deadZone > LONG_AGO || isSilent(view)) {
            return Phase.DEAD_ZONE;
        }
        int from = now - MOVE_MINUTES;
        if (from >= 0
                && Math.abs(close - view.close(from)) >= MOVE_ATRS_MIN * atr
                && Efficiency.of(view, from, now) >= MOVE_EFFICIENCY_MIN) {
            return Phase.MOMENTUM;
        }
        return isDistribution(view, close, atr) ? Phase.DISTRIBUTION : Phase.ACCUMULATION;
    }

    private static boolean isSilent(MinuteView view) {
        int now = view.now();
        return now >= MOVE_MINUTES && view.tradedMinutes(now - MOVE_MINUTES + 1, now) == 0;
    }

    private boolean isDistribution(MinuteView view, double close, double atr) {
        int now = view.now();
        double range = dayHigh - view.dayLow(now);
        int stalled = now - dayHighMinute;
        return range >= DISTRIBUTION_RANGE_ATRS_MIN * atr
                && dayHigh - close <= DISTRIBUTION_DEPTH_MAX * range
                && stalled >= STALL_MINUTES_MIN
                && stalled <= STALL_MINUTES_MAX
                && view.volume(now - STALL_MINUTES_MIN + 1, now) / STALL_MINUTES_MIN >= view.cumVolume(now) / (now + 1);
    }
}
