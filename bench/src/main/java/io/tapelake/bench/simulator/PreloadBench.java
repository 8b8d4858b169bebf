package io.tapelake.bench.simulator;

import io.tapelake.bench.Bench;
import io.tapelake.bench.BenchContext;
import io.tapelake.bench.Figure;
import io.tapelake.bench.Report;
import io.tapelake.model.SymbolDay;
import io.tapelake.simulator.cache.PolicySimulator;
import io.tapelake.simulator.cache.PreloadMetrics;
import io.tapelake.simulator.cache.PreloadSettings;
import io.tapelake.simulator.cache.TraceDay;
import io.tapelake.simulator.cache.TrainingDays;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Waiting at day changes: the real buffer with loads of half to twice the last quarter of a day, and every buffer policy on
 * the trace of it, or on the trace in the file that {@code TAPELAKE_BENCH_TRACE} names.
 */
public final class PreloadBench implements Bench {
    private static final SymbolDay ANY = new SymbolDay(LocalDate.of(2025, 11, 14), "XNAS.ITCH", "ANY");
    private static final int RESET_POINTS = 20;

    @Override
    public String name() {
        return "preload";
    }

    @Override
    public String measures() {
        return "waiting at day changes with loads of 0.5 to 2 times the last quarter of a day, and the table of buffer"
                + " policies on stderr; --set days=60, day-ms=200; TAPELAKE_BENCH_TRACE names a recorded trace";
    }

    @Override
    public void run(BenchContext context, Report report) throws Exception {
        List<TraceDay> trace = train(context, report);
        String recorded = System.getenv("TAPELAKE_BENCH_TRACE");
        if (recorded != null) {
            trace = TraceDay.parse(Files.readAllLines(Path.of(recorded)));
        }
        context.say(PolicySimulator.table(trace));
    }

    private static List<TraceDay> train(BenchContext context, Report report) throws InterruptedException {
        int days = Math.toIntExact(context.size("days", 60));
        long dayMs = context.size("day-ms", 200);
        SplittableRandom random = new SplittableRandom(4);
        List<TraceDay> trace = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            trace.add(new TraceDay("day " + i, dayMs / 4.0 * (0.5 + 1.5 * random.nextDouble()), dayMs));
        }
        int[] given = new int[1];
        int[] loading = new int[1];
        ExecutorService background = Executors.newSingleThreadExecutor();
        try {
            TrainingDays<Integer> training = new TrainingDays<>(
                    () -> given[0]++ < days ? Optional.of(ANY) : Optional.empty(),
                    key -> {
                        int day = loading[0]++;
                        sleep(trace.get(day).loadMs());
                        return day;
                    },
                    day -> 1,
                    PreloadSettings.defaults(Long.MAX_VALUE),
                    background,
                    System::nanoTime);
            for (Integer day = training.next(); day != null; day = training.next()) {
                for (int point = 1; point <= RESET_POINTS; point++) {
                    sleep(dayMs / (double) RESET_POINTS);
                    training.progress(point, RESET_POINTS);
                }
            }
            report(training.metrics(), report);
        } finally {
            background.shutdownNow();
        }
        return trace;
    }

    private static void report(PreloadMetrics metrics, Report report) {
        List<Long> stalls = metrics.stallNs().stream().skip(1).sorted().toList();
        report.add(Figure.of("preload.hit-rate", 100 * metrics.hitRate(), "%"));
        report.add(Figure.of("preload.stall-p50", stalls.get(stalls.size() / 2) / 1e6, "ms"));
        report.add(Figure.of("preload.stall-p99", stalls.get((int) (0.99 * (stalls.size() - 1))) / 1e6, "ms"));
        report.add(Figure.of("preload.loads", (double) metrics.loads(), "days"));
    }

    private static void sleep(double ms) {
        try {
            Thread.sleep((long) ms, (int) ((ms - (long) ms) * 1e6));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
