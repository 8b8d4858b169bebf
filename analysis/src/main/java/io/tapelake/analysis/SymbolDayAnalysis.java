package io.tapelake.analysis;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.SecurityHistory;
import java.util.List;
import java.util.Optional;

/**
 * Scans one symbol-day of a run from its rows: what {@code explain} shows and a simulator starts from. The lookback is
 * rebuilt from the run's {@code day_stats} and splits; in a run without {@code day_stats} there is none. With the settings
 * of the scan that the run holds, the result equals the run's rows of {@code day_index} and {@code reset_points}.
 * Thread-safe.
 */
public final class SymbolDayAnalysis {

    private final LakeRun run;
    private final ScanSettings settings;
    private final SessionCalendar calendar = SessionCalendar.usEquities();
    private final DayHistory history;

    private SymbolDayAnalysis(LakeRun run, ScanSettings settings) {
        this.run = run;
        this.settings = settings;
        this.history = new DayHistory(run);
    }

    /** Scans days of this run. */
    public static SymbolDayAnalysis of(LakeRun run, ScanSettings settings) {
        return new SymbolDayAnalysis(run, settings);
    }

    /**
     * Scans a day. An ordinary day that the run has in its index is analysed as the control day it is; one that is not there
     * keeps its kind and has inclusion probability 0.
     *
     * @throws LakeException if the run has no rows of the day, or its tables cannot be read
     */
    public AnalyzedDay analyze(SymbolDay day) {
        DayScanner scanner = DayScanner.of(calendar, settings);
        FoldedDay folded = fold(scanner, day);
        SecurityHistory days = scanner.history(history.splits(day));
        history.before(day, settings.lookbackDays()).forEach(days::seed);
        ScannedDay scanned = days.next(folded.stats());
        long coveredUntilNs = history.coveredUntilNs(day);
        return new AnalyzedDay(
                folded, scanned, analysis(scanner, day, folded, scanned, coveredUntilNs), coveredUntilNs);
    }

    private Optional<DayAnalysis> analysis(
            DayScanner scanner, SymbolDay day, FoldedDay folded, ScannedDay scanned, long coveredUntilNs) {
        if (folded.tape() == null || calendar.findSessions(day.tradeDate()).isEmpty()) {
            return Optional.empty();
        }
        boolean indexed = scanned.kind() == DayKind.MOMENTUM || scanned.kind() == DayKind.MIXED;
        double probability = indexed ? 1 : history.drawnWith(day);
        DayKind kind = !indexed && probability > 0 ? DayKind.CONTROL : scanned.kind();
        return Optional.of(scanner.analyze(scanned, folded.tape(), kind, probability, coveredUntilNs));
    }

    private FoldedDay fold(DayScanner scanner, SymbolDay day) {
        FoldedRange range = RangeFold.fold(
                run.storage(),
                SourceTables.files(run, day.tradeDate()),
                scanner,
                day.tradeDate(),
                day.dataset(),
                List.of(day.symbol()),
                history.doubts(day));
        for (FoldedRange.Failure failure : range.failures()) {
            throw failure.error();
        }
        if (range.days().isEmpty()) {
            throw new LakeException("run '" + run.id() + "' of the lake at " + run.root() + " has no rows of "
                    + day.symbol() + " on " + day.tradeDate() + " in " + day.dataset()
                    + ". Which days there are: tapelake table day_stats --lake " + run.root());
        }
        return range.days().get(0);
    }
}
