package io.tapelake.scanner.event;

import io.tapelake.scanner.measure.VolatilitySqueeze;

/** One-minute Bollinger bands (20, 2) have been inside the Keltner channel (20, 1.5) for ten minutes. */
final class SqueezeDetector implements Detector {
    private static final int MINUTES = 10;

    private final VolatilitySqueeze squeeze = VolatilitySqueeze.standard();
    private boolean reported;

    @Override
    public String name() {
        return "squeeze";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        if (!view.traded(now)) {
            return;
        }
        squeeze.next(view.high(now), view.low(now), view.close(now));
        if (!squeeze.isKnown() || !squeeze.isOn()) {
            reported = false;
            return;
        }
        if (squeeze.barsOn() >= MINUTES && !reported) {
            reported = true;
            int from = Math.max(0, now - MINUTES + 1);
            sink.event(Detections.now(EventKind.SQUEEZE, this, view, from, 0, view.open(from), "volatility_squeeze"));
        }
    }
}
