package io.tapelake.scanner.example;

import io.tapelake.model.Prices;
import io.tapelake.scanner.event.Detector;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.EventSink;
import io.tapelake.scanner.event.MinuteView;
import io.tapelake.scanner.event.ScanEvent;

/** The first close above the day's VWAP after at least half an hour of closes below it, on volume. */
public final class VwapReclaim implements Detector {
    private static final int BELOW_MINUTES = 30;
    private static final double VOLUME_Z_MIN = 2;

    private int below;

    @Override
    public String name() {
        return "vwap-reclaim";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        double vwap = view.vwap(now);
        if (!(view.close(now) > vwap)) {
            below++;
            return;
        }
        boolean reclaimed = below >= BELOW_MINUTES && view.traded(now) && view.volumeZ(now) >= VOLUME_Z_MIN;
        below = 0;
        if (reclaimed) {
            sink.event(new ScanEvent(
                    EventKind.BREAKOUT,
                    name(),
                    view.nowNs(), // known at the end of this minute
                    view.startNs(now),
                    view.nowNs(),
                    1,
                    Math.round(vwap * Prices.NANOS_PER_UNIT),
                    view.closeNanos(now),
                    view.volumeZ(now),
                    1,
                    "vwap_reclaim",
                    false, // hindsight: filled in when the day is over
                    Double.NaN));
        }
    }
}
