package io.tapelake.scanner.event;

/** Makes events the way detectors make them. */
final class Detections {
    private Detections() {}

    /** An event that ends with the last known minute. */
    static ScanEvent now(
            EventKind kind,
            Detector detector,
            MinuteView view,
            int from,
            int direction,
            double startPrice,
            String pattern) {
        return new ScanEvent(
                kind,
                detector.name(),
                view.nowNs(),
                view.startNs(from),
                view.nowNs(),
                direction,
                MinuteView.nanos(startPrice),
                view.closeNanos(view.now()),
                view.maxVolumeZ(view.now() - from + 1),
                view.scaleIsEstimated() ? 0.7 : 1,
                pattern,
                false,
                Double.NaN);
    }
}
