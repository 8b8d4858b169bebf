package io.tapelake.bench.score;

import io.tapelake.bench.Figure;
import io.tapelake.scanner.measure.ClusterBootstrap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The tables of one set of candidates, as lines of Markdown and as figures. */
final class Correlations {
    private static final long SEED = 20_251_114;
    private static final double LEVEL = 0.95;
    private static final int DECILES = 10;

    private final String name;
    private final List<Candidate> candidates;
    private final int rounds;
    private final List<String> lines = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    Correlations(String name, List<Candidate> candidates, int rounds) {
        this.name = name;
        this.candidates = candidates;
        this.rounds = rounds;
    }

    List<Figure> figures() {
        return figures;
    }

    List<String> lines() {
        long dates =
                candidates.stream().mapToLong(Candidate::cluster).distinct().count();
        long days = candidates.stream()
                .map(c -> c.point().symbol() + c.point().tradeDate())
                .distinct()
                .count();
        lines.add(name + ": " + candidates.size() + " candidates of " + days + " symbol-days on " + dates + " dates, "
                + candidates.stream().filter(c -> c.point().selected()).count() + " selected");
        lines.add("");
        lines.add("| outcome | predictor | candidates | all | selected, weighted |");
        lines.add("|---|---|---:|---:|---:|");
        for (Outcome outcome : Outcome.values()) {
            for (Predictor predictor : Predictor.values()) {
                row(outcome, predictor.words, predictor, candidates, true);
            }
            List<Candidate> withRvol =
                    candidates.stream().filter(c -> !Double.isNaN(c.rvol())).toList();
            if (withRvol.size() < candidates.size() && !withRvol.isEmpty()) {
                row(outcome, "setup_quality where RVOL is known", Predictor.SETUP_QUALITY, withRvol, false);
            }
        }
        lines.add("");
        deciles();
        return lines;
    }

    private void row(Outcome outcome, String words, Predictor predictor, List<Candidate> among, boolean figure) {
        List<Candidate> known = among.stream()
                .filter(c -> !Double.isNaN(predictor.of(c)))
                .filter(c -> !Double.isNaN(outcome.of(c)))
                .toList();
        List<Candidate> selected =
                known.stream().filter(c -> c.point().selected()).toList();
        double all = correlation(known, outcome, predictor, false);
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %s | %s |",
                outcome.words,
                words,
                known.size(),
                shown(all, known, outcome, predictor, false),
                shown(correlation(selected, outcome, predictor, true), selected, outcome, predictor, true)));
        if (figure && !Double.isNaN(all)) {
            String label = "score." + name + "." + outcome + "." + predictor;
            figures.add(Figure.of(label.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "-"), all, "rho"));
        }
    }

    private static double[] weights(List<Candidate> rows, boolean weighted) {
        return rows.stream().mapToDouble(c -> weighted ? c.point().weight() : 1).toArray();
    }

    private static WeightedRanks ranks(List<Candidate> rows, Outcome outcome, Predictor predictor) {
        return new WeightedRanks(
                rows.stream().mapToDouble(predictor::of).toArray(),
                rows.stream().mapToDouble(outcome::of).toArray());
    }

    static double correlation(List<Candidate> rows, Outcome outcome, Predictor predictor, boolean weighted) {
        return rows.isEmpty() ? Double.NaN : ranks(rows, outcome, predictor).correlation(weights(rows, weighted));
    }

    private String shown(double value, List<Candidate> rows, Outcome outcome, Predictor predictor, boolean weighted) {
        if (Double.isNaN(value)) {
            return "-";
        }
        long[] clusters = rows.stream().mapToLong(Candidate::cluster).toArray();
        if (Arrays.stream(clusters).distinct().count() < 2) {
            return String.format(Locale.ROOT, "%+.3f (one date: no interval)", value);
        }
        WeightedRanks ranks = ranks(rows, outcome, predictor);
        double[] weights = weights(rows, weighted);
        double[] drawnWeights = new double[weights.length];
        ClusterBootstrap.Interval interval = ClusterBootstrap.interval(
                clusters,
                drawn -> {
                    Arrays.fill(drawnWeights, 0);
                    for (int row : drawn) {
                        drawnWeights[row] += weights[row];
                    }
                    return ranks.correlation(drawnWeights);
                },
                rounds,
                LEVEL,
                new SplittableRandom(SEED));
        return String.format(Locale.ROOT, "%+.3f (%+.3f to %+.3f)", value, interval.low(), interval.high());
    }

    /** Mean outcomes by tenths of setup_quality, from the lowest. */
    private void deciles() {
        List<Candidate> known = candidates.stream()
                .filter(c -> !Double.isNaN(c.quality()) && !Double.isNaN(c.longOutcome()))
                .sorted(Comparator.comparingDouble(Candidate::quality))
                .toList();
        if (known.size() < DECILES) {
            return;
        }
        lines.add(
                "| tenth of setup_quality | from | to | mean of a purchase | mean in its direction | mean of how much it moved |");
        lines.add("|---:|---:|---:|---:|---:|---:|");
        for (int tenth = 0; tenth < DECILES; tenth++) {
            List<Candidate> part = known.subList(tenth * known.size() / DECILES, (tenth + 1) * known.size() / DECILES);
            lines.add(String.format(
                    Locale.ROOT,
                    "| %d | %.3f | %.3f | %+.3f | %+.3f | %.3f |",
                    tenth + 1,
                    part.get(0).quality(),
                    part.get(part.size() - 1).quality(),
                    mean(part, Outcome.LONG),
                    mean(part, Outcome.DIRECTED),
                    mean(part, Outcome.RANGE)));
        }
        lines.add("");
    }

    private static double mean(List<Candidate> part, Outcome outcome) {
        return part.stream()
                .mapToDouble(outcome::of)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }
}
