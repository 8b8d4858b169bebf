package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.event.DayWalk;
import io.tapelake.scanner.event.Detectors;
import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.event.Outcomes;
import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.scanner.reset.ResetPoint;
import io.tapelake.scanner.reset.ResetPointFinder;
import io.tapelake.scanner.reset.SetupScorer;
import io.tapelake.scanner.score.DayJudge;
import io.tapelake.scanner.score.DayScorer;
import io.tapelake.scanner.tape.MinuteTape;
import java.util.List;

/** The third pass over one symbol-day: walk it as it went, then judge it with hindsight. */
final class DayAnalyzer {
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    private final ScannedDay day;
    private final MinuteTape tape;
    private final DaySessions sessions;
    private final ScanSettings settings;

    DayAnalyzer(ScannedDay day, MinuteTape tape, DaySessions sessions, ScanSettings settings) {
        this.day = day;
        this.tape = tape;
        this.sessions = sessions;
        this.settings = settings;
    }

    DayAnalysis analyze(DayKind kind, double inclusionProbability, long coveredUntilNs) {
        MinuteGrid grid = MinuteGrid.of(tape, sessions, day.lookback());
        DayStats stats = day.stats();
        ResetPointFinder finder = new ResetPointFinder(
                new SymbolDay(stats.tradeDate(), stats.dataset(), stats.symbol()),
                settings.resets(),
                SetupScorer.named(settings.setupScorer()));
        List<ScanEvent> known =
                DayWalk.over(grid, Detectors.of(settings.detectors())).walk(coveredUntilNs, finder);
        int end = coveredMinutes(grid, coveredUntilNs);
        List<ScanEvent> events = Outcomes.of(grid, end, known);
        List<ResetPoint> points = finder.points(grid, end);
        DayJudge judge = new DayJudge(day, grid, end, DayScorer.named(settings.scorer()));
        return new DayAnalysis(
                DayIndexRow.of(kind, inclusionProbability, stats, day.lookback().measures()),
                judge.score(kind, events, points, finder.phases()),
                judge.story(events, points),
                judge.parts(),
                events,
                points,
                finder.phases());
    }

    private static int coveredMinutes(MinuteGrid grid, long coveredUntilNs) {
        if (coveredUntilNs >= grid.endNs(grid.size() - 1)) {
            return grid.size();
        }
        return (int) Math.max(0, (coveredUntilNs - grid.startNs(0)) / NS_PER_MINUTE);
    }
}
