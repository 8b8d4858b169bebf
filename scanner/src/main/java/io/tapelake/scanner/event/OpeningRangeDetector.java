package io.tapelake.scanner.event;

/** The first close beyond the range of the first 15 regular minutes, each way once, on volume with a z-score of 2. */
final class OpeningRangeDetector implements Detector {
    private static final int MINUTES = 15;

    private boolean up;
    private boolean down;

    @Override
    public String name() {
        return "opening-range";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        int rangeEnd = view.openMinute() + MINUTES;
        if (now < rangeEnd || !view.isRegular(now) || !view.traded(now)) {
            return;
        }
        if (view.tradedMinutes(view.openMinute(), rangeEnd - 1) == 0
                || view.volumeZ(now) < BreakoutDetector.VOLUME_Z_MIN) {
            return;
        }
        double top = view.highest(view.openMinute(), rangeEnd - 1);
        double bottom = view.lowest(view.openMinute(), rangeEnd - 1);
        if (!up && view.close(now) > top) {
            up = true;
            sink.event(Detections.now(EventKind.BREAKOUT, this, view, now, 1, top, "opening_range_up"));
        }
        if (!down && view.close(now) < bottom) {
            down = true;
            sink.event(Detections.now(EventKind.BREAKOUT, this, view, now, -1, bottom, "opening_range_down"));
        }
    }
}
