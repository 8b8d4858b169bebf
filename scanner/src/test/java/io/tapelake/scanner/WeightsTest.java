package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.measure.KeyedUniform;
import io.tapelake.scanner.reset.ResetPoint;
import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.SyntheticMarket;
import io.tapelake.synthetic.market.MarketModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Reset points are drawn independently of each other, each with its own probability p (Poisson sampling). Then the weighted mean
 * m = sum(w y) / sum(w) over the selected, w = 1 / p, estimates the mean over all candidates, with variance
 * sum((1 - p) w^2 (y - m)^2) / sum(w)^2 over the selected (Horvitz-Thompson's estimator of the variance, linearised for the
 * ratio), and the 95% confidence interval is m -+ 1.96 x its root. Absent values are left out on both sides.
 */
class WeightsTest {
    private static final int SYMBOLS = 18;
    private static final int DAYS = 20;
    private static final int SEEDS = 300;
    private static final int PER_DAY = 6;
    private static final DayScanner SCANNER = DayScanner.of(SessionCalendar.usEquities(), settings());
    private static final List<DayAnalysis> SCANNED = new ArrayList<>();
    private static final List<ResetPoint> ALL = new ArrayList<>();
    private static final Map<String, ToDoubleFunction<ResetPoint>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("setup_quality", ResetPoint::setupQuality);
        COLUMNS.put("price_velocity", ResetPoint::priceVelocity);
        // A few huge values make up its mean; an interval by the normal distribution is none for that.
        COLUMNS.put("log volume_velocity", point -> Math.log1p(point.volumeVelocity()));
        COLUMNS.put("vwap_distance", ResetPoint::vwapDistance);
        COLUMNS.put("cum_volume", ResetPoint::cumVolume);
        COLUMNS.put("direction", ResetPoint::direction);
        COLUMNS.put("hindsight_mfe_15m", ResetPoint::hindsightMfe15m);
        COLUMNS.put("hindsight_mae_15m", ResetPoint::hindsightMae15m);
    }

    @BeforeAll
    static void scan() {
        MarketModel model =
                SyntheticMarket.of(MarketSpec.truth(SYMBOLS, DAYS, 4_711)).model();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            SecurityHistory history = SCANNER.history(List.of());
            for (int day = 0; day < DAYS; day++) {
                DayFold fold = SyntheticDays.rows(model.tape(symbol, day), Set.of("trades"))
                        .fold(SCANNER);
                ScannedDay scanned = history.next(fold.finish());
                SCANNED.add(SCANNER.analyze(scanned, fold.tape(), scanned.kind(), 1, Long.MAX_VALUE));
            }
        }
        SCANNED.forEach(day -> ALL.addAll(day.resetPoints()));
    }

    /** The made-up market is a thin one: with the default of two dozen a day nearly every candidate would be drawn. */
    private static ScanSettings settings() {
        ScanSettings d = ScanSettings.defaults();
        ScanSettings.Resets resets = new ScanSettings.Resets(d.resets().seed(), PER_DAY, 0.02, 5, 50);
        return new ScanSettings(
                d.sources(),
                d.lookbackDays(),
                d.rvolMinDays(),
                d.haltGapSeconds(),
                d.haltMinTrades(),
                d.crossedShareMax(),
                d.momentum(),
                d.detectors(),
                d.scorer(),
                d.setupScorer(),
                resets);
    }

    private static boolean drawn(ResetPoint point, long seed) {
        return KeyedUniform.of(seed)
                        .with(point.symbol())
                        .with(point.tradeDate().toEpochDay())
                        .with(point.decisionTsNs())
                        .with(point.detector())
                        .uniform()
                < point.inclusionProbability();
    }

    private static double mean(List<ResetPoint> points, ToDoubleFunction<ResetPoint> column) {
        return points.stream()
                .mapToDouble(column)
                .filter(y -> !Double.isNaN(y))
                .average()
                .orElseThrow();
    }

    /** Whether the mean over all lies within the interval that the selected ones give. */
    private static boolean covers(List<ResetPoint> selected, ToDoubleFunction<ResetPoint> column) {
        return covers(selected, column, ResetPoint::weight);
    }

    private static boolean covers(
            List<ResetPoint> selected, ToDoubleFunction<ResetPoint> column, ToDoubleFunction<ResetPoint> weight) {
        double weights = 0;
        double sum = 0;
        for (ResetPoint point : selected) {
            double y = column.applyAsDouble(point);
            weights += Double.isNaN(y) ? 0 : weight.applyAsDouble(point);
            sum += Double.isNaN(y) ? 0 : weight.applyAsDouble(point) * y;
        }
        double mean = sum / weights;
        double variance = 0;
        for (ResetPoint point : selected) {
            double y = column.applyAsDouble(point);
            double share = weight.applyAsDouble(point) * (y - mean) / weights;
            variance += Double.isNaN(y) ? 0 : (1 - point.inclusionProbability()) * share * share;
        }
        return Math.abs(mean - mean(ALL, column)) <= 1.96 * Math.sqrt(variance);
    }

    @Test
    void aDrawDependsOnSeedSymbolDateInstantAndDetectorAlone() {
        long seed = SCANNER.settings().resets().seed();
        assertThat(ALL).hasSizeGreaterThan(3_000);
        for (ResetPoint point : ALL) {
            assertThat(point.selected()).as(point.toString()).isEqualTo(drawn(point, seed));
        }
    }

    @Test
    void theWeightIsTheInverseOfTheProbabilityThatStandsInTheRow() {
        for (ResetPoint point : ALL) {
            assertThat(point.inclusionProbability()).isBetween(0.02, 1.0);
            assertThat(point.weight() * point.inclusionProbability()).isCloseTo(1, within(1e-5));
        }
    }

    @Test
    void aDayWithManyCandidatesHasAsManySelectedAsAskedForOnAverage() {
        SelectedPerDay perDay = new SelectedPerDay();
        SCANNED.forEach(day -> perDay.add(day, 2 * PER_DAY));
        assertThat(perDay.days).isGreaterThan(100);
        assertThat(perDay.expected()).isBetween(0.75 * PER_DAY, 1.1 * PER_DAY);
        assertThat(perDay.selected()).isCloseTo(perDay.expected(), within(3 * perDay.deviation()));
    }

    @Test
    void aBusyRealDayHasTwoDozenSelectedOnAverage() throws IOException {
        SelectedPerDay perDay = new SelectedPerDay();
        for (String set : List.of("ohlcv1m-eth-2025", "mbp1-smallcap-20251114")) {
            for (RealDay day : RealDbnFolder.read(ReferenceData.require("real-dbn/" + set))) {
                DayFold fold = day.fold(Fixture.SCANNER);
                ScannedDay scanned = Fixture.SCANNER.history(List.of()).next(fold.finish());
                perDay.add(Fixture.SCANNER.analyze(scanned, fold.tape(), DayKind.MOMENTUM, 1, Long.MAX_VALUE), 36);
            }
        }
        assertThat(perDay.days).isGreaterThan(20);
        assertThat(perDay.expected()).isBetween(21.0, 26.0);
    }

    /** Days with enough candidates, and what was selected on them. */
    private static final class SelectedPerDay {
        private int days;
        private double probabilities;
        private double variance;
        private double drawn;

        void add(DayAnalysis day, int leastCandidates) {
            if (day.resetPoints().size() >= leastCandidates) {
                days++;
                drawn += day.story().resetPointsSelected();
                for (ResetPoint point : day.resetPoints()) {
                    double p = point.inclusionProbability();
                    probabilities += p;
                    variance += p * (1 - p);
                }
            }
        }

        double expected() {
            return probabilities / days;
        }

        double selected() {
            return drawn / days;
        }

        double deviation() {
            return Math.sqrt(variance) / days;
        }
    }

    /** The draw of the default seed. Without weights the selected are a biased sample, for better setups are drawn more. */
    @Test
    void weightedMeansOverTheSelectedMatchTheMeansOverAll() {
        List<ResetPoint> selected = ALL.stream().filter(ResetPoint::selected).toList();
        COLUMNS.forEach(
                (name, column) -> assertThat(covers(selected, column)).as(name).isTrue());
        assertThat(covers(selected, ResetPoint::hindsightMae15m, point -> 1)).isFalse();
    }

    /** One draw may miss by bad luck; of many draws about 95% must not. */
    @Test
    void theIntervalsCoverTheMeansOverAllAsOftenAsTheyPromise() {
        Map<String, Integer> covered = new LinkedHashMap<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            long drawSeed = 1_000 + seed;
            List<ResetPoint> selected =
                    ALL.stream().filter(point -> drawn(point, drawSeed)).toList();
            COLUMNS.forEach((name, column) -> covered.merge(name, covers(selected, column) ? 1 : 0, Integer::sum));
        }
        covered.forEach(
                (name, count) -> assertThat(count / (double) SEEDS).as(name).isBetween(0.88, 0.99));
    }
}
