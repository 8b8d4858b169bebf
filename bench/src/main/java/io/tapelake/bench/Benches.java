package io.tapelake.bench;

import io.tapelake.bench.detect.DetectBench;
import io.tapelake.bench.index.IndexBench;
import io.tapelake.bench.scan.HugeDayBench;
import io.tapelake.bench.scan.ScanBench;
import io.tapelake.bench.score.ScoreBench;
import io.tapelake.bench.simulator.PreloadBench;
import io.tapelake.bench.simulator.SimulatorBench;
import java.util.List;

/** Every bench. */
final class Benches {
    private Benches() {}

    /** A new bench adds its line here, and nowhere else. */
    static List<Bench> all() {
        return List.of(
                new DecodeBench(),
                new DetectBench(),
                new HugeDayBench(),
                new IndexBench(),
                new IngestBench(),
                new PreloadBench(),
                new ScanBench(),
                new ScoreBench(),
                new SimulatorBench(),
                new TradeDateBench());
    }
}
