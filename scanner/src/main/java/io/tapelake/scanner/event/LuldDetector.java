package io.tapelake.scanner.event;

import io.tapelake.model.DaySessions;
import io.tapelake.model.NewYork;
import io.tapelake.scanner.measure.LuldBands;
import io.tapelake.scanner.measure.LuldDay;
import io.tapelake.scanner.measure.LuldTier;

/**
 * A price at a limit-up or limit-down band, where everything that the band depends on is known: the prior close, trades (bars
 * do not tell the mean trade price), and a price at which the tier does not matter. The reference price is the mean of the
 * trades of the five minutes before, taken once a minute; the exchanges take it every half minute, so a band is near, not
 * exact, and confidence is 0.5.
 */
final class LuldDetector implements Detector {
    private static final int REFERENCE_MINUTES = 5;
    private static final double CONFIDENCE = 0.5;
    private static final int PAUSE = 5;

    private LuldDay bands;
    private int last = -PAUSE;

    @Override
    public String name() {
        return "luld";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        if (bands == null) {
            DaySessions sessions = view.sessions();
            bands = LuldBands.usEquities()
                    .on(NewYork.tradeDateOf(sessions.openNs()), sessions, view.prevClose(), LuldTier.UNKNOWN);
        }
        if (!bands.isKnown() || !view.isRegular(now) || !view.traded(now) || now - last < PAUSE) {
            return;
        }
        double reference = reference(view, now);
        double upper = bands.upper(view.startNs(now), reference);
        double lower = bands.lower(view.startNs(now), reference);
        if (view.high(now) >= upper) {
            touch(view, sink, 1, upper);
        } else if (view.low(now) <= lower) {
            touch(view, sink, -1, lower);
        }
    }

    private void touch(MinuteView view, EventSink sink, int direction, double band) {
        last = view.now();
        ScanEvent event = Detections.now(
                EventKind.LULD_TOUCH, this, view, last, direction, band, direction > 0 ? "limit_up" : "limit_down");
        sink.event(new ScanEvent(
                event.kind(),
                event.detector(),
                event.knownNs(),
                event.startNs(),
                event.endNs(),
                direction,
                event.startPriceNanos(),
                event.endPriceNanos(),
                event.volumeZ(),
                CONFIDENCE,
                event.pattern(),
                false,
                Double.NaN));
    }

    private static double reference(MinuteView view, int now) {
        double sum = 0;
        int trades = 0;
        for (int i = Math.max(view.openMinute(), now - REFERENCE_MINUTES); i < now; i++) {
            int row = view.tapeRow(i);
            if (row >= 0 && view.tape().trades(row) > 0) {
                sum += view.tape().priceSum(row);
                trades += view.tape().trades(row);
            }
        }
        return trades == 0 ? Double.NaN : sum / trades;
    }
}
