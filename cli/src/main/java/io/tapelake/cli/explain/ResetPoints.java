package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.Component;
import io.tapelake.cli.explain.ExplainedDay.Fact;
import io.tapelake.scanner.reset.ResetPoint;
import java.util.ArrayList;
import java.util.List;

/** The scanner's reset points as an explanation shows them. */
final class ResetPoints {

    private ResetPoints() {}

    static List<ExplainedDay.ResetPoint> of(List<ResetPoint> points) {
        return points.stream().map(ResetPoints::of).toList();
    }

    private static ExplainedDay.ResetPoint of(ResetPoint p) {
        return new ExplainedDay.ResetPoint(
                p.decisionTsNs(),
                DayExplanation.price(p.priceNanos()),
                p.detector(),
                p.phase(),
                p.timeBucket(),
                p.setupQuality(),
                List.of(
                        part("movement", p.setupMovement()),
                        part("volume", p.setupVolume()),
                        part("trend", p.setupTrend()),
                        part("thrust", p.setupThrust()),
                        part("spread", p.setupSpread()),
                        part("continuity", p.setupContinuity())),
                p.selected(),
                p.inclusionProbability(),
                p.weight(),
                details(p));
    }

    /** The scanner does not say the weights of these. */
    private static Component part(String name, double score) {
        return new Component(name, Double.NaN, "", score);
    }

    private static List<Fact> details(ResetPoint p) {
        List<Fact> details = new ArrayList<>();
        if (p.pattern() != null && !p.pattern().isEmpty()) {
            details.add(new Fact("pattern", p.pattern()));
        }
        add("day", p.dayMovement(), true, details);
        add("to vwap", p.vwapDistance(), true, details);
        add("a minute", p.priceVelocity(), true, details);
        add("volume", p.volumeVelocity(), false, details);
        add("RVOL", p.rvol(), false, details);
        if (Double.isFinite(p.spreadBps())) {
            details.add(new Fact("spread", Shown.number(p.spreadBps()) + " bps"));
        }
        return details;
    }

    private static void add(String name, double value, boolean share, List<Fact> details) {
        if (Double.isFinite(value)) {
            details.add(new Fact(name, share ? Shown.change(value) : Shown.number(value) + "x"));
        }
    }
}
