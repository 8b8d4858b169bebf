package io.tapelake.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs a class of JMH benchmarks in a JVM of its own and returns the scores. */
public final class Jmh {
    private Jmh() {}

    /**
     * The mean score per benchmark method, in the unit that the class declares.
     *
     * @param benchmarks a class with methods annotated as benchmarks
     */
    public static Map<String, Double> scores(Class<?> benchmarks, BenchContext context) throws RunnerException {
        int seconds = Math.toIntExact(context.size("seconds", 5));
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include("^" + benchmarks.getCanonicalName().replace(".", "\\.") + "\\.")
                .forks(1)
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(seconds)
                .measurementTime(TimeValue.seconds(1))
                .shouldFailOnError(true);
        context.say("measuring " + benchmarks.getSimpleName() + ", " + (seconds + 3) + " s per method ...");
        Collection<RunResult> results = new Runner(
                        options.build(), OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT))
                .run();
        Map<String, Double> scores = new HashMap<>();
        for (RunResult result : results) {
            String method = result.getParams().getBenchmark();
            scores.put(
                    method.substring(method.lastIndexOf('.') + 1),
                    result.getPrimaryResult().getScore());
        }
        return scores;
    }
}
