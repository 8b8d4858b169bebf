package io.tapelake.scanner.event;

import java.util.Arrays;

/**
 * Fifteen regular minutes, none of them halted, whose volume is under a quarter of what the median regular minute of the day
 * had so far. Reported when it is known, and again every half hour while it lasts.
 */
final class DeadZoneDetector implements Detector {
    private static final int MINUTES = 15;
    private static final int HISTORY_MIN = 30;
    private static final double SHARE_MAX = 0.25;
    private static final int AGAIN = 30;

    private final double[] sorted = new double[1_000];
    private int known;
    private int haltedAt = -MINUTES;
    private int reported = -AGAIN;
    private int began = -1;
    private long beganNs;

    @Override
    public String name() {
        return "dead-zone";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        int now = view.now();
        if (!view.isRegular(now)) {
            return;
        }
        if (view.isHalted()) {
            haltedAt = now;
            return;
        }
        insert(view.activity(now));
        int from = now - MINUTES + 1;
        if (known < HISTORY_MIN + MINUTES || from <= haltedAt || from < view.openMinute()) {
            return;
        }
        double median = sorted[known / 2];
        boolean dead = median > 0 && activity(view, from, now) / MINUTES < SHARE_MAX * median;
        if (!dead) {
            began = -1;
            return;
        }
        boolean first = began < 0;
        began = first ? from : began;
        beganNs = first ? view.volumeStepNs(from - MINUTES, -1, from) : beganNs;
        if (first || now - reported >= AGAIN) {
            reported = now;
            ScanEvent event = Detections.now(EventKind.DEAD_ZONE, this, view, began, 0, view.open(began), "dead_zone");
            sink.event(event.startingAt(beganNs));
        }
    }

    private static double activity(MinuteView view, int from, int to) {
        double sum = 0;
        for (int i = from; i <= to; i++) {
            sum += view.activity(i);
        }
        return sum;
    }

    private void insert(double volume) {
        int at = Arrays.binarySearch(sorted, 0, known, volume);
        int place = at < 0 ? -at - 1 : at;
        System.arraycopy(sorted, place, sorted, place + 1, known - place);
        sorted[place] = volume;
        known++;
    }
}
