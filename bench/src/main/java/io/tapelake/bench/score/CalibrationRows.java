package io.tapelake.bench.score;

import io.tapelake.scanner.reset.ResetPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Candidates of dates on which constants may be chosen, as a table for studies. Dates of reports are never among them. */
final class CalibrationRows {
    private CalibrationRows() {}

    /** Even epoch days are calibration dates; odd ones are for reports only. */
    static boolean isCalibration(Candidate candidate) {
        return candidate.cluster() % 2 == 0;
    }

    static void write(Path file, List<Candidate> rows) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(String.join(
                "\t",
                "set",
                "symbol",
                "date",
                "detector",
                "pattern",
                "direction",
                "phase",
                "bucket",
                "moved",
                "selected",
                "weight",
                "quality",
                "movement",
                "volume",
                "trend",
                "thrust",
                "spread",
                "continuity",
                "price_velocity",
                "volume_velocity",
                "rvol",
                "vwap_distance",
                "day_movement",
                "volatility",
                "long",
                "directed",
                "range"));
        for (Candidate row : rows) {
            ResetPoint p = row.point();
            lines.add(String.join(
                    "\t",
                    row.set(),
                    p.symbol(),
                    p.tradeDate().toString(),
                    p.detector(),
                    p.pattern(),
                    String.valueOf(p.direction()),
                    p.phase(),
                    p.timeBucket(),
                    String.valueOf(row.moved()),
                    String.valueOf(p.selected()),
                    String.valueOf(p.weight()),
                    String.valueOf(p.setupQuality()),
                    String.valueOf(p.setupMovement()),
                    String.valueOf(p.setupVolume()),
                    String.valueOf(p.setupTrend()),
                    String.valueOf(p.setupThrust()),
                    String.valueOf(p.setupSpread()),
                    String.valueOf(p.setupContinuity()),
                    String.valueOf(p.priceVelocity()),
                    String.valueOf(p.volumeVelocity()),
                    String.valueOf(p.rvol()),
                    String.valueOf(p.vwapDistance()),
                    String.valueOf(p.dayMovement()),
                    String.valueOf(row.volatility()),
                    String.valueOf(row.longOutcome()),
                    String.valueOf(row.directedOutcome()),
                    String.valueOf(row.rangeOutcome())));
        }
        Files.write(file, lines);
    }
}
