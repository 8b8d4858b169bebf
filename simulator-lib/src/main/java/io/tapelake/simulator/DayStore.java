package io.tapelake.simulator;

import io.tapelake.analysis.DayHistory;
import io.tapelake.analysis.FoldedDay;
import io.tapelake.analysis.FoldedRange;
import io.tapelake.analysis.RangeFold;
import io.tapelake.analysis.SourceTables;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.SecurityName;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.SourceOrder;
import io.tapelake.scanner.SourceSchema;
import io.tapelake.simulator.day.DayRows;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.Lookback;
import io.tapelake.simulator.day.SimulatorDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Loads symbol-days of one run with what came before them. The lookback is of the security, whatever it was called: its
 * previous day is the last one that the run has rows of, so that the day after a weekend, a holiday or a halt of several days
 * looks back over it, and the first day of a security has none. Corporate actions are applied as of the day. Thread-safe.
 */
public final class DayStore {
    /** How many trading days back a previous day is looked for in a run that was not scanned. */
    private static final int UNSCANNED_DAYS = 10;

    /** Minutes of earlier days come from bars where there are any: they are cheap to read. */
    private static final SourceOrder PRIOR_SOURCES = new SourceOrder(
            List.of(
                    SourceSchema.OHLCV_1S,
                    SourceSchema.OHLCV_1M,
                    SourceSchema.TRADES,
                    SourceSchema.TBBO,
                    SourceSchema.MBP_1,
                    SourceSchema.TCBBO,
                    SourceSchema.CMBP_1),
            List.of());

    private final LakeRun run;
    private final DaySettings settings;
    private final SessionCalendar calendar;
    private final DayHistory history;
    private final LakeRows rows;

    private DayStore(LakeRun run, DaySettings settings, SessionCalendar calendar) {
        this.run = run;
        this.settings = settings;
        this.calendar = calendar;
        this.history = new DayHistory(run);
        this.rows = new LakeRows(run, settings);
    }

    /** Days of this run, on the calendar of the US equity exchanges. */
    public static DayStore of(LakeRun run, DaySettings settings) {
        return new DayStore(run, settings, SessionCalendar.usEquities());
    }

    /** What days are loaded with. */
    public DaySettings settings() {
        return settings;
    }

    /** The run. */
    public LakeRun run() {
        return run;
    }

    /**
     * Loads a day.
     *
     * @throws LakeException if the run has no rows of the day, or its tables cannot be read
     * @throws IllegalArgumentException when the calendar knows no trading on the date
     */
    public SimulatorDay load(SymbolDay key) {
        DayRows day = new DayRows(key, calendar, settings);
        long read = rows.read(key, day);
        if (read == 0) {
            throw new LakeException("run '" + run.id() + "' of the lake at " + run.root() + " has no rows of "
                    + key.symbol() + " on " + key.tradeDate() + " in " + key.dataset()
                    + ". Which days there are: tapelake table day_stats --lake " + run.root());
        }
        return day.build(lookback(key));
    }

    private Lookback lookback(SymbolDay key) {
        List<DayStats> days = run.has(Tables.DAY_STATS)
                ? new ArrayList<>(history.before(key, settings.scan().lookbackDays()))
                : new ArrayList<>();
        List<Lookback.Tape> tapes = new ArrayList<>();
        if (run.has(Tables.DAY_STATS)) {
            for (int i = days.size() - 1; i >= 0 && tapes.size() < settings.priorDays(); i--) {
                DayStats stats = days.get(i);
                fold(new SymbolDay(stats.tradeDate(), stats.dataset(), stats.symbol()))
                        .ifPresent(folded -> tapes.add(new Lookback.Tape(stats, folded.tape())));
            }
        } else {
            unscanned(key, days, tapes);
        }
        return new Lookback(days, history.splits(key), tapes, history.coveredUntilNs(key));
    }

    /** Where nobody has scanned, earlier days are looked for by the calendar and measured here. */
    private void unscanned(SymbolDay key, List<DayStats> days, List<Lookback.Tape> tapes) {
        LocalDate date = key.tradeDate();
        for (int back = 0; back < UNSCANNED_DAYS && tapes.size() < Math.max(1, settings.priorDays()); back++) {
            if (!date.isAfter(calendar.firstDate().plusDays(UNSCANNED_DAYS))) {
                return;
            }
            date = calendar.previousTradingDay(date);
            for (SecurityName name : history.securities().namesOf(key.symbol(), key.tradeDate())) {
                if (name.covers(date)) {
                    fold(new SymbolDay(date, key.dataset(), name.symbol())).ifPresent(folded -> {
                        days.add(0, folded.stats());
                        tapes.add(new Lookback.Tape(folded.stats(), folded.tape()));
                    });
                }
            }
        }
    }

    private java.util.Optional<FoldedDay> fold(SymbolDay earlier) {
        ScanSettings scan = settings.scan().withSources(PRIOR_SOURCES);
        FoldedRange range = RangeFold.fold(
                run.storage(),
                SourceTables.files(run, earlier.tradeDate()),
                DayScanner.of(calendar, scan),
                earlier.tradeDate(),
                earlier.dataset(),
                List.of(earlier.symbol()),
                Set.of());
        for (FoldedRange.Failure failure : range.failures()) {
            throw failure.error();
        }
        return range.days().stream().findFirst();
    }
}
