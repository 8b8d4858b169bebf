package io.tapelake.scanner.score;

import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.scanner.reset.Phase;
import java.util.List;
import java.util.TreeSet;

/** Names of what happened on a day: every kind of event, and a few things that events are together. */
final class Tags {
    private static final List<Phase> ORDER =
            List.of(Phase.ACCUMULATION, Phase.BREAKOUT, Phase.MOMENTUM, Phase.DISTRIBUTION);

    private Tags() {}

    static String of(List<ScanEvent> events, List<Phase> phases, boolean spreadIsEstimated, boolean scaleIsEstimated) {
        TreeSet<String> tags = new TreeSet<>();
        for (ScanEvent event : events) {
            switch (event.kind()) {
                case OPENING_BELL -> {}
                case GAP -> tags.add(event.pattern());
                case RUN -> tags.add(event.hindsightFailed() ? "failed_breakout" : event.pattern());
                default -> tags.add(event.kind().text());
            }
            if (event.kind() == EventKind.HALT && Math.abs(event.move()) >= 0.03) {
                tags.add("halt_gap");
            }
        }
        if (phasesInOrder(phases)) {
            tags.add("phases_in_order");
        }
        if (spreadIsEstimated) {
            tags.add("spread_estimated");
        }
        if (scaleIsEstimated) {
            tags.add("scale_estimated");
        }
        return String.join(",", tags);
    }

    /** Whether accumulation, breakout, momentum and distribution followed each other, whatever lay between. */
    private static boolean phasesInOrder(List<Phase> phases) {
        int next = 0;
        for (Phase phase : phases) {
            if (next < ORDER.size() && phase == ORDER.get(next)) {
                next++;
            }
        }
        return next == ORDER.size();
    }
}
