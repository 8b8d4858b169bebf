package io.tapelake.scanner.event;

/** A close beyond the highest high or under the lowest low of the 20 minutes before, on volume with a z-score of 2. */
final class BreakoutDetector implements Detector {
    static final double VOLUME_Z_MIN = 2;
    private static final int CHANNEL = MinuteGrid.WINDOW;

    private boolean wasAbove;
    private boolean wasBelow;

    @Override
    public String name() {
        return "breakout";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        if (now < CHANNEL || !view.traded(now)) {
            return;
        }
        double top = view.highest(now - CHANNEL, now - 1);
        double bottom = view.lowest(now - CHANNEL, now - 1);
        boolean above = view.close(now) > top;
        boolean below = view.close(now) < bottom;
        boolean onVolume = view.volumeZ(now) >= VOLUME_Z_MIN;
        // A breakout is the leaving of the channel: the minutes that go on outside are none of their own.
        if (above && !wasAbove && onVolume) {
            sink.event(Detections.now(EventKind.BREAKOUT, this, view, now, 1, top, "donchian_up"));
        }
        if (below && !wasBelow && onVolume) {
            sink.event(Detections.now(EventKind.BREAKOUT, this, view, now, -1, bottom, "donchian_down"));
        }
        wasAbove = above && (onVolume || wasAbove);
        wasBelow = below && (onVolume || wasBelow);
    }
}
