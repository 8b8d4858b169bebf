package io.tapelake.scanner.event;

/**
 * Volume rises while the price keeps still: a quarter of an hour with at least one and a half times the volume of the hour
 * before it, within one and a half five-minute ATRs, and going nowhere. Counts once in half an hour.
 */
final class AccumulationDetector implements Detector {
    private static final int MINUTES = 15;
    private static final int BEFORE = 60;
    private static final double VOLUME_RATIO_MIN = 1.5;
    private static final double RANGE_ATRS_MAX = 1.5;
    private static final double SLOPE_ATRS_MAX = 0.5;
    private static final int TRADED_MIN = 12;
    private static final int PAUSE = 30;

    private int last = -PAUSE;

    @Override
    public String name() {
        return "accumulation";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        int from = now - MINUTES + 1;
        if (now - last < PAUSE || from < BEFORE || view.tradedMinutes(from, now) < TRADED_MIN) {
            return;
        }
        // The bell changes what is usual: before and after it are not compared.
        if (view.isRegular(from - BEFORE) != view.isRegular(now)) {
            return;
        }
        double atr = view.atr5(from - 1);
        double range = view.highest(from, now) - view.lowest(from, now);
        double usual = view.volume(from - BEFORE, from - 1) / BEFORE;
        double shares = view.volume(from, now) / MINUTES;
        if (shares >= VOLUME_RATIO_MIN * usual
                && usual > 0
                && range <= RANGE_ATRS_MAX * atr
                && Math.abs(view.close(now) - view.open(from)) <= SLOPE_ATRS_MAX * atr) {
            last = now;
            sink.event(Detections.now(EventKind.ACCUMULATION, this, view, from, 0, view.open(from), "accumulation"));
        }
    }
}
