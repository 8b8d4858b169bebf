package io.tapelake.bench.simulator;

import io.tapelake.bench.Bench;
import io.tapelake.bench.BenchContext;
import io.tapelake.bench.Figure;
import io.tapelake.bench.Report;
import io.tapelake.simulator.day.DayFile;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What a step costs, beside NumPy: the same columns, {@code searchsorted} and cumulative sums, and beside DataFrames. On a
 * made-up busy day, and on the day with the most quotes of the lake that {@code TAPELAKE_BENCH_LAKE} names.
 */
public final class SimulatorBench implements Bench {
    private static final int WARM_LOADS = 15;
    private static final int LARGEST = 5;
    private static final double GRID_SECONDS = 57_600;

    @Override
    public String name() {
        return "simulator";
    }

    @Override
    public String measures() {
        return "load, locate, state, reset, steps, bytes and allocation of the simulator library, beside NumPy"
                + " (bench/peers/simulator.py) and DataFrames; TAPELAKE_BENCH_LAKE names a lake with a real day;"
                + " --set quotes=5000000, seconds=3";
    }

    @Override
    public void run(BenchContext context, Report report) throws Exception {
        List<BenchDay> days = new ArrayList<>();
        String lake = System.getenv("TAPELAKE_BENCH_LAKE");
        if (lake != null) {
            List<BenchDay> largest = BenchDay.largest(lake, LARGEST);
            for (BenchDay day : largest) {
                memory(day, report);
            }
            days.add(largest.get(0));
        }
        days.add(BenchDay.busy(context.size("quotes", 5_000_000)));
        for (BenchDay day : days) {
            load(day, context, report);
            Map<String, Double> peer = peer(day, context);
            steps(day, peer, context, report);
        }
    }

    private static void memory(BenchDay day, Report report) {
        SimulatorDay loaded = day.load();
        // A grid of the same: four fields per venue, and price, volume, dollars, high, low and seven levels, per
        // second.
        double grid = GRID_SECONDS * (4 * loaded.publisherCount() + 12) * Double.BYTES;
        report.add(Figure.of("simulator." + day.name() + ".memory-of-day", loaded.bytes() / 1e6, "MB", grid / 1e6));
    }

    private static void load(BenchDay day, BenchContext context, Report report) throws IOException {
        String name = "simulator." + day.name();
        long from = System.nanoTime();
        SimulatorDay loaded = day.load();
        double firstMs = (System.nanoTime() - from) / 1e6;
        double[] times = new double[day.isOfLake() ? WARM_LOADS : 3];
        for (int i = 0; i < times.length; i++) {
            from = System.nanoTime();
            loaded = day.load();
            times[i] = System.nanoTime() - from;
        }
        Arrays.sort(times);
        double warm = times[times.length / 2];
        String kind = day.isOfLake() ? "load" : "build";
        report.add(Figure.of(name + "." + kind + "-first", firstMs, "ms"));
        report.add(Figure.of(name + "." + kind + "-warm", warm / 1e6, "ms"));
        int quotes = loaded.quotes().size();
        int prints = loaded.prints().size();
        report.add(Figure.of(name + "." + kind + "-warm-rate", quotes / warm * 1e9, "quotes/s"));
        report.add(Figure.of(name + ".bytes-per-quote", loaded.quotes().bytes() / (double) quotes, "B"));
        report.add(Figure.of(name + ".bytes-per-trade", loaded.prints().bytes() / (double) prints, "B"));
        report.add(Figure.of(name + ".bytes", loaded.bytes() / 1e6, "MB"));
        map(name, loaded, context, report);
        context.say(day.name() + ": " + quotes + " quotes, " + prints + " prints, "
                + FeatureSet.defaults().size() + " features");
        PeerFiles.write(loaded, context.scratch().resolve("peer-" + day.name()));
    }

    /** A day file of the same day, mapped by a process that finds its pages in memory. */
    private static void map(String name, SimulatorDay day, BenchContext context, Report report) throws IOException {
        Path file = context.scratch().resolve("simulator.day");
        DayFile.write(day, file);
        double[] times = new double[WARM_LOADS];
        for (int i = 0; i < times.length; i++) {
            long from = System.nanoTime();
            SimulatorDay mapped = DayFile.map(file);
            times[i] = System.nanoTime() - from;
            if (mapped.quotes().size() != day.quotes().size()) {
                throw new IllegalStateException(file + " has another number of quotes");
            }
        }
        Arrays.sort(times);
        report.add(Figure.of(name + ".map-day-file-warm", times[times.length / 2] / 1e6, "ms"));
        Files.delete(file);
    }

    /** What the script says: name to nanoseconds; empty where Python has no NumPy and pandas. */
    private static Map<String, Double> peer(BenchDay day, BenchContext context) throws Exception {
        Map<String, Double> figures = new HashMap<>();
        Path script = Path.of("bench", "peers", "simulator.py");
        String python = System.getenv().getOrDefault("TAPELAKE_PYTHON", "python3");
        if (!Files.exists(script)) {
            context.say("no peer: run from the folder that holds " + script);
            return figures;
        }
        Process process = new ProcessBuilder(
                        python,
                        script.toString(),
                        context.scratch().resolve("peer-" + day.name()).toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            context.say("no peer: " + python + " " + script + " failed; it needs numpy and pandas");
            return figures;
        }
        text.lines()
                .map(line -> line.split("\t", -1))
                .forEach(cells -> figures.put(cells[0], Double.valueOf(cells[1])));
        return figures;
    }

    private static void steps(BenchDay day, Map<String, Double> peer, BenchContext context, Report report)
            throws RunnerException {
        Map<String, String> names = Map.of(
                "locate", "locate",
                "state", "state",
                "resetWithObservation", "reset-with-observation",
                "sparseStep", "sparse-step",
                "sparseStepWithFeatures", "sparse-step-with-features",
                "uniformStep", "uniform-step");
        for (RunResult result : measure(day, context)) {
            String label = result.getParams().getBenchmark();
            String what = names.get(label.substring(label.lastIndexOf('.') + 1));
            String name = "simulator." + day.name() + "." + what;
            double ns = result.getPrimaryResult().getScore();
            report.add(figure(name, ns, peer.get("numpy." + what)));
            if (peer.containsKey("dataframe." + what)) {
                report.add(figure(name + ".beside-dataframe", ns, peer.get("dataframe." + what)));
            }
            Result<?> allocated = result.getSecondaryResults().get("gc.alloc.rate.norm");
            allocated = allocated == null ? result.getSecondaryResults().get("·gc.alloc.rate.norm") : allocated;
            if (allocated != null) {
                report.add(Figure.of(name + ".allocation", Math.round(allocated.getScore() * 100) / 100.0, "B"));
            }
        }
    }

    private static Figure figure(String name, double ns, Double peer) {
        return peer == null ? Figure.of(name, ns, "ns") : Figure.of(name, ns, "ns", peer);
    }

    private static Collection<RunResult> measure(BenchDay day, BenchContext context) throws RunnerException {
        int seconds = Math.toIntExact(context.size("seconds", 3));
        return new Runner(
                        new OptionsBuilder()
                                .include("^"
                                        + SimulatorLoops.class
                                                .getCanonicalName()
                                                .replace(".", "\\.") + "\\.")
                                .param("day", day.text())
                                .forks(1)
                                .warmupIterations(4)
                                .warmupTime(TimeValue.seconds(2))
                                .measurementIterations(seconds)
                                .measurementTime(TimeValue.seconds(1))
                                .addProfiler(GCProfiler.class)
                                .shouldFailOnError(true)
                                .build(),
                        OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT))
                .run();
    }
}
