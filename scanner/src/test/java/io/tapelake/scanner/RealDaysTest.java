package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.ScanEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Days of which it is known what happened. */
final class RealDaysTest {
    private static final LocalDate SMALL_CAPS_DATE = LocalDate.of(2025, 11, 14);
    private static final long TWO_SECONDS_NS = 2_000_000_000L;

    private record Scanned(SymbolDayKey key, ScannedDay day, DayAnalysis analysis) {}

    private record SymbolDayKey(String symbol, LocalDate date) {}

    @Test
    void theHaltOfHcwbIsSeenWithStatusAndWithout() throws IOException {
        long startNs = NewYork.toEpochNs(SMALL_CAPS_DATE, LocalTime.of(10, 8, 36));
        long endNs = NewYork.toEpochNs(SMALL_CAPS_DATE, LocalTime.of(10, 13, 45));
        for (boolean withStatus : new boolean[] {true, false}) {
            Map<SymbolDayKey, Scanned> days = scan("mbp1-smallcap-20251114", withStatus);
            List<ScanEvent> halts = days.values().stream()
                    .flatMap(d -> d.analysis().events().stream())
                    .filter(e -> e.kind() == EventKind.HALT)
                    .toList();
            assertThat(halts)
                    .as("halts of the twelve, with status: " + withStatus)
                    .hasSize(1);
            assertThat(halts.get(0).startNs()).isCloseTo(startNs, within(TWO_SECONDS_NS));
            assertThat(halts.get(0).endNs()).isCloseTo(endNs, within(TWO_SECONDS_NS));
            Scanned hcwb = days.get(new SymbolDayKey("HCWB", SMALL_CAPS_DATE));
            assertThat(hcwb.analysis().events()).contains(halts.get(0));
            assertThat(hcwb.analysis().score().tags().split(",")).contains("halt");
            assertThat(hcwb.analysis().resetPoints())
                    .as("an episode may start after the halt")
                    .anyMatch(point -> point.pattern().startsWith("halt_resume"));
        }
    }

    @Test
    void gorvWentUpAndAllTheWayDown() throws IOException {
        Scanned gorv = scan("mbp1-smallcap-20251114", true).get(new SymbolDayKey("GORV", SMALL_CAPS_DATE));

        assertThat(gorv.day().kind()).isEqualTo(DayKind.MOMENTUM);
        assertThat(gorv.analysis().score().category()).isEqualTo("RISK");
        assertThat(gorv.analysis().score().tags().split(",")).contains("failed_breakout");
    }

    @Test
    void knownMomentumDaysAreMomentumDays() throws IOException {
        assertThat(scan("ohlcv1m-eth-2025", true)
                        .get(new SymbolDayKey("APPS", LocalDate.of(2025, 2, 6)))
                        .day()
                        .kind())
                .isEqualTo(DayKind.MOMENTUM);
        Map<SymbolDayKey, Scanned> yahoo = scan("ohlcv1m-yahoo", true);
        assertThat(yahoo.get(new SymbolDayKey("GME", LocalDate.of(2022, 3, 22)))
                        .day()
                        .kind())
                .isEqualTo(DayKind.MOMENTUM);
        assertThat(yahoo.get(new SymbolDayKey("AMC", LocalDate.of(2022, 3, 28)))
                        .day()
                        .kind())
                .isEqualTo(DayKind.MOMENTUM);
    }

    @Test
    void badPrintsMakeNoMomentumDay() throws IOException {
        Scanned gme = scan("ohlcv1m-yahoo", true).get(new SymbolDayKey("GME", LocalDate.of(2022, 4, 1)));
        assertThat(gme.day().stats().dayLowNanos())
                .as("the raw extreme is kept")
                .isEqualTo(px("85.1"));
        assertThat(gme.day().stats().cleanDayLowNanos()).isGreaterThan(px("150"));
        Scanned aapl = scan("lean-usa-equity", true).get(new SymbolDayKey("AAPL", LocalDate.of(2014, 6, 9)));
        assertThat(aapl.day().stats().cleanDayHighNanos()).isLessThan(px("100"));
        assertThat(aapl.day().kind()).isNotEqualTo(DayKind.MOMENTUM);
    }

    private static long px(String price) {
        return Prices.fromDecimal(new java.math.BigDecimal(price).setScale(9));
    }

    private static Map<SymbolDayKey, Scanned> scan(String set, boolean withStatus) throws IOException {
        Path root = ReferenceData.require("real-dbn");
        DayScanner scanner = DayScanner.of(SessionCalendar.usEquities(), ScanSettings.defaults());
        Map<String, SecurityHistory> histories = new HashMap<>();
        Map<SymbolDayKey, Scanned> scanned = new HashMap<>();
        for (RealDay day : RealDbnFolder.read(root.resolve(set))) {
            if (!withStatus) {
                day.status.clear();
            }
            String symbol = day.key.symbol();
            if (!histories.containsKey(symbol)) {
                histories.put(
                        symbol,
                        scanner.history(new ArrayList<>(Truth.splits(root.resolve("corporate_actions.csv"), symbol))));
            }
            DayFold fold = day.fold(scanner);
            ScannedDay one = histories.get(symbol).next(fold.finish());
            if (fold.tape() != null) {
                DayAnalysis analysis = scanner.analyze(one, fold.tape(), one.kind(), 1, Long.MAX_VALUE);
                SymbolDayKey key = new SymbolDayKey(symbol, day.key.tradeDate());
                scanned.put(key, new Scanned(key, one, analysis));
            }
        }
        return scanned;
    }
}
