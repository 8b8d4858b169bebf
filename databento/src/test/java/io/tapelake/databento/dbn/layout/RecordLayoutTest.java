package io.tapelake.databento.dbn.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecordLayoutTest {
    private static final String PAD = "pad";

    private record Described(int rtype, List<Integer> versions, int bytes, List<Line> lines) {}

    private record Line(int offset, int bytes, String type, String name) {}

    private static List<Described> described() throws IOException {
        List<Described> records = new ArrayList<>();
        try (InputStream in = RecordLayoutTest.class.getResourceAsStream("layouts.txt")) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n")) {
                String[] words = line.split(" ");
                if (line.startsWith("record")) {
                    List<Integer> versions = new ArrayList<>();
                    for (String version : words[2].split(",")) {
                        versions.add(Integer.valueOf(version));
                    }
                    records.add(new Described(
                            Integer.decode(words[1]), versions, Integer.parseInt(words[3]), new ArrayList<>()));
                } else if (!line.startsWith("#")) {
                    records.get(records.size() - 1)
                            .lines()
                            .add(new Line(Integer.parseInt(words[0]), Integer.parseInt(words[1]), words[2], words[3]));
                }
            }
        }
        return records;
    }

    @Test
    void everyFieldIsWhereTheFormatPutsIt() throws IOException {
        for (Described record : described()) {
            for (int version : record.versions()) {
                RecordLayout layout = RecordLayout.of(record.rtype(), version).orElseThrow();
                List<Line> found = layout.flatFields().stream()
                        .map(field -> new Line(
                                field.offset(), field.bytes(), field.type().name(), field.name()))
                        .sorted(Comparator.comparingInt(Line::offset))
                        .toList();
                List<Line> expected = record.lines().stream()
                        .filter(line -> !line.type().equals(PAD))
                        .toList();
                assertThat(found)
                        .as("rtype %#x of version %d", record.rtype(), version)
                        .isEqualTo(expected);
                assertThat(layout.bytes()).isEqualTo(record.bytes());
            }
        }
    }

    /** Guards the description itself: fields and reserved bytes fill each record without a gap or an overlap. */
    @Test
    void fieldsAndReservedBytesFillTheRecord() throws IOException {
        for (Described record : described()) {
            int at = HeaderLayout.BYTES;
            for (Line line : record.lines()) {
                assertThat(line.offset())
                        .as("rtype %#x, %s", record.rtype(), line)
                        .isEqualTo(at);
                at += line.bytes();
            }
            assertThat(at).as("rtype %#x", record.rtype()).isEqualTo(record.bytes());
            assertThat(at % 8).isZero();
        }
    }

    @Test
    void onlyTheDescribedTypesAreKnown() throws IOException {
        List<Described> described = described();
        for (int version = RecordLayout.MIN_VERSION; version <= RecordLayout.MAX_VERSION; version++) {
            int v = version;
            List<Integer> expected = described.stream()
                    .filter(record -> record.versions().contains(v))
                    .map(Described::rtype)
                    .sorted()
                    .toList();
            assertThat(IntStream.range(0, 256)
                            .filter(rtype -> RecordLayout.of(rtype, v).isPresent())
                            .boxed())
                    .isEqualTo(expected);
        }
    }

    @Test
    void unknownTypesHaveTheSizeOfTheHeader() {
        assertThat(RecordLayout.of(0x7F, 3)).isEmpty();
        assertThat(RecordLayout.bytesOf(0x7F, 3)).isEqualTo(16);
    }

    @Test
    void unknownVersionsAreRefused() {
        assertThatThrownBy(() -> RecordLayout.of(0, 4)).hasMessageContaining("version 4");
        assertThatThrownBy(() -> RecordLayout.of(0, 0)).hasMessageContaining("version 0");
    }

    @Test
    void indexTimestampIsTheReceiveTimeWhereThereIsOne() {
        assertThat(RecordLayout.indexTsOffset(RType.MBO)).isEqualTo(40);
        assertThat(RecordLayout.indexTsOffset(RType.MBP_1)).isEqualTo(32);
        assertThat(RecordLayout.indexTsOffset(RType.CBBO_1S)).isEqualTo(32);
        assertThat(RecordLayout.indexTsOffset(RType.STATUS)).isEqualTo(16);
        assertThat(RecordLayout.indexTsOffset(RType.INSTRUMENT_DEF)).isEqualTo(16);
        assertThat(RecordLayout.indexTsOffset(RType.OHLCV_1S)).isEqualTo(8);
        assertThat(RecordLayout.indexTsOffset(RType.SYSTEM)).isEqualTo(8);
        assertThat(RecordLayout.indexTsOffset(0x7F)).isEqualTo(8);
    }

    @Test
    void fittingPicksTheNewestLayoutThatTheRecordHolds() {
        assertThat(RecordLayout.fitting(RType.INSTRUMENT_DEF, 399))
                .get()
                .extracting(RecordLayout::version)
                .isEqualTo(1);
        assertThat(RecordLayout.fitting(RType.INSTRUMENT_DEF, 400))
                .get()
                .extracting(RecordLayout::version)
                .isEqualTo(2);
        assertThat(RecordLayout.fitting(RType.INSTRUMENT_DEF, 520))
                .get()
                .extracting(RecordLayout::version)
                .isEqualTo(3);
        assertThat(RecordLayout.fitting(RType.INSTRUMENT_DEF, 359)).isEmpty();
    }
}
