package io.tapelake.bench.scan;

import io.tapelake.scanner.SourceSchema;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The pure scan on one core; the score is in scans of all held days per second. JMH wants it public. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class ScanLoops {
    private final HeldDays seconds = HeldDays.of(SourceSchema.OHLCV_1S);
    private final HeldDays minutes = HeldDays.of(SourceSchema.OHLCV_1M);

    /** From one-second bars. */
    @Benchmark
    public long secondBars() {
        return seconds.scan();
    }

    /** From one-minute bars. */
    @Benchmark
    public long minuteBars() {
        return minutes.scan();
    }
}
