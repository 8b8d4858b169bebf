package io.tapelake.bench.index;

import io.tapelake.bench.Bench;
import io.tapelake.bench.BenchContext;
import io.tapelake.bench.Figure;
import io.tapelake.bench.Report;
import io.tapelake.index.ColumnArrays;
import io.tapelake.index.DayQuery;
import io.tapelake.index.Filter;
import io.tapelake.index.ResetPointIndex;
import io.tapelake.index.ResetPointQuery;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.SymbolDay;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What queries over the index cost, in one process and in turn with DuckDB over the same files and over tables in its memory.
 * Ours runs on one core; DuckDB takes all there are.
 */
public final class IndexBench implements Bench {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int WARM_UP = 5;
    private static final int OUR_WARM_UP = 300;
    private static final int LOOKUPS_PER_ROUND = 20;

    private static final String KEY = " WHERE trade_date = ? AND symbol = ? AND dataset = ?";
    private static final String FILTER = "SELECT weight, hindsight_mfe_15m FROM reset_points WHERE phase = 'BREAKOUT'"
            + " AND time_bucket = 'OPEN' AND setup_quality >= 0.7 AND selected";
    private static final String TOP_DAYS = "SELECT trade_date, symbol, movement, rvol, category FROM day_index"
            + " WHERE category = 'PRIME' AND rvol >= 2 ORDER BY movement DESC NULLS LAST LIMIT 100";
    private static final String TOP_POINTS = "SELECT trade_date, symbol, decision_ts_ns, setup_quality, weight FROM"
            + " reset_points WHERE phase = 'BREAKOUT' AND time_bucket = 'OPEN' ORDER BY rvol DESC NULLS LAST LIMIT 100";
    private static final String SAMPLE = "SELECT trade_date, symbol, decision_ts_ns, weight FROM reset_points WHERE"
            + " selected ORDER BY -ln(1 - random()) / weight LIMIT 1000";
    private static final String[] POINT = {"trade_date", "symbol", "decision_ts_ns", "setup_quality", "weight"};

    private static final String[] USED_OF_POINTS = {
        "phase", "time_bucket", "setup_quality", "selected", "weight", "rvol", "hindsight_mfe_15m", "state"
    };
    private static final String[] USED_OF_DAYS = {"category", "movement", "rvol", "quality", "tags", "state"};

    /** Something that is done on both sides; returns the number of rows. */
    interface Work {
        long rows() throws Exception;
    }

    @Override
    public String name() {
        return "index";
    }

    @Override
    public String measures() {
        return "point lookup, filter, top 100 and weighted sample of the index (--set days=500000, points=4000000,"
                + " rounds=100), median, .p99, and mean .cpu on one core, in turn with DuckDB over the same files and, as .mem, with its own"
                + " tables in memory; open, and MB of heap";
    }

    @Override
    public void run(BenchContext context, Report report) throws Exception {
        long days = context.size("days", 500_000);
        long points = context.size("points", 4_000_000);
        int rounds = Math.toIntExact(context.size("rounds", 100));
        LakeRun run = Lake.open(IndexLake.of(context, days, points).toString()).latest();
        long heapBefore = usedHeap();
        long start = System.nanoTime();
        double cpuBefore = THREADS.getCurrentThreadCpuTime() / 1e6;
        ResetPointIndex index = ResetPointIndex.open(run);
        index.load();
        double openMs = (System.nanoTime() - start) / 1e6;
        report.add(Figure.of("index.open.cpu", THREADS.getCurrentThreadCpuTime() / 1e6 - cpuBefore, "ms"));
        start = System.nanoTime();
        cpuBefore = THREADS.getCurrentThreadCpuTime() / 1e6;
        index.load(USED_OF_POINTS);
        index.days().load(USED_OF_DAYS);
        report.add(Figure.of("index.load.cpu", THREADS.getCurrentThreadCpuTime() / 1e6 - cpuBefore, "ms"));
        report.add(Figure.of("index.load", (System.nanoTime() - start) / 1e6, "ms"));
        context.say("DuckDB takes the tables into its memory ...");
        start = System.nanoTime();
        try (DuckSide memory = DuckSide.open(run, true)) {
            double memoryMs = (System.nanoTime() - start) / 1e6;
            start = System.nanoTime();
            try (DuckSide files = DuckSide.open(run, false)) {
                report.add(Figure.of("index.open", openMs, "ms", (System.nanoTime() - start) / 1e6));
                report.add(Figure.of("index.open.mem", openMs, "ms", memoryMs));
                measure(context, report, index, files, memory, rounds, days);
            }
        }
        report.add(Figure.of("index.heap.counted", index.heapBytes() / 1e6, "MB"));
        report.add(Figure.of("index.heap", (usedHeap() - heapBefore) / 1e6, "MB"));
        // Used once more, so that it is still there when the heap is looked at.
        context.say(index.count(ResetPointQuery.all()) + " reset points");
    }

