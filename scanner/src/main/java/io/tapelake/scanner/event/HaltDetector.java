package io.tapelake.scanner.event;

import io.tapelake.model.Halt;

/**
 * Halts, reported at the end of the first minute with a trade after them. Confidence is 1 when announced; an inferred halt is
 * one only most of the time.
 */
final class HaltDetector implements Detector {
    private static final double INFERRED_CONFIDENCE = 0.8;

    private int reported;

    @Override
    public String name() {
        return "halt";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        if (view.halts().size() <= reported) {
            return;
        }
        Halt halt = view.halts().get(reported);
        int now = view.now();
        if (halt.resumed() && view.traded(now)) {
            reported++;
            int last = lastTradedBefore(view, halt.startNs());
            double before = last < 0 ? Double.NaN : view.close(last);
            double after = view.open(now);
            sink.event(event(this, halt, view.nowNs(), before, after));
        }
    }

    static ScanEvent event(Detector detector, Halt halt, long knownNs, double before, double after) {
        int direction = after > before ? 1 : after < before ? -1 : 0;
        return new ScanEvent(
                EventKind.HALT,
                detector.name(),
                knownNs,
                halt.startNs(),
                halt.endNs(),
                direction,
                MinuteView.nanos(before),
                MinuteView.nanos(after),
                Double.NaN,
                halt.evidence() == Halt.Evidence.STATUS ? 1 : INFERRED_CONFIDENCE,
                halt.evidence() == Halt.Evidence.STATUS ? "halt_resume" : "halt_resume_inferred",
                false,
                Double.NaN);
    }

    private static int lastTradedBefore(MinuteView view, long ns) {
        for (int i = view.now(); i >= 0; i--) {
            if (view.startNs(i) <= ns && view.traded(i)) {
                return i;
            }
        }
        return -1;
    }
}
