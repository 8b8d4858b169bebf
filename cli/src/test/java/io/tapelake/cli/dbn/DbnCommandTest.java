package io.tapelake.cli.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.cli.ExitCode;
import io.tapelake.cli.Main;
import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SeekTable;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DbnCommandTest {
    private static final long DAY_1 = 1_704_205_800_000_000_000L;
    private static final long DAY_NS = 86_400_000_000_000L;

    private record Outcome(int exitCode, String out, String err) {}

    @TempDir
    private Path folder;

    private Path raw;

    @BeforeEach
    void writeTwoSymbolsThatSwapTheirIds() throws IOException {
        raw = folder.resolve("bars.dbn");
        write(raw, WriteOptions.raw());
    }

    private static void write(Path file, WriteOptions options) throws IOException {
        Metadata metadata = Metadata.of(
                "XNAS.ITCH",
                Schema.OHLCV_1S,
                DAY_1,
                DAY_1 + 2 * DAY_NS,
                List.of(mapping("AAA", "100", "101"), mapping("BBB", "101", "100")));
        try (DbnWriter writer = DbnWriter.create(file, metadata, options)) {
            RecordBuffer bar = RecordBuffer.of(RType.OHLCV_1S, 3);
            for (int day = 0; day < 2; day++) {
                for (int id = 100; id <= 101; id++) {
                    long price = 10_000_000_000L + 1_000_000_000L * day + id;
                    writer.write(bar.header(2, id, DAY_1 + day * DAY_NS)
                            .i64(OhlcvLayout.OPEN, price)
                            .i64(OhlcvLayout.HIGH, price + 1)
                            .i64(OhlcvLayout.LOW, price - 1)
                            .i64(OhlcvLayout.CLOSE, price)
                            .i64(OhlcvLayout.VOLUME, 5));
                }
            }
        }
    }

    private static SymbolMapping mapping(String symbol, String firstId, String secondId) {
        return new SymbolMapping(
                symbol,
                List.of(
                        new SymbolMapping.Interval(20240102, 20240103, firstId),
                        new SymbolMapping.Interval(20240103, 20240104, secondId)));
    }

    private static Outcome dbn(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        String[] texts = Stream.concat(Stream.of("dbn"), Arrays.stream(args))
                .map(Object::toString)
                .toArray(String[]::new);
        int exitCode = Main.run(texts, new PrintWriter(out), new PrintWriter(err));
        return new Outcome(exitCode, out.toString(), err.toString());
    }

    @Test
    void infoPrintsTheMetadataAsOneLineOfJson() {
        Outcome outcome = dbn("info", raw);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out().lines())
                .singleElement()
                .asString()
                .startsWith("{\"version\":3,\"dataset\":\"XNAS.ITCH\",\"schema\":\"ohlcv-1s\",")
                .contains("{\"start_date\":20240102,\"end_date\":20240103,\"symbol\":\"100\"}");
    }

    @Test
    void catPrintsOneLinePerRecord() {
        List<String> lines = dbn("cat", raw).out().lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.get(0))
                .isEqualTo("{\"hd\":{\"ts_event\":\"1704205800000000000\",\"rtype\":32,\"publisher_id\":2,"
                        + "\"instrument_id\":100},\"open\":\"10000000100\",\"high\":\"10000000101\","
                        + "\"low\":\"10000000099\",\"close\":\"10000000100\",\"volume\":\"5\"}");
    }

    @Test
    void catStopsAtTheLimit() {
        assertThat(dbn("cat", raw, "--limit", 3).out().lines()).hasSize(3);
        assertThat(dbn("cat", raw, "--limit", 0).out()).isEmpty();
    }

    @Test
    void catResolvesASymbolOnEachDay() {
        assertThat(dbn("cat", raw, "--symbol", "AAA").out().lines())
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"open\":\"10000000100\""),
                        second -> assertThat(second).contains("\"open\":\"11000000101\""));
    }

    @Test
    void catOfASymbolThatIsNotThereNamesTheOnesThatAre() {
        Outcome outcome = dbn("cat", raw, "--symbol", "CCC");

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(outcome.err()).contains("'CCC'").contains("AAA, BBB");
    }

    @Test
    void countCounts() {
        assertThat(dbn("count", raw).out().strip()).isEqualTo("4");
    }

    @Test
    void checkOfAWholeFileSucceeds() {
        Outcome outcome = dbn("check", raw);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(outcome.out()).contains("whole, 4 records");
    }

    @Test
    void checkOfACutFileSaysWhatAndWhereAndHowManyRecordsCameBefore() throws IOException {
        byte[] bytes = Files.readAllBytes(raw);
        Path cut = Files.write(folder.resolve("cut.dbn"), Arrays.copyOf(bytes, bytes.length - 1));

        Outcome outcome = dbn("check", cut);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.out().lines())
                .singleElement()
                .asString()
                .contains("TRUNCATED")
                .contains("offset " + (bytes.length - 56))
                .contains("whole records before it 3");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void catOfACutFilePrintsTheWholeRecordsAndFails() throws IOException {
        byte[] bytes = Files.readAllBytes(raw);
        Path cut = Files.write(folder.resolve("cut.dbn"), Arrays.copyOf(bytes, bytes.length - 1));

        Outcome outcome = dbn("cat", cut);

        assertThat(outcome.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(outcome.out().lines()).hasSize(3);
        assertThat(outcome.err()).contains("cut.dbn").contains("3 whole records");
    }

    @Test
    void convertThereAndBackGivesTheSameBytes() throws IOException {
        Path zstd = folder.resolve("bars.dbn.zst");
        Path back = folder.resolve("back.dbn");

        assertThat(dbn("convert", raw, zstd).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(dbn("convert", zstd, back).exitCode()).isEqualTo(ExitCode.OK);

        assertThat(Files.readAllBytes(zstd)).startsWith(0x28, 0xB5, 0x2F, 0xFD);
        assertThat(back).hasSameBinaryContentAs(raw);
    }

    @Test
    void convertToManyFramesWritesASeekTable() throws IOException {
        Path frames = folder.resolve("frames.dbn.zst");

        dbn("convert", raw, frames, "--multi-frame", "--frame-records", 3);

        SeekTable table = SeekTable.read(frames).orElseThrow();
        assertThat(table.frames()).extracting(SeekTable.Frame::records).containsExactly(3L, 1L);
        assertThat(dbn("cat", frames).out()).isEqualTo(dbn("cat", raw).out());
    }

    @Test
    void convertOfADamagedFileLeavesNothingBehind() throws IOException {
        byte[] bytes = Files.readAllBytes(raw);
        Path cut = Files.write(folder.resolve("cut.dbn"), Arrays.copyOf(bytes, bytes.length - 1));
        Path target = Files.createDirectory(folder.resolve("target")).resolve("new.dbn");

        assertThat(dbn("convert", cut, target).exitCode()).isEqualTo(ExitCode.FAILED);

        assertThat(target.getParent()).isEmptyDirectory();
    }

    @Test
    void convertOntoItselfWorks() throws IOException {
        byte[] before = Files.readAllBytes(raw);

        dbn("convert", raw, raw);

        assertThat(raw).hasBinaryContent(before);
    }

    @Test
    void fragmentNeedsItsVersion() throws IOException {
        byte[] bytes = Files.readAllBytes(raw);
        Path fragment = Files.write(
                folder.resolve("bars.dbn.frag"), Arrays.copyOfRange(bytes, bytes.length - 2 * 56, bytes.length));

        assertThat(dbn("count", fragment).exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(dbn("count", fragment).err()).contains("version");
        assertThat(dbn("count", fragment, "--fragment-version", 3).out().strip())
                .isEqualTo("2");
        assertThat(dbn("count", raw, "--fragment-version", 3).err()).contains("metadata of its own");
    }

    @Test
    void wrongOptionsAreUsageErrors() {
        assertThat(dbn("convert", raw, raw, "--raw", "--zstd").exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(dbn("convert", raw, raw, "--raw", "--multi-frame").exitCode())
                .isEqualTo(ExitCode.USAGE);
        assertThat(dbn("cat", raw, "--limit", -1).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(dbn("cat", raw, "--fragment-version", 4).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(dbn("count", folder).exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(dbn().exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
