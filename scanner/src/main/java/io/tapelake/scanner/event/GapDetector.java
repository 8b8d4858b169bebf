package io.tapelake.scanner.event;

/** The first regular price is at least 3% from the prior close. */
final class GapDetector implements Detector {
    private static final double GAP_MIN = 0.03;

    private boolean opened;

    @Override
    public String name() {
        return "gap";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        if (opened || !view.isRegular(now) || !view.traded(now)) {
            return;
        }
        opened = true;
        double gap = view.open(now) / view.prevClose() - 1;
        if (Math.abs(gap) >= GAP_MIN) {
            ScanEvent event = Detections.now(
                    EventKind.GAP,
                    this,
                    view,
                    now,
                    gap > 0 ? 1 : -1,
                    view.prevClose(),
                    gap > 0 ? "gap_up" : "gap_down");
            sink.event(new ScanEvent(
                    event.kind(),
                    event.detector(),
                    event.knownNs(),
                    event.startNs(),
                    event.endNs(),
                    event.direction(),
                    event.startPriceNanos(),
                    MinuteView.nanos(view.open(now)),
                    event.volumeZ(),
                    1,
                    event.pattern(),
                    false,
                    Double.NaN));
        }
    }
}
