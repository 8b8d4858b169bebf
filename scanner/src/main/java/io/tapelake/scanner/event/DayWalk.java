package io.tapelake.scanner.event;

import io.tapelake.model.Prices;
import io.tapelake.scanner.tape.MinuteTape;
import java.util.ArrayList;
import java.util.List;

/** Walks the minutes of a day, asks the detectors at the end of each, and lets a listener look at what is known then. */
public final class DayWalk {
    private final MinuteGrid grid;
    private final List<Detector> detectors;

    private DayWalk(MinuteGrid grid, List<Detector> detectors) {
        this.grid = grid;
        this.detectors = detectors;
    }

    /** A walk over a day. */
    public static DayWalk over(MinuteGrid grid, List<Detector> detectors) {
        return new DayWalk(grid, List.copyOf(detectors));
    }

    /** Called at the end of every minute. */
    @FunctionalInterface
    public interface Listener {
        /** Looks at what is known, and at the events that became known with this minute. */
        void minute(MinuteView view, List<ScanEvent> now);
    }

    /**
     * Walks.
     *
     * @param coveredUntilNs minutes that end later are left out: the data does not reach them
     * @return every event in order of when it was known
     */
    public List<ScanEvent> walk(long coveredUntilNs, Listener listener) {
        List<ScanEvent> all = new ArrayList<>();
        List<ScanEvent> now = new ArrayList<>();
        MinuteView view = new MinuteView(grid);
        MinuteTape tape = grid.tape;
        int badPrint = 0;
        for (int minute = 0; minute < grid.size && grid.endNs(minute) <= coveredUntilNs; minute++) {
            view.moveTo(minute);
            now.clear();
            for (Detector detector : detectors) {
                detector.minute(view, now::add);
            }
            while (badPrint < tape.badPrintsNs().size()
                    && tape.badPrintsKnownNs().get(badPrint) < view.nowNs()) {
                now.add(badPrint(
                        view,
                        tape.badPrintsNs().get(badPrint),
                        tape.badPrintsNanos().get(badPrint)));
                badPrint++;
            }
            all.addAll(now);
            listener.minute(view, now);
        }
        return all;
    }

    private static ScanEvent badPrint(MinuteView view, long ns, long priceNanos) {
        double market = view.close(view.now());
        return new ScanEvent(
                EventKind.BAD_PRINT,
                "print-filter",
                view.nowNs(),
                ns,
                ns,
                Prices.toDouble(priceNanos) > market ? 1 : -1,
                MinuteView.nanos(market),
                priceNanos,
                Double.NaN,
                1,
                "bad_print",
                false,
                Double.NaN);
    }
}
