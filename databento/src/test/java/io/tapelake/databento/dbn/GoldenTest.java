package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every official sample file against what the official decoder made of it. */
class GoldenTest {
    private interface Check {
        void run(Path file) throws IOException;
    }

    @Test
    void jsonOfRecordsAsTheyAreEqualsTheOfficialOne() {
        all("records as-is", ReferenceFiles.official(), file -> assertThat(json(file, false))
                .isEqualTo(text(ReferenceFiles.golden(file, ".asis.jsonl"))));
    }

    @Test
    void jsonOfUpgradedRecordsEqualsTheOfficialOne() {
        all("records upgraded", ReferenceFiles.official(), file -> assertThat(json(file, true))
                .isEqualTo(text(upgradedGolden(file))));
    }

    @Test
    void jsonOfMetadataEqualsTheOfficialOne() {
        List<Path> whole = ReferenceFiles.official().stream()
                .filter(file -> !ReferenceFiles.options(file).isFragment())
                .toList();
        all("metadata", whole, file -> {
            try (DbnReader reader = DbnReader.open(file)) {
                assertThat(MetadataJson.text(reader.metadata()))
                        .isEqualTo(text(ReferenceFiles.golden(file, ".metadata.json"))
                                .strip());
            }
        });
    }

    @Test
    void bytesOfRecordsEqualTheOfficialOnes() {
        all("record bytes", ReferenceFiles.official(), file -> {
            StringBuilder lines = new StringBuilder();
            try (DbnReader reader = DbnReader.open(file, ReferenceFiles.options(file))) {
                while (reader.next()) {
                    RecordView record = reader.record();
                    lines.append("{\"rtype\":")
                            .append(record.rtype())
                            .append(",\"size\":")
                            .append(record.sizeBytes())
                            .append(",\"hex\":\"")
                            .append(HexFormat.of().formatHex(record.toByteArray()))
                            .append("\"}\n");
                }
            }
            Path golden = ReferenceFiles.golden(file, ".hex.jsonl");
            assertThat(lines.toString()).isEqualTo(Files.exists(golden) ? text(golden) : "");
        });
    }

    @Test
    void writingWhatWasReadGivesTheSameBytes() {
        all("write(read)", ReferenceFiles.official(), file -> {
            byte[] expected = uncompressed(file);
            assertThat(rewritten(file, WriteOptions.raw())).isEqualTo(expected);
            for (WriteOptions options : List.of(WriteOptions.zstd(), WriteOptions.multiFrame(1))) {
                byte[] written = rewritten(file, options);
                assertThat(unzstd(written)).isEqualTo(expected);
            }
        });
    }

    @Test
    void metadataEncodesToTheSameBytes() {
        List<Path> whole = ReferenceFiles.official().stream()
                .filter(file -> !ReferenceFiles.options(file).isFragment())
                .toList();
        all("encode(metadata)", whole, file -> {
            try (DbnReader reader = DbnReader.open(file)) {
                assertThat(reader.metadata().encode()).isEqualTo(reader.headerBytes());
                assertThat(Metadata.parse(reader.headerBytes())).isEqualTo(reader.metadata());
            }
        });
    }

    @Test
    void upgradedFilesReadBackTheSame() {
        all("write(upgrade(read))", ReferenceFiles.official(), file -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReadOptions options = ReferenceFiles.options(file);
            try (DbnReader reader = DbnReader.open(file, options.upgrade(true));
                    DbnWriter writer = reader.metadata() == null
                            ? DbnWriter.fragment(out, 3, false, WriteOptions.raw())
                            : DbnWriter.of(out, reader.metadata(), WriteOptions.raw())) {
                while (reader.next()) {
                    writer.write(reader.record());
                }
            }
            ReadOptions again = options.isFragment() ? options.fragment(3, false) : options;
            try (DbnReader reader = DbnReader.of(new ByteArrayInputStream(out.toByteArray()), again)) {
                assertThat(json(reader)).isEqualTo(text(upgradedGolden(file)));
            }
        });
    }

    @Test
    void legacyFilesAreRefusedWithTheWayOut() {
        all("DBZ refused", ReferenceFiles.legacy(), file -> org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> DbnReader.open(file).close())
                .isInstanceOfSatisfying(
                        DbnException.class, e -> assertThat(e.reason()).isEqualTo(DbnException.Reason.LEGACY_DBZ))
                .hasMessageContaining("command line tool")
                .hasMessageContaining(file.toString()));
    }

    private static void all(String what, List<Path> files, Check check) {
        List<String> failures = new ArrayList<>();
        for (Path file : files) {
            try {
                check.run(file);
            } catch (IOException | RuntimeException | AssertionError e) {
                failures.add(ReferenceFiles.relative(file) + ": " + e);
            }
        }
        System.out.println(what + ": " + (files.size() - failures.size()) + " of " + files.size());
        assertThat(failures).isEmpty();
        assertThat(files).isNotEmpty();
    }

    private static Path upgradedGolden(Path file) {
        Path upgraded = ReferenceFiles.golden(file, ".v3.jsonl");
        return Files.exists(upgraded) ? upgraded : ReferenceFiles.golden(file, ".asis.jsonl");
    }

    private static String json(Path file, boolean upgrade) throws IOException {
        try (DbnReader reader =
                DbnReader.open(file, ReferenceFiles.options(file).upgrade(upgrade))) {
            return json(reader);
        }
    }

    private static String json(DbnReader reader) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RecordJson json = RecordJson.create();
        while (reader.next()) {
            json.writeLine(reader.record(), out);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static byte[] rewritten(Path file, WriteOptions writeOptions) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReadOptions options = ReferenceFiles.options(file);
        try (DbnReader reader = DbnReader.open(file, options);
                DbnWriter writer = options.isFragment()
                        ? DbnWriter.fragment(out, options.fragmentVersion(), false, writeOptions)
                        : DbnWriter.of(out, reader.metadata(), writeOptions)) {
            while (reader.next()) {
                writer.write(reader.record());
            }
        }
        return out.toByteArray();
    }

    private static byte[] uncompressed(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return file.toString().endsWith(".zst") ? unzstd(bytes) : bytes;
    }

    private static byte[] unzstd(byte[] bytes) throws IOException {
        try (InputStream in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }
}
