package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.tape.MinuteTape;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The real symbol-days of one-minute bars. Dates with an even epoch day may choose constants of the scanner; those with an
 * odd one never do, and are for reports.
 */
public final class RealMinutes {
    /** The sample sets. */
    public static final List<String> SETS = List.of("ohlcv1m-eth-2025", "ohlcv1m-rth-2018", "ohlcv1m-yahoo");

    private RealMinutes() {}

    /** A symbol-day that was folded and measured; its tape is never null. */
    public record Day(String set, ScannedDay scanned, MinuteTape tape, DaySessions sessions) {
        /** The analysis of the day, as a day of the index whatever it is. */
        public DayAnalysis analysis() {
            DayKind kind = scanned.kind() == DayKind.UNSUITABLE ? DayKind.ORDINARY : scanned.kind();
            return DayScanner.of(SessionCalendar.usEquities(), ScanSettings.defaults())
                    .analyze(scanned, tape, kind, 1, Long.MAX_VALUE);
        }
    }

    /** Whether constants may be chosen on a date. */
    public static boolean isCalibration(LocalDate date) {
        return date.toEpochDay() % 2 == 0;
    }

    /** The days of a set on calibration dates, by symbol, then date. Skips the test when the data is absent. */
    public static List<Day> calibrationDays(String set) throws IOException {
        Path root = ReferenceData.require("real-dbn");
        DayScanner scanner = DayScanner.of(SessionCalendar.usEquities(), ScanSettings.defaults());
        Map<String, SecurityHistory> histories = new HashMap<>();
        List<Day> days = new ArrayList<>();
        for (RealDay day : RealDbnFolder.read(root.resolve(set))) {
            String symbol = day.key.symbol();
            SecurityHistory history = histories.get(symbol);
            if (history == null) {
                history = scanner.history(Truth.splits(root.resolve("corporate_actions.csv"), symbol));
                histories.put(symbol, history);
            }
            DayFold fold = day.fold(scanner);
            ScannedDay scanned = history.next(fold.finish());
            DaySessions sessions = SessionCalendar.usEquities()
                    .findSessions(day.key.tradeDate())
                    .orElse(null);
            if (isCalibration(day.key.tradeDate()) && fold.tape() != null && sessions != null) {
                days.add(new Day(set, scanned, fold.tape(), sessions));
            }
        }
        return days;
    }
}
