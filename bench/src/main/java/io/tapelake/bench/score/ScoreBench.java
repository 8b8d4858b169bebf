package io.tapelake.bench.score;

import io.tapelake.bench.Bench;
import io.tapelake.bench.BenchContext;
import io.tapelake.bench.Report;
import io.tapelake.bench.detect.ScannedMarket;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.synthetic.MarketSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Rank correlation of the judgement on reset points with what came within fifteen minutes, on made-up markets and, where the
 * sample data is present, on real days of dates that chose no constant. No timing.
 */
public final class ScoreBench implements Bench {
    private static final List<String> MINUTE_SETS = List.of("ohlcv1m-eth-2025", "ohlcv1m-rth-2018", "ohlcv1m-yahoo");
    private static final String QUOTED_SET = "mbp1-smallcap-20251114";
    private static final long SEED = 29;

    @Override
    public String name() {
        return "score";
    }

    @Override
    public String measures() {
        return "rank correlation of setup_quality with what came next (--set seed=, symbols=, days=, rounds=, data=)";
    }

    @Override
    public void run(BenchContext context, Report report) throws IOException {
        int rounds = (int) context.size("rounds", 1000);
        real(context, report, rounds);
        long seed = context.size("seed", SEED);
        int symbols = (int) context.size("symbols", 40);
        int days = (int) context.size("days", 60);
        List<Candidate> planted = market(MarketSpec.truth(symbols, days, seed));
        show("synthetic, much planted", planted, rounds, context, report);
        List<Candidate> plain = market(MarketSpec.of(symbols, days, seed));
        show("synthetic, plain", plain, rounds, context, report);
    }

    private static void real(BenchContext context, Report report, int rounds) throws IOException {
        Path data = data(context);
        if (data == null) {
            context.say("no sample data: TAPELAKE_REFERENCE_DATA or --set data=FOLDER names it; made-up markets only");
            return;
        }
        Path actions = data.resolve("real-dbn/corporate_actions.csv");
        List<Candidate> minutes = new ArrayList<>();
        for (String set : MINUTE_SETS) {
            minutes.addAll(RealDays.candidates(data.resolve("real-dbn").resolve(set), Set.of("ohlcv-1m"), actions));
        }
        CalibrationRows.write(
                context.scratch().resolve("score-calibration.tsv"),
                minutes.stream().filter(CalibrationRows::isCalibration).toList());
        List<Candidate> odd =
                minutes.stream().filter(c -> !CalibrationRows.isCalibration(c)).toList();
        show("real, every day", odd, rounds, context, report);
        show("real, days that moved", odd.stream().filter(Candidate::moved).toList(), rounds, context, report);
        for (String set : MINUTE_SETS) {
            show("real " + set, odd.stream().filter(c -> c.set().equals(set)).toList(), rounds, context, report);
        }
        show(
                "real small caps of 2025-11-14 with quotes",
                RealDays.candidates(
                        data.resolve("real-dbn").resolve(QUOTED_SET), Set.of("trades", "mbp-1", "status"), actions),
                rounds,
                context,
                report);
    }

    private static Path data(BenchContext context) {
        String given = context.settings().get("data");
        Stream<String> places = given != null
                ? Stream.of(given)
                : Stream.of(System.getenv("TAPELAKE_REFERENCE_DATA"), "../shared/data");
        return places.filter(Objects::nonNull)
                .map(Path::of)
                .filter(folder -> Files.isDirectory(folder.resolve("real-dbn")))
                .findFirst()
                .orElse(null);
    }

    private static List<Candidate> market(MarketSpec spec) {
        SessionCalendar calendar = SessionCalendar.usEquities();
        List<Candidate> candidates = Collections.synchronizedList(new ArrayList<>());
        new ScannedMarket(spec, ScanSettings.defaults(), true, true)
                .forEach(day -> candidates.addAll(Candidate.of(
                        "synthetic",
                        day.scanned(),
                        day.tape(),
                        calendar.sessions(day.key().tradeDate()),
                        day.analysis())));
        return candidates;
    }

    private static void show(String name, List<Candidate> found, int rounds, BenchContext context, Report report) {
        // Symbols are scanned on all cores and come in any order; the draws of the bootstrap go by place.
        List<Candidate> candidates = found.stream()
                .sorted(Comparator.comparingLong((Candidate c) -> c.point().decisionTsNs())
                        .thenComparing(c -> c.point().symbol())
                        .thenComparing(c -> c.point().detector()))
                .toList();
        Correlations correlations = new Correlations(name, candidates, rounds);
        correlations.lines().forEach(context::say);
        correlations.figures().forEach(report::add);
    }
}
