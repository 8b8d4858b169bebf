package io.tapelake.scanner.reset;

import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.event.DayWalk;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.event.MinuteView;
import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.scanner.measure.KeyedUniform;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects the candidates of a day while it is walked: one per event of a kind that starts episodes, no two of one detector
 * within the spacing, each described and drawn with what is known at its minute.
 */
public final class ResetPointFinder implements DayWalk.Listener {
    private static final Set<EventKind> STARTS = EnumSet.of(
            EventKind.BREAKOUT,
            EventKind.FLUSH,
            EventKind.BOUNCE,
            EventKind.CONSOLIDATION,
            EventKind.HALT,
            EventKind.OPENING_BELL,
            EventKind.DEAD_ZONE,
            EventKind.ACCUMULATION);

    private final SymbolDay day;
    private final ScanSettings.Resets settings;
    private final SetupScorer scorer;
    private final InclusionRate rate;
    private final PhaseTracker tracker = new PhaseTracker();
    private final Map<String, Integer> lastByDetector = new HashMap<>();
    private final List<ResetPoint> points = new ArrayList<>();
    private final List<Phase> phases = new ArrayList<>();

    /** A finder for a symbol-day. */
    public ResetPointFinder(SymbolDay day, ScanSettings.Resets settings, SetupScorer scorer) {
        this.day = day;
        this.settings = settings;
        this.scorer = scorer;
        this.rate = new InclusionRate(settings.perDay(), settings.inclusionMin());
    }

    @Override
    public void minute(MinuteView view, List<ScanEvent> now) {
        Phase phase = tracker.next(view, now);
        phases.add(phase);
        for (ScanEvent event : now) {
            if (STARTS.contains(event.kind()) && isSpaced(event.detector(), view.now())) {
                lastByDetector.put(event.detector(), view.now());
                points.add(point(view, event, phase));
            }
        }
    }

    private boolean isSpaced(String detector, int minute) {
        Integer last = lastByDetector.get(detector);
        return last == null || minute - last >= settings.spacingMinutes();
    }

    private ResetPoint point(MinuteView view, ScanEvent event, Phase phase) {
        TimeBucket bucket = TimeBucket.at(view.nowNs(), view.sessions());
        SetupScore score = scorer.score(view, bucket);
        double probability = rate.next(bucket, bucket.elapsed(view.nowNs(), view.sessions()), score.quality());
        double uniform = KeyedUniform.of(settings.seed())
                .with(day.symbol())
                .with(day.tradeDate().toEpochDay())
                .with(view.nowNs())
                .with(event.detector())
                .uniform();
        return ResetPointDraft.of(day, view, event, phase, bucket, score, probability, uniform < probability);
    }

    /** The candidates of the day with their outcomes, in order. To be called when the walk is over. */
    public List<ResetPoint> points(MinuteGrid grid, int end) {
        ForwardReturns forward = new ForwardReturns(grid, end);
        return points.stream().map(forward::complete).toList();
    }

    /** The phase of the minute walked last. */
    public Phase lastPhase() {
        return phases.get(phases.size() - 1);
    }

    /** The phase of each minute walked. */
    public List<Phase> phases() {
        return List.copyOf(phases);
    }
}
