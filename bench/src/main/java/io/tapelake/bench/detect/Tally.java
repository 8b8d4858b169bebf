package io.tapelake.bench.detect;

import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.synthetic.market.PlantedEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Counts of one kind of planted event. Not thread-safe. */
final class Tally {
    private static final double[] BINS = {0, 0.05, 0.10, 0.20, Double.POSITIVE_INFINITY};
    private static final double LARGE = 0.10;

    private final int[] planted = new int[BINS.length - 1];
    private final int[] found = new int[BINS.length - 1];
    private final int[] onTime = new int[BINS.length - 1];
    private final List<Long> onsetNs = new ArrayList<>();
    private int rightOutcome;
    private int decoys;
    private int decoysTaken;
    private int largeDecoysTaken;
    private int stray;

    void planted(PlantedEvent truth, Optional<ScanEvent> event) {
        if (truth.decoy()) {
            decoys++;
            decoysTaken += event.isPresent() ? 1 : 0;
            largeDecoysTaken += event.filter(e -> Math.abs(e.move()) >= LARGE).isPresent() ? 1 : 0;
            return;
        }
        int bin = 0;
        while (Math.abs(truth.amplitude()) >= BINS[bin + 1]) {
            bin++;
        }
        planted[bin]++;
        if (event.isPresent()) {
            found[bin]++;
            long offNs = event.get().startNs() - truth.startNs();
            onsetNs.add(offNs);
            onTime[bin] += Math.abs(offNs) <= EventMatch.ONSET_NS ? 1 : 0;
            boolean failed = truth.kind() == PlantedEvent.Kind.FAILED_BREAKOUT;
            rightOutcome += event.get().hindsightFailed() == failed ? 1 : 0;
        }
    }

    void stray(int events) {
        stray += events;
    }

    static String header() {
        return String.format(
                Locale.ROOT,
                "%-16s %7s %7s %7s %7s %7s %7s %7s %7s %7s %8s %8s %9s",
                "kind",
                "planted",
                "decoys",
                "3-5%",
                "5-10%",
                "10-20%",
                ">20%",
                "all",
                "prec",
                "p>=10%",
                "<=60s",
                ">=10%:",
                "FP/1000");
    }

    String line(String name, int unplantedDays) {
        int all = Arrays.stream(planted).sum();
        int hit = Arrays.stream(found).sum();
        int large = found[2] + found[3];
        return String.format(
                Locale.ROOT,
                "%-16s %7d %7d %7s %7s %7s %7s %7s %7s %7s %8s %8s %9.1f   median onset %s s, outcome right %s",
                name,
                all,
                decoys,
                share(found[0], planted[0]),
                share(found[1], planted[1]),
                share(found[2], planted[2]),
                share(found[3], planted[3]),
                share(hit, all),
                share(hit, hit + decoysTaken),
                share(large, large + largeDecoysTaken),
                share(Arrays.stream(onTime).sum(), hit),
                share(onTime[2] + onTime[3], large),
                1000.0 * stray / Math.max(1, unplantedDays),
                onsetNs.isEmpty() ? "-" : String.valueOf(medianOnsetSeconds()),
                share(rightOutcome, hit));
    }

    /** Share of those of 10% and more that were found; NaN when there were none. */
    double largeRecall() {
        return (found[2] + found[3]) / (double) (planted[2] + planted[3]);
    }

    /** Share of true ones among what was found at 10% and more, decoys taken counted as false. */
    double largePrecision() {
        int large = found[2] + found[3];
        return large / (double) (large + largeDecoysTaken);
    }

    /** Share of those of 10% and more that were found whose beginning is right to the minute. */
    double largeOnTime() {
        return (onTime[2] + onTime[3]) / (double) (found[2] + found[3]);
    }

    private long medianOnsetSeconds() {
        return onsetNs.stream().sorted().skip(onsetNs.size() / 2).findFirst().orElse(0L) / 1_000_000_000L;
    }

    private static String share(int part, int whole) {
        return whole == 0 ? "-" : String.format(Locale.ROOT, "%.3f", part / (double) whole);
    }
}
