package io.tapelake.scanner.event;

import io.tapelake.model.Halt;
import io.tapelake.model.Prices;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What became of events: hindsight, added when the day is over. */
public final class Outcomes {
    private static final int BREAKOUT_MINUTES = 10;
    private static final int FLUSH_MINUTES = 10;

    private final MinuteGrid grid;
    private final int end;

    private Outcomes(MinuteGrid grid, int end) {
        this.grid = grid;
        this.end = end;
    }

    /**
     * The events of a walk with their outcomes, the day's runs among them, and halts that were never resumed.
     *
     * @param end number of minutes that the data covers
     */
    public static List<ScanEvent> of(MinuteGrid grid, int end, List<ScanEvent> events) {
        Outcomes outcomes = new Outcomes(grid, end);
        List<ScanEvent> all = new ArrayList<>();
        events.forEach(event -> all.add(outcomes.of(event)));
        if (end > 0) {
            all.addAll(RunFinder.find(grid, end));
            outcomes.addUnresumed(all);
        }
        all.sort(Comparator.comparingLong(ScanEvent::startNs).thenComparingLong(ScanEvent::knownNs));
        return all;
    }

    private ScanEvent of(ScanEvent event) {
        int known = grid.minuteAt(event.knownNs()) - 1;
        return switch (event.kind()) {
            case BREAKOUT -> event.withOutcome(isBackInside(event, known), Double.NaN);
            case FLUSH -> event.withOutcome(false, recovered(event, known));
            default -> event;
        };
    }

    /** A close is back on the inner side of the level within ten minutes. */
    private boolean isBackInside(ScanEvent event, int known) {
        double level = Prices.toDouble(event.startPriceNanos());
        for (int i = known + 1; i <= Math.min(end - 1, known + BREAKOUT_MINUTES); i++) {
            if (grid.traded(i) && event.direction() * (grid.close[i] - level) < 0) {
                return true;
            }
        }
        return false;
    }

    /** Share of the fall, down to its lowest price within ten minutes, that was recovered in the hour after. */
    private double recovered(ScanEvent event, int known) {
        double top = Prices.toDouble(event.startPriceNanos());
        int lowest = known;
        int first = grid.minuteAt(event.startNs());
        for (int i = known; i <= Math.min(end - 1, first + FLUSH_MINUTES); i++) {
            lowest = grid.low[i] < grid.low[lowest] ? i : lowest;
        }
        double highest = grid.close[lowest];
        for (int i = lowest + 1; i <= Math.min(end - 1, lowest + 60); i++) {
            highest = Math.max(highest, grid.high[i]);
        }
        return (highest - grid.low[lowest]) / (top - grid.low[lowest]);
    }

    private void addUnresumed(List<ScanEvent> all) {
        for (Halt halt : grid.tape.halts()) {
            boolean seen = all.stream().anyMatch(e -> e.kind() == EventKind.HALT && e.startNs() == halt.startNs());
            if (!seen) {
                int last = Math.min(end - 1, Math.max(0, grid.minuteAt(halt.startNs())));
                all.add(HaltDetector.event(
                        new HaltDetector(), halt, grid.endNs(end - 1), grid.close[last], Double.NaN));
            }
        }
    }
}
