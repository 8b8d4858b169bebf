package io.tapelake.scanner.event;

/** The last moment before the regular session opens, on days with a price by then. */
final class OpeningBellDetector implements Detector {
    @Override
    public String name() {
        return "opening-bell";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        if (now + 1 == view.openMinute() && !Double.isNaN(view.close(now))) {
            sink.event(Detections.now(EventKind.OPENING_BELL, this, view, now, 0, view.close(now), "opening_bell"));
        }
    }
}
