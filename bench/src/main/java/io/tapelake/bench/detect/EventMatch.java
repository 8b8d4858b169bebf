package io.tapelake.bench.detect;

import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.synthetic.market.PlantedEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which event of the scanner answers to a planted one. Two belong together when kind and direction agree and the event begins
 * within {@link #NEAR_NS} of the planted one, or lies inside it; of several the one that begins nearest.
 */
final class EventMatch {
    static final long ONSET_NS = 60_000_000_000L;
    private static final long NEAR_NS = 300_000_000_000L;
    private static final long PRINT_NS = 1_000_000_000L;

    private EventMatch() {}

    /** The kind that answers to a planted one. */
    static EventKind kind(PlantedEvent.Kind planted) {
        return switch (planted) {
            case BREAKOUT_RUN, FAILED_BREAKOUT -> EventKind.RUN;
            case FLUSH -> EventKind.FLUSH;
            case BOUNCE -> EventKind.BOUNCE;
            case HALT -> EventKind.HALT;
            case CONSOLIDATION -> EventKind.CONSOLIDATION;
            case DEAD_ZONE -> EventKind.DEAD_ZONE;
            case GAP -> EventKind.GAP;
            case BAD_PRINT -> EventKind.BAD_PRINT;
        };
    }

    static Optional<ScanEvent> find(PlantedEvent planted, List<ScanEvent> events) {
        return events.stream()
                .filter(event -> belongs(planted, event))
                .min(Comparator.comparingLong(event -> Math.abs(event.startNs() - planted.startNs())));
    }

    static boolean belongs(PlantedEvent planted, ScanEvent event) {
        if (event.kind() != kind(planted.kind())) {
            return false;
        }
        if (planted.kind() == PlantedEvent.Kind.BAD_PRINT) {
            return Math.abs(event.startNs() - planted.endNs()) <= PRINT_NS;
        }
        boolean directed = planted.kind() == PlantedEvent.Kind.BREAKOUT_RUN
                || planted.kind() == PlantedEvent.Kind.FAILED_BREAKOUT
                || planted.kind() == PlantedEvent.Kind.GAP;
        if (directed && event.direction() != (planted.amplitude() > 0 ? 1 : -1)) {
            return false;
        }
        if (Math.abs(event.startNs() - planted.startNs()) <= NEAR_NS) {
            return true;
        }
        long shared = Math.min(Math.min(event.endNs(), event.knownNs()), planted.endNs())
                - Math.max(event.startNs(), planted.startNs());
        boolean isRun = event.kind() == EventKind.RUN;
        return isRun ? 2 * shared >= planted.endNs() - planted.startNs() : shared > 0;
    }

    /** Whether an event falls into a planted stretch or near it, whatever its direction: then it is not counted as stray. */
    static boolean touches(PlantedEvent planted, ScanEvent event) {
        return event.startNs() < planted.endNs() + NEAR_NS
                && Math.min(event.endNs(), event.knownNs()) > planted.startNs() - NEAR_NS;
    }
}
