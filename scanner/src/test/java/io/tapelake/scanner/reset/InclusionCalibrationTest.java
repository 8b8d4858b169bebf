package io.tapelake.scanner.reset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.scanner.RealMinutes;
import io.tapelake.scanner.ScanSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When the candidates of real days come, and how many are drawn, on the calibration dates of the set with whole days. */
class InclusionCalibrationTest {
    private static final String WHOLE_DAYS = "ohlcv1m-eth-2025";
    private static final int MANY = 30;
    private static final Map<TimeBucket, Double> SHARES_FROM_START = new EnumMap<>(Map.of(
            TimeBucket.OPEN, 0.72,
            TimeBucket.MORNING, 0.58,
            TimeBucket.MIDDAY, 0.50,
            TimeBucket.AFTERNOON, 0.33,
            TimeBucket.POWER_HOUR, 0.26,
            TimeBucket.POSTMARKET, 0.16));

    @Test
    void candidatesComeWhenTheRateExpectsThemAndAboutADaysNumberIsDrawn() throws IOException {
        List<List<ResetPoint>> days = new ArrayList<>();
        for (RealMinutes.Day day : RealMinutes.calibrationDays(WHOLE_DAYS)) {
            days.add(day.analysis().resetPoints());
        }
        List<ResetPoint> points = days.stream().flatMap(List::stream).toList();
        SHARES_FROM_START.forEach((bucket, share) -> {
            long later = points.stream()
                    .filter(point -> TimeBucket.valueOf(point.timeBucket()).compareTo(bucket) >= 0)
                    .count();
            assertThat(later / (double) points.size())
                    .as("share of candidates from the start of %s on", bucket)
                    .isCloseTo(share, within(0.04));
        });
        double drawn = days.stream()
                .filter(day -> day.size() >= MANY)
                .mapToDouble(InclusionCalibrationTest::expected)
                .average()
                .orElseThrow();
        assertThat(drawn)
                .as("expected number drawn on days with enough candidates")
                .isCloseTo(ScanSettings.defaults().resets().perDay(), within(1.5));
    }

    private static double expected(List<ResetPoint> day) {
        return day.stream().mapToDouble(ResetPoint::inclusionProbability).sum();
    }
}
