package io.tapelake.bench.simulator;

import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureExtractor;
import io.tapelake.simulator.feature.FeatureSet;
import io.tapelake.simulator.market.MarketView;
import io.tapelake.simulator.step.Cursor;
import io.tapelake.simulator.window.BarWindow;
import io.tapelake.simulator.window.PrintWindow;
import io.tapelake.simulator.window.QuoteWindow;
import io.tapelake.simulator.window.Reach;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One call of the simulator library per method, on a day in memory. JMH wants it public. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class SimulatorLoops {
    private static final int INSTANTS = 1 << 16;
    private static final long MINUTE_NS = 60_000_000_000L;

    /** Which day; see {@code BenchDay}. */
    @Param("busy:100000")
    public String day;

    private final long[] instants = new long[INSTANTS];
    private int at;
    private SimulatorDay loaded;
    private MarketView view;
    private Cursor sparse;
    private Cursor uniform;
    private FeatureExtractor features;
    private float[] values;
    private PrintWindow prints;
    private QuoteWindow quotes;
    private BarWindow minutes;
    private BarWindow fives;
    private float[] bars;

    /** Loads the day. */
    @Setup
    public void load() {
        loaded = new BenchDay(day).load();
        SplittableRandom random = new SplittableRandom(9);
        long open = loaded.sessions().openNs();
        for (int i = 0; i < INSTANTS; i++) {
            instants[i] = open + random.nextLong(loaded.sessions().closeNs() - open);
        }
        FeatureSet set = FeatureSet.defaults();
        view = MarketView.of(loaded);
        sparse = Cursor.sparse(loaded);
        uniform = Cursor.uniform(loaded, 1_000_000_000L);
        features = set.on(loaded);
        values = new float[set.floats()];
        prints = PrintWindow.of(loaded, MINUTE_NS, Reach.DAY);
        quotes = QuoteWindow.of(loaded, MINUTE_NS, Reach.DAY);
        minutes = BarWindow.of(loaded, 1, 20, Reach.DAY);
        fives = BarWindow.of(loaded, 5, 12, Reach.DAY);
        bars = new float[(20 + 12) * BarWindow.FIELDS];
    }

    private long instant() {
        at = (at + 1) & (INSTANTS - 1);
        return instants[at];
    }

    /** The row of the quotes known at any instant. */
    @Benchmark
    public int locate() {
        return loaded.quotes().rowAt(instant());
    }

    /** Eighteen fields of the market at any instant. */
    @Benchmark
    public long state() {
        view.moveTo(instant());
        return state(view);
    }

    private static long state(MarketView view) {
        return view.lastPriceNanos()
                + view.lastPriceAgeNs()
                + view.lastSizeShares()
                + view.volume()
                + (long) view.vwap()
                + view.dayHighNanos()
                + view.dayLowNanos()
                + view.bidNanos()
                + view.askNanos()
                + view.bidSizeShares()
                + view.askSizeShares()
                + view.bidAgeNs()
                + view.askAgeNs()
                + view.preMarketHighNanos()
                + view.openingRangeHighNanos()
                + view.statusRow()
                + view.session().name().length()
                + view.lastMinute();
    }

    /** Any instant, with every feature and the bars of both windows filled and the windows of ticks placed. */
    @Benchmark
    public float resetWithObservation() {
        view.moveTo(instant());
        features.fill(view, values, 0);
        minutes.at(view).fill(bars, 0);
        fives.at(view).fill(bars, 20 * BarWindow.FIELDS);
        return values[0] + bars[0] + prints.at(view).size() + quotes.at(view).size();
    }

    /** The next event, and the view of it. */
    @Benchmark
    public int sparseStep() {
        if (!sparse.next()) {
            sparse.moveTo(loaded.sessions().preOpenNs());
        }
        view.moveTo(sparse.nowNs());
        return view.printRow() + view.quoteRow();
    }

    /** The next event, and every feature. */
    @Benchmark
    public float sparseStepWithFeatures() {
        if (!sparse.next()) {
            sparse.moveTo(loaded.sessions().preOpenNs());
        }
        features.fill(view.moveTo(sparse.nowNs()), values, 0);
        return values[0];
    }

    /** The next second, and eighteen fields of the market. */
    @Benchmark
    public long uniformStep() {
        if (!uniform.next()) {
            uniform.moveTo(loaded.sessions().preOpenNs());
        }
        return state(view.moveTo(uniform.nowNs()));
    }
}
