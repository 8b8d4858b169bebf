package io.tapelake.scanner.event;

/** Price and volume leap: a one-minute close change of at least three usual minutes, on volume with a z-score of 3. */
final class SurgeDetector implements Detector {
    private static final double SCALES_MIN = 3;
    private static final double VOLUME_Z_MIN = 3;

    @Override
    public String name() {
        return "surge";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        if (now < 1 || !view.traded(now)) {
            return;
        }
        double change = view.close(now) - view.close(now - 1);
        if (Math.abs(change) >= SCALES_MIN * view.scale(now) && view.volumeZ(now) >= VOLUME_Z_MIN) {
            int direction = change > 0 ? 1 : -1;
            sink.event(Detections.now(
                    EventKind.SURGE,
                    this,
                    view,
                    now,
                    direction,
                    view.close(now - 1),
                    direction > 0 ? "surge_up" : "surge_down"));
        }
    }
}