    private static void measure(
            BenchContext context,
            Report report,
            ResetPointIndex index,
            DuckSide files,
            DuckSide memory,
            int rounds,
            long days)
            throws Exception {
        Random random = new Random(1);
        int ofMonth = Math.toIntExact(days / IndexLake.MONTHS);
        List<List<SymbolDay>> keys = new ArrayList<>();
        for (int month = 0; month < IndexLake.MONTHS; month++) {
            YearMonth of = IndexLake.FIRST.plusMonths(month);
            keys.add(IndexRowsOfMonth.symbolDays(of, ofMonth).stream()
                    .map(day -> new SymbolDay(day.date(), "XNAS.ITCH", day.symbol()))
                    .toList());
        }
        SymbolDay[] next = new SymbolDay[1];
        Runnable draw = () -> {
            List<SymbolDay> month = keys.get(random.nextInt(keys.size()));
            next[0] = month.get(random.nextInt(month.size()));
        };
        DayQuery main = DayQuery.all().columns("category", "movement", "rvol", "quality", "tags");
        ResetPointQuery start = ResetPointQuery.all().columns(POINT);
        context.say("measuring, " + rounds + " rounds ...");
        turns(
                report,
                "index.lookup.day",
                "us",
                1e3,
                rounds * LOOKUPS_PER_ROUND,
                LOOKUPS_PER_ROUND,
                draw,
                () -> index.days().day(next[0], main).isPresent() ? 1 : 0,
                () -> lookup(files, "category, movement, rvol, quality, tags FROM day_index", next[0]),
                () -> lookup(memory, "category, movement, rvol, quality, tags FROM day_index", next[0]));
        turns(
                report,
                "index.lookup.points",
                "us",
                1e3,
                rounds * LOOKUPS_PER_ROUND,
                LOOKUPS_PER_ROUND,
                draw,
                () -> index.points(next[0], start).size(),
                () -> lookup(files, String.join(", ", POINT) + " FROM reset_points", next[0]),
                () -> lookup(memory, String.join(", ", POINT) + " FROM reset_points", next[0]));
        ResetPointQuery filter =
                ResetPointQuery.selected().phase("BREAKOUT").timeBucket("OPEN").quality(0.7);
        turns(
                report,
                "index.filter.points",
                "ms",
                1e6,
                rounds,
                1,
                () -> {},
                () -> arrays(index, filter),
                () -> files.rows(FILTER),
                () -> memory.rows(FILTER));
        DayQuery topDays = DayQuery.all()
                .category("PRIME")
                .where(Filter.atLeast("rvol", 2))
                .top(100)
                .columns("trade_date", "symbol", "movement", "rvol", "category");
        turns(
                report,
                "index.top100.days",
                "ms",
                1e6,
                rounds,
                1,
                () -> {},
                () -> index.days().find(topDays).toList().size(),
                () -> files.rows(TOP_DAYS),
                () -> memory.rows(TOP_DAYS));
        ResetPointQuery topPoints = ResetPointQuery.all()
                .phase("BREAKOUT")
                .timeBucket("OPEN")
                .top(100, "rvol")
                .columns(POINT);
        turns(
                report,
                "index.top100.points",
                "ms",
                1e6,
                rounds,
                1,
                () -> {},
                () -> index.find(topPoints).toList().size(),
                () -> files.rows(TOP_POINTS),
                () -> memory.rows(TOP_POINTS));
        ResetPointQuery sample = ResetPointQuery.selected().columns("trade_date", "symbol", "decision_ts_ns", "weight");
        turns(
                report,
                "index.sample1000.points",
                "ms",
                1e6,
                rounds,
                1,
                () -> {},
                () -> index.find(sample.sample(1000, random.nextLong()))
                        .toList()
                        .size(),
                () -> files.rows(SAMPLE),
                () -> memory.rows(SAMPLE));
    }

    private static long lookup(DuckSide duck, String what, SymbolDay key) throws Exception {
        return duck.rows("SELECT " + what + KEY, java.sql.Date.valueOf(key.tradeDate()), key.symbol(), key.dataset());
    }

    private static long arrays(ResetPointIndex index, ResetPointQuery query) {
        ColumnArrays arrays = index.arrays(query, "weight", "hindsight_mfe_15m");
        double sum = 0;
        double[] weights = arrays.doubles("weight");
        double[] rises = arrays.doubles("hindsight_mfe_15m");
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * rises[i];
        }
        return Double.isInfinite(sum) ? -1 : weights.length;
    }

    /** Ours every time, DuckDB every few times, as it may take a thousand times as long. */
    private static void turns(
            Report report,
            String name,
            String unit,
            double nsPerUnit,
            int rounds,
            int oursPerTurn,
            Runnable draw,
            Work ours,
            Work files,
            Work memory)
            throws Exception {
        List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        List<Work> works = List.of(ours, files, memory);
        // The compiler of the JVM needs some rounds; DuckDB comes compiled.
        for (int round = 0; round < OUR_WARM_UP; round++) {
            draw.run();
            ours.rows();
        }
        long cpuNs = 0;
        for (int round = -WARM_UP * oursPerTurn; round < rounds; round++) {
            draw.run();
            long expected = -1;
            for (int side = 0; side < works.size(); side++) {
                if (side > 0 && Math.floorMod(round, oursPerTurn) != 0) {
                    continue;
                }
                long cpuStart = THREADS.getCurrentThreadCpuTime();
                long start = System.nanoTime();
                long rows = works.get(side).rows();
                double took = (System.nanoTime() - start) / nsPerUnit;
                if (round >= 0) {
                    cpuNs += side == 0 ? THREADS.getCurrentThreadCpuTime() - cpuStart : 0;
                    times.get(side).add(took);
                }
                if (side > 0 && rows != expected) {
                    throw new IllegalStateException(name + ": " + rows + " rows beside " + expected);
                }
                expected = rows;
            }
        }
        report.add(Figure.of(name + ".cpu", cpuNs / nsPerUnit / rounds, unit));
        for (String part : List.of("", ".p99")) {
            double quantile = part.isEmpty() ? 0.5 : 0.99;
            double our = quantile(times.get(0), quantile);
            report.add(Figure.of(name + part, our, unit, quantile(times.get(1), quantile)));
            report.add(Figure.of(name + ".mem" + part, our, unit, quantile(times.get(2), quantile)));
        }
    }

    private static double quantile(List<Double> times, double quantile) {
        double[] sorted = times.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))];
    }

    private static long usedHeap() {
        Runtime runtime = Runtime.getRuntime();
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
