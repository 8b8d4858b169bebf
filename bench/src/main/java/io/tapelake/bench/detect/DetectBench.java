package io.tapelake.bench.detect;

import io.tapelake.bench.Bench;
import io.tapelake.bench.BenchContext;
import io.tapelake.bench.Report;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.synthetic.MarketSpec;

/** Recall and precision of the detectors on a market with planted events and decoys. No timing. */
public final class DetectBench implements Bench {
    private static final long SEED = 11;

    @Override
    public String name() {
        return "detect";
    }

    @Override
    public String measures() {
        return "recall, precision and category accuracy on planted events (--set seed=, symbols=, days=)";
    }

    @Override
    public void run(BenchContext context, Report report) {
        long seed = context.size("seed", SEED);
        int symbols = (int) context.size("symbols", 40);
        int days = (int) context.size("days", 60);
        Scoreboard board = new Scoreboard();
        new ScannedMarket(MarketSpec.truth(symbols, days, seed), ScanSettings.defaults(), true, false)
                .forEach(board::day);
        context.say("seed " + seed + ", " + symbols + " symbols, " + days + " trade dates");
        board.lines().forEach(context::say);
        board.figures().forEach(report::add);
    }
}
