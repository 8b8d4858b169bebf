package io.tapelake.jobs.scan;

import io.tapelake.scanner.event.Detector;
import io.tapelake.scanner.event.EventSink;
import io.tapelake.scanner.event.MinuteView;

/** Fails on days whose first price is below a limit: a detector with a fault that not every day shows. */
public final class ThrowingDetector implements Detector {

    static final double LIMIT = 20;

    @Override
    public String name() {
        return "throwing";
    }

    @Override
    public void minute(MinuteView view, EventSink sink) {
        if (view.now() > view.openMinute() && view.firstPrice() < LIMIT) {
            throw new IllegalStateException("a first price of " + view.firstPrice() + " is too low for me");
        }
    }
}
