package io.tapelake.scanner.event;

import io.tapelake.model.Prices;

/** At least 38% of a flush is recovered within 15 minutes of its low. Looks for flushes itself. */
final class BounceDetector implements Detector {
    private static final double RETRACE_MIN = 0.38;
    private static final int MINUTES = 15;

    private final FlushDetector flushes = new FlushDetector();
    private double top = Double.NaN;
    private int low = -1;

    @Override
    public String name() {
        return "bounce";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        flushes.minute(view, flush -> {
            double flushTop = Prices.toDouble(flush.startPriceNanos());
            // A second flush soon after the first goes on from the first one's top.
            top = low >= 0 && flushTop < top ? top : flushTop;
            low = now;
        });
        if (low < 0 || low == now) {
            return;
        }
        if (view.low(now) < view.low(low)) {
            low = now;
            return;
        }
        if (now - low > MINUTES) {
            low = -1;
            top = Double.NaN;
            return;
        }
        double bottom = view.low(low);
        if (view.traded(now) && view.close(now) - bottom >= RETRACE_MIN * (top - bottom)) {
            sink.event(Detections.now(EventKind.BOUNCE, this, view, low, 1, bottom, "bounce"));
            low = -1;
            top = Double.NaN;
        }
    }
}
