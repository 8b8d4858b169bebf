package io.tapelake.scanner.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.scanner.RealMinutes;
import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.measure.PercentileTable;
import io.tapelake.scanner.measure.Quantiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * The reference values of {@code clarity-calibration.csv} are those of the legs of the calibration dates. Run with
 * -Dtapelake.writeCalibration=true to write them anew.
 */
class ClarityCalibrationTest {
    /** A small change to the cleaning of prices may move a leg or two; that is no reason for a new table. */
    private static final double TOLERANCE = 0.03;

    private static final Path FILE = Path.of("src/main/resources/io/tapelake/scanner/score/clarity-calibration.csv");

    @Test
    void theFileHoldsThePercentilesOfTheCalibrationDates() throws IOException {
        List<Legs.Leg> legs = new ArrayList<>();
        int days = 0;
        for (String set : RealMinutes.SETS) {
            for (RealMinutes.Day day : RealMinutes.calibrationDays(set)) {
                MinuteGrid grid =
                        MinuteGrid.of(day.tape(), day.sessions(), day.scanned().lookback());
                legs.addAll(Legs.largest(grid, grid.size()));
                days++;
            }
        }
        String made = file(days, legs);
        if (Boolean.getBoolean("tapelake.writeCalibration")) {
            Files.writeString(FILE, made);
        }
        for (String column : List.of("efficiency", "trend", "calm")) {
            PercentileTable expected = PercentileTable.parse(made.lines().toList(), column, "made anew");
            PercentileTable written = PercentileTable.parse(Files.readAllLines(FILE), column, FILE.toString());
            for (double value = 0; value <= 1; value += 0.02) {
                assertThat(written.of(value))
                        .as(
                                "%s of %s: run this test with -Dtapelake.writeCalibration=true and commit the file",
                                column, value)
                        .isCloseTo(expected.of(value), within(TOLERANCE));
            }
        }
    }

    private static String file(int days, List<Legs.Leg> legs) {
        StringBuilder text = new StringBuilder();
        text.append(
                        "# Percentiles of the three largest legs of a day: efficiency, trend and calm of their five-minute bars.\n")
                .append("# Sets ")
                .append(String.join(", ", RealMinutes.SETS))
                .append(" of the sample data, one-minute bars;\n")
                .append("# trade dates whose epoch day is even (odd ones are kept for reports): ")
                .append(days)
                .append(" symbol-days, ")
                .append(legs.size())
                .append(" legs.\n")
                .append("# Made by: mvn -pl scanner -am test -Dtest=ClarityCalibrationTest")
                .append(" -Dsurefire.failIfNoSpecifiedTests=false -Dtapelake.writeCalibration=true\n")
                .append("percentile,efficiency,trend,calm\n");
        double[] efficiency = column(legs, Legs.Leg::efficiency);
        double[] trend = column(legs, Legs.Leg::trend);
        double[] calm = column(legs, Legs.Leg::calm);
        for (int percent = 0; percent <= 100; percent++) {
            double q = percent / 100.0;
            text.append(String.format(
                    Locale.ROOT,
                    "%.2f,%.4f,%.4f,%.4f%n",
                    q,
                    Quantiles.quantile(efficiency, q),
                    Quantiles.quantile(trend, q),
                    Quantiles.quantile(calm, q)));
        }
        return text.toString();
    }

    private static double[] column(List<Legs.Leg> legs, ToDoubleFunction<Legs.Leg> value) {
        return legs.stream().mapToDouble(value).toArray();
    }
}
