package io.tapelake.scanner.event;

/**
 * After a leg, ten minutes within one five-minute ATR that go nowhere. The ATR is the one from before the stretch. Counts once
 * until the price leaves the stretch.
 */
final class ConsolidationDetector implements Detector {
    private static final int MINUTES = 10;
    private static final int LEG_MINUTES = 45;
    private static final double RANGE_ATRS_MAX = 1.0;
    private static final double SLOPE_ATRS_MAX = 0.4;
    private static final double LEG_ATRS_MIN = 3;
    private static final double RANGE_LEG_MAX = 0.3;
    private static final double SLOPE_LEG_MAX = 0.08;
    private static final int TRADED_MIN = 7;

    private double top = Double.NaN;
    private double bottom = Double.NaN;
    private boolean inside;

    @Override
    public String name() {
        return "consolidation";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        if (inside && (view.close(now) > top || view.close(now) < bottom)) {
            inside = false;
        }
        int from = now - MINUTES + 1;
        if (inside || from < LEG_MINUTES || view.isHalted() || view.tradedMinutes(from, now) < TRADED_MIN) {
            return;
        }
        double atr = view.atr5(from - 1);
        double high = view.highest(from, now);
        double low = view.lowest(from, now);
        if (!(high - low <= RANGE_ATRS_MAX * atr)
                || Math.abs(view.close(now) - view.open(from)) > SLOPE_ATRS_MAX * atr
                || high - low <= 0) {
            return;
        }
        double legUp = view.close(from) - view.lowest(from - LEG_MINUTES, from - 1);
        double legDown = view.highest(from - LEG_MINUTES, from - 1) - view.close(from);
        double leg = Math.max(legUp, legDown);
        // Negated, so that an unknown range or leg is none.
        if (!(leg >= LEG_ATRS_MIN * atr)
                || high - low > RANGE_LEG_MAX * leg
                || Math.abs(view.close(now) - view.open(from)) > SLOPE_LEG_MAX * leg) {
            return;
        }
        inside = true;
        double margin = 0.25 * (high - low);
        top = high + margin;
        bottom = low - margin;
        sink.event(Detections.now(
                EventKind.CONSOLIDATION,
                this,
                view,
                from,
                0,
                view.open(from),
                legUp >= legDown ? "consolidation_after_rise" : "consolidation_after_fall"));
    }
}
