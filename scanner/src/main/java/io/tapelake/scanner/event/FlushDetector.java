package io.tapelake.scanner.event;

/**
 * A fall of at least three five-minute ATRs within five minutes, on volume with a z-score of 2. Counts once: the next one has
 * to begin after the lowest price of this one.
 */
final class FlushDetector implements Detector {
    static final int MINUTES = 5;
    private static final double ATRS_MIN = 3;
    private static final double DEEP = 0.08;
    private static final double DAY_VOLUMES_MIN = 3;
    private static final double VOLUME_Z_MIN = 2;
    private static final double FALL_MIN = 0.015;

    private int lastLow = -1;

    @Override
    public String name() {
        return "flush";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        if (now < MINUTES || !view.traded(now)) {
            return;
        }
        int from = Math.max(now - MINUTES + 1, lastLow + 1);
        if (from > now) {
            return;
        }
        int top = from;
        for (int i = from; i <= now; i++) {
            if (view.high(i) > view.high(top)) {
                top = i;
            }
        }
        double fall = view.high(top) - view.close(now);
        // The range before the fall: the fall itself would widen it.
        double atr = view.atr5(Math.max(0, now - MINUTES));
        boolean far =
                fall >= FALL_MIN * view.high(top) && fall >= ATRS_MIN * atr && view.maxVolumeZ(MINUTES) >= VOLUME_Z_MIN;
        boolean deep = fall >= DEEP * view.high(top) && isHeavyForTheDay(view);
        if (far || deep) {
            lastLow = now;
            ScanEvent event = Detections.now(EventKind.FLUSH, this, view, top, -1, view.high(top), "flush");
            sink.event(event.startingAt(Math.max(event.startNs(), view.volumeStepNs(top - MINUTES, 1, top))));
        } else if (lastLow >= 0 && now - lastLow <= MINUTES && view.low(now) < view.low(lastLow)) {
            // Still the same fall.
            lastLow = now;
        }
    }

    /** On a day that is wild already, neither the range nor the volume of the minutes before is a yardstick. */
    private static boolean isHeavyForTheDay(MinuteView view) {
        int now = view.now();
        double usual = view.cumVolume(now) / (now + 1);
        for (int i = Math.max(0, now - MINUTES + 1); i <= now; i++) {
            if (view.volume(i) >= DAY_VOLUMES_MIN * usual) {
                return true;
            }
        }
        return false;
    }
}
