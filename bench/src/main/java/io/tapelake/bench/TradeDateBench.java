package io.tapelake.bench;

import io.tapelake.model.NewYork;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.RunnerException;

/** The New York date of a timestamp, which is asked once per record, beside {@code java.time}. JMH wants it public. */
public final class TradeDateBench implements Bench {
    @Override
    public String name() {
        return "trade-date";
    }

    @Override
    public String measures() {
        return "New York dates of random timestamps of 20 years per microsecond, beside java.time";
    }

    @Override
    public void run(BenchContext context, Report report) throws RunnerException {
        Map<String, Double> scores = Jmh.scores(Loop.class, context);
        report.add(Figure.of("trade-date", scores.get("newYork"), "dates/us", scores.get("javaTime")));
    }

    /** The two loops. */
    @State(Scope.Benchmark)
    @BenchmarkMode(Mode.Throughput)
    @OutputTimeUnit(TimeUnit.MICROSECONDS)
    public static class Loop {
        private static final int COUNT = 4096;
        private static final long FROM_NS = 1_136_073_600_000_000_000L;
        private static final long TO_NS = 1_767_225_600_000_000_000L;

        private final long[] times =
                new SplittableRandom(1).longs(COUNT, FROM_NS, TO_NS).toArray();

        /** Ours. */
        @Benchmark
        @OperationsPerInvocation(COUNT)
        public long newYork() {
            long sum = 0;
            for (long time : times) {
                sum += NewYork.tradeDate(time);
            }
            return sum;
        }

        /** The JDK's. */
        @Benchmark
        @OperationsPerInvocation(COUNT)
        public long javaTime() {
            long sum = 0;
            for (long time : times) {
                sum += Instant.ofEpochSecond(0, time)
                        .atZone(NewYork.ZONE)
                        .toLocalDate()
                        .toEpochDay();
            }
            return sum;
        }
    }
}
