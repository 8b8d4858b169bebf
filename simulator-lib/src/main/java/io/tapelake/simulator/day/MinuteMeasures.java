package io.tapelake.simulator.day;

import io.tapelake.model.NewYork;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.event.DayWalk;
import io.tapelake.scanner.event.Detectors;
import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.event.MinuteView;
import io.tapelake.scanner.measure.LuldBands;
import io.tapelake.scanner.measure.LuldDay;
import io.tapelake.scanner.measure.LuldTier;
import io.tapelake.scanner.reset.Moment;
import io.tapelake.scanner.reset.Phase;
import io.tapelake.scanner.reset.ResetPointFinder;
import io.tapelake.scanner.reset.SetupScorer;
import io.tapelake.scanner.reset.TimeBucket;
import io.tapelake.scanner.tape.MinuteTape;
import java.nio.DoubleBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * What the scanner says at the end of each minute, by its own functions on what was known then: phase, setup quality, and the
 * figures behind them. NaN where it says nothing. Minutes are those of {@link MinuteBars}. Immutable and thread-safe.
 */
public final class MinuteMeasures {
    /** A figure of a minute. */
    public enum Kind {
        /** Setup quality, 0 to 1. */
        SETUP_QUALITY(0),
        /** Place of the {@link Phase} in {@link #PHASES}. */
        PHASE(1),
        /** Shares so far over what is usual by this time. */
        RVOL(2),
        /** Shares per minute of the last 5 minutes over those of the 20 before. */
        VOLUME_VELOCITY(3),
        /** Return per minute over the last 5 minutes. */
        PRICE_VELOCITY(4),
        /** z-score of the volume against the 20 minutes before. */
        VOLUME_Z(5),
        /** Wilder's average true range of five-minute bars, USD. */
        ATR5(6),
        /** What a minute usually moves, USD. */
        SCALE(7),
        /** Halts begun so far. */
        HALTS(8),
        /** Upper LULD band for the minute after this one, USD; near, not exact: the exchanges move it every half minute. */
        LULD_UPPER(9),
        /** Lower LULD band likewise. */
        LULD_LOWER(10);

        private final int place;

        Kind(int place) {
            this.place = place;
        }
    }

    /** The phases, in the order in which {@link Kind#PHASE} counts them. */
    public static final List<Phase> PHASES = List.of(Phase.values());

    private static final int KINDS = Kind.values().length;
    private static final int REFERENCE_MINUTES = 5;

    private final DoubleBuffer values;
    private final int size;

    private MinuteMeasures(DoubleBuffer values) {
        this.values = values;
        this.size = values.limit() / KINDS;
    }

    static MinuteMeasures read(ColumnSource source) {
        return new MinuteMeasures(source.doubles());
    }

    void write(ColumnSink sink) {
        sink.doubles(values);
    }

    /** Walks the day as the scanner does. */
    static MinuteMeasures walk(
            SymbolDay day, ScanSettings settings, MinuteGrid grid, MinuteTape tape, long coveredUntilNs) {
        double[] values = new double[grid.size() * KINDS];
        Arrays.fill(values, Double.NaN);
        SetupScorer scorer = SetupScorer.named(settings.setupScorer());
        ResetPointFinder finder = new ResetPointFinder(day, settings.resets(), scorer);
        Bands bands = new Bands();
        DayWalk.over(grid, Detectors.of(settings.detectors())).walk(coveredUntilNs, (view, events) -> {
            finder.minute(view, events);
            fill(values, view, scorer, finder.lastPhase(), bands, tape);
        });
        return new MinuteMeasures(DoubleBuffer.wrap(values));
    }

    private static void fill(
            double[] values, MinuteView view, SetupScorer scorer, Phase phase, Bands bands, MinuteTape tape) {
        int at = view.now() * KINDS;
        TimeBucket bucket = TimeBucket.at(view.nowNs(), view.sessions());
        values[at + Kind.SETUP_QUALITY.place] = scorer.score(view, bucket).quality();
        values[at + Kind.PHASE.place] = PHASES.indexOf(phase);
        values[at + Kind.RVOL.place] = Moment.rvol(view);
        values[at + Kind.VOLUME_VELOCITY.place] = Moment.volumeVelocity(view);
        values[at + Kind.PRICE_VELOCITY.place] = Moment.priceVelocity(view);
        values[at + Kind.VOLUME_Z.place] = view.volumeZ(view.now());
        values[at + Kind.ATR5.place] = view.atr5(view.now());
        values[at + Kind.SCALE.place] = view.scale(view.now());
        // Before the first trade nobody can tell whether trades will tell of halts.
        if (view.knowsHalts() && !Double.isNaN(view.close(view.now()))) {
            values[at + Kind.HALTS.place] = view.halts().size();
        }
        bands.fill(values, at, view, tape);
    }

    /** The LULD bands, where everything they depend on is known. */
    private static final class Bands {
        private LuldDay day;

        void fill(double[] values, int at, MinuteView view, MinuteTape tape) {
            if (day == null) {
                day = LuldBands.usEquities()
                        .on(
                                NewYork.tradeDateOf(view.sessions().openNs()),
                                view.sessions(),
                                view.prevClose(),
                                LuldTier.UNKNOWN);
            }
            if (!day.isKnown()) {
                return;
            }
            double sum = 0;
            int trades = 0;
            for (int i = Math.max(view.openMinute(), view.now() - REFERENCE_MINUTES + 1); i <= view.now(); i++) {
                int row = view.tapeRow(i);
                if (row >= 0 && tape.trades(row) > 0) {
                    sum += tape.priceSum(row);
                    trades += tape.trades(row);
                }
            }
            if (trades > 0) {
                values[at + Kind.LULD_UPPER.place] = day.upper(view.nowNs(), sum / trades);
                values[at + Kind.LULD_LOWER.place] = day.lower(view.nowNs(), sum / trades);
            }
        }
    }

    /** A figure at the end of a minute; NaN when it is not known, and for minute -1. */
    public double at(Kind kind, int minute) {
        return minute < 0 || minute >= size ? Double.NaN : values.get(minute * KINDS + kind.place);
    }

    long bytes() {
        return 8L * values.limit();
    }
}
