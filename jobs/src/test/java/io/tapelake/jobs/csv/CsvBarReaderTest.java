package io.tapelake.jobs.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvBarReaderTest {

    private static final String HEADER = "timestamp,open,high,low,close,volume\n";

    private static CsvBarReader reader(String text) throws IOException, CsvFault {
        return CsvBarReader.of(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), ZoneId.of("America/New_York"));
    }

    private static CsvBar bar(String line) throws IOException, CsvFault {
        try (CsvBarReader reader = reader(HEADER + line + "\n")) {
            assertThat(reader.next()).isTrue();
            return reader.bar();
        }
    }

    private static String fault(String line) {
        return catchThrowableOfType(CsvFault.class, () -> bar(line)).code();
    }

    @Test
    void columnsAreFoundByNameInAnyOrderAndCaseWithOthersBesideThem() throws Exception {
        try (CsvBarReader reader =
                reader("\uFEFFVolume,Symbol,\"Close\",Low,High,Open,Timestamp\r\n\r\n700,AAA,4,1,5,2,1763130600\r\n")) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.bar())
                    .isEqualTo(new CsvBar(
                            1_763_130_600_000_000_000L,
                            2_000_000_000L,
                            5_000_000_000L,
                            1_000_000_000L,
                            4_000_000_000L,
                            700));
            assertThat(reader.next()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-14 09:30:00, 2025-11-14T14:30:00Z",
        "2025-11-14T09:30, 2025-11-14T14:30:00Z",
        "2025-07-14 09:30:00, 2025-07-14T13:30:00Z",
        "2025-11-14T09:30:00-05:00, 2025-11-14T14:30:00Z",
        "2025-11-14 09:30:00-05:00, 2025-11-14T14:30:00Z",
        "2025-11-14 09:30:00 -0500, 2025-11-14T14:30:00Z",
        "2025-11-14T14:30:00Z, 2025-11-14T14:30:00Z",
        "2025-11-14T14:30:00.000Z, 2025-11-14T14:30:00Z",
        "2025-11-14T14:30:00+00:00, 2025-11-14T14:30:00Z",
        "1763130600, 2025-11-14T14:30:00Z",
        "1763130600000, 2025-11-14T14:30:00Z",
        "1763130600000000, 2025-11-14T14:30:00Z",
        "1763130600000000000, 2025-11-14T14:30:00Z",
        // The hour that comes twice is the first of the two.
        "2025-11-02 01:30:00, 2025-11-02T05:30:00Z"
    })
    void timesAreReadInTheFormsThatFilesHave(String text, String expected) throws Exception {
        Instant time = Instant.parse(expected);
        assertThat(bar(text + ",1,1,1,1,1").startNs()).isEqualTo(time.getEpochSecond() * 1_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-11-14",
                "14/11/2025 09:30",
                "176313060",
                "2025-03-09 02:30:00",
                "1950-01-03T10:00:00Z",
                "x"
            })
    void whatIsNoTimeIsSaid(String text) {
        assertThat(fault(text + ",1,1,1,1,1")).isEqualTo("bad-timestamp");
    }

    @Test
    void pricesKeepNineDecimalsAndBinaryFractionsAreRounded() throws Exception {
        CsvBar bar = bar("1763130600,13.765199661254883,1e2,-0.000000001,0.1,1200.0");
        assertThat(bar)
                .isEqualTo(new CsvBar(
                        1_763_130_600_000_000_000L, 13_765_199_661L, 100_000_000_000L, -1, 100_000_000L, 1_200));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1763130600,,1,1,1,1|undefined-price",
                "1763130600,NaN,1,1,1,1|undefined-price",
                "1763130600,1,1e9,1,1,1|price-out-of-range",
                "1763130600,1,1e999999999,1,1,1|bad-number",
                "1763130600,1,1,one,1,1|bad-number",
                "1763130600,1,1,1,1,1.5|bad-number",
                "1763130600,1,1,1,1,|bad-number",
                "1763130600,1,1,1,1,-1|volume-out-of-range",
                "1763130600,1,1,1,1,9223372036854775808|volume-out-of-range",
                "1763130600,1,1,1,1|bad-line",
                "1763130600,1,1,1,1,1,1|bad-line"
            })
    void everyFaultOfALineHasItsReason(String line, String reason) {
        assertThat(fault(line)).isEqualTo(reason);
    }

    @Test
    void aFileThatEndsWithinALineIsTold() throws Exception {
        try (CsvBarReader reader = reader(HEADER + "1763130600,1,1,1,1,1\n1763130660,1,1")) {
            reader.next();
            assertThat(reader.bar().volume()).isOne();
            reader.next();
            assertThat(reader.offset()).isEqualTo(HEADER.length() + 21);
            assertThat(catchThrowableOfType(CsvFault.class, reader::bar).code()).isEqualTo("truncated");
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void garbageEndsInFaultsAndInBoundedMemory() throws Exception {
        String garbage = HEADER + "\0\1\2".repeat(1_000_000) + "\n" + ",".repeat(10_000) + "\n1763130600,1,1,1,1,1\n";
        List<String> found = new ArrayList<>();
        try (CsvBarReader reader = reader(garbage)) {
            while (reader.next()) {
                assertThat(reader.raw().length).isLessThanOrEqualTo(4_096);
                try {
                    reader.bar();
                    found.add("bar");
                } catch (CsvFault fault) {
                    found.add(fault.code());
                }
            }
        }
        assertThat(found).containsExactly("bad-line", "bad-line", "bar");
    }

    @Test
    void aHeaderWithoutTheColumnsSaysWhatIsNeeded() {
        for (String header : List.of("", "time,o,h,l,c,v\n", HEADER.replace("open", "close"))) {
            assertThatThrownBy(() -> reader(header))
                    .isInstanceOf(CsvFault.class)
                    .hasMessageContaining("timestamp, open, high, low, close, volume");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/in/5min/BRK.B-5min.csv, BRK.B, ohlcv-5m",
        "s3a://b/30s/BRK-B-30s.csv, BRK-B, ohlcv-30s",
        "1min/A-1min.csv, A, ohlcv-1m",
        "x/30min/A-30min.csv, A, ohlcv-30m"
    })
    void thePlaceOfAFileSaysSymbolAndInterval(String path, String symbol, String schema) {
        assertThat(CsvBarName.of(path)).hasValueSatisfying(name -> {
            assertThat(name.symbol()).isEqualTo(symbol);
            assertThat(name.schema()).isEqualTo(schema);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/in/A-5min.csv",
                "/in/1min/A-5min.csv",
                "/in/5min/-5min.csv",
                "/in/5min/A.csv",
                "/in/2min/A-2min.csv"
            })
    void otherPlacesAreNotThoseOfBars(String path) {
        assertThat(CsvBarName.of(path)).isEmpty();
        assertThat(CsvBarName.isMisnamed(path)).isEqualTo(path.contains("/1min/") || path.contains("/5min/"));
    }
}
