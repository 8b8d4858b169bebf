package io.tapelake.scanner.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.BarFold;
import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.DayFold;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.SourceSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the page are those that are compiled here, and do what the page says. */
class DetectorsPageTest {
    private static final Path SOURCES = Path.of("src/test/java/io/tapelake/scanner/example");
    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);
    private static final long MINUTE_NS = 60_000_000_000L;

    @ParameterizedTest
    @ValueSource(classes = {VwapReclaim.class, RvolOnly.class, MovementOnly.class})
    void thePageShowsTheExampleAsItIsCompiled(Class<?> example) throws IOException {
        assertThat(Files.readString(Path.of("../docs/detectors.md")))
                .contains("```java\n" + Files.readString(SOURCES.resolve(example.getSimpleName() + ".java")) + "```\n");
    }

    @Test
    void partsNamedByTheirClassTakePartInAScan() {
        DayAnalysis analysis = analyse();
        assertThat(analysis.resetPoints())
                .filteredOn(point -> point.detector().equals("vwap-reclaim"))
                .singleElement()
                .satisfies(point -> {
                    assertThat(NewYork.at(point.decisionTsNs()).toLocalTime()).isEqualTo(LocalTime.of(11, 1));
                    assertThat(point.setupQuality()).isNaN();
                    assertThat(point.componentsMissing()).isEqualTo("volume");
                });
        assertThat(analysis.parts()).singleElement().satisfies(part -> assertThat(part.name())
                .isEqualTo("movement"));
    }

    /** Falls from 10 to 9 until eleven, then leaps back on volume. */
    private static DayAnalysis analyse() {
        ScanSettings defaults = ScanSettings.defaults();
        DayScanner scanner = DayScanner.of(
                SessionCalendar.usEquities(),
                new ScanSettings(
                        defaults.sources(),
                        defaults.lookbackDays(),
                        defaults.rvolMinDays(),
                        defaults.haltGapSeconds(),
                        defaults.haltMinTrades(),
                        defaults.crossedShareMax(),
                        defaults.momentum(),
                        List.of("surge", VwapReclaim.class.getName()),
                        MovementOnly.class.getName(),
                        RvolOnly.class.getName(),
                        defaults.resets()));
        DayFold fold = scanner.fold(new SymbolDay(DATE, "XNAS.ITCH", "RUNR"));
        BarFold bars = fold.bars(SourceSchema.OHLCV_1M);
        long startNs = NewYork.toEpochNs(DATE, LocalTime.of(9, 30));
        for (int minute = 0; minute < 120; minute++) {
            boolean after = minute >= 90;
            long price = Prices.parse(after ? "9.90" : "10.00") - (after ? 0 : minute * Prices.NANOS_PER_UNIT / 90);
            bars.add(startNs + minute * MINUTE_NS, 2, price, price, price, price, minute == 90 ? 50_000 : 1_000);
        }
        ScannedDay day = scanner.history(List.of()).next(fold.finish());
        return scanner.analyze(day, fold.tape(), day.kind(), 1, Long.MAX_VALUE);
    }
}
