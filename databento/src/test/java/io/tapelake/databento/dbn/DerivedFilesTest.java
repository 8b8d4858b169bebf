package io.tapelake.databento.dbn;

import static io.tapelake.databento.dbn.DbnException.Reason.BAD_COMPRESSION;
import static io.tapelake.databento.dbn.DbnException.Reason.BAD_METADATA;
import static io.tapelake.databento.dbn.DbnException.Reason.BAD_RECORD;
import static io.tapelake.databento.dbn.DbnException.Reason.NOT_DBN;
import static io.tapelake.databento.dbn.DbnException.Reason.TRUNCATED;
import static io.tapelake.databento.dbn.DbnException.Reason.UNSUPPORTED_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.DbnException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** What a careful reader makes of each of the hand-made edge cases. */
class DerivedFilesTest {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(5);

    /** How reading ends: whole when the reason is null; in both cases after so many whole records. */
    private record Outcome(Reason reason, long records) {
        static Outcome whole(long records) {
            return new Outcome(null, records);
        }

        static Outcome error(Reason reason, long recordsBefore) {
            return new Outcome(reason, recordsBefore);
        }
    }

    private static final Map<String, Outcome> EXPECTED = new LinkedHashMap<>();

    static {
        // The container.
        expect("empty.dbn", Outcome.error(TRUNCATED, 0));
        expect("three-bytes.dbn", Outcome.error(TRUNCATED, 0));
        expect("bad-magic.dbn", Outcome.error(NOT_DBN, 0));
        // No encoder writes version 0; how its metadata is laid out would be a guess, and decoders differ.
        expect("version-0.dbn", Outcome.error(UNSUPPORTED_VERSION, 0));
        expect("version-4.dbn", Outcome.error(UNSUPPORTED_VERSION, 0));
        expect("zstd-magic-named-dbn.dbn", Outcome.whole(3));
        expect("raw-named-zst.dbn.zst", Outcome.whole(3));
        // The metadata.
        expect("metadata-len-99.dbn", Outcome.error(BAD_METADATA, 0));
        expect("metadata-len-huge.dbn", Outcome.error(BAD_METADATA, 0));
        expect("metadata-truncated.dbn", Outcome.error(TRUNCATED, 0));
        expect("metadata-only.dbn", Outcome.whole(0));
        expect("symbols-count-huge.dbn", Outcome.error(BAD_METADATA, 0));
        expect("schema-def-nonzero.dbn", Outcome.error(BAD_METADATA, 0));
        // Enums are open: a number that is not known is kept.
        expect("schema-unknown.dbn", Outcome.whole(2));
        expect("stype-out-unknown.dbn", Outcome.whole(2));
        expect("schema-null-stype-null.dbn", Outcome.whole(2));
        expect("end-undef.dbn", Outcome.whole(2));
        expect("end-zero.dbn", Outcome.whole(2));
        expect("cstr-len-100.dbn", Outcome.whole(1));
        expect("cstr-len-22-v2.dbn", Outcome.whole(1));
        expect("v1-minimal.dbn", Outcome.whole(1));
        expect("v2-minimal.dbn", Outcome.whole(1));
        expect("v3-pad-extra.dbn", Outcome.whole(1));
        expect("v3-no-pad.dbn", Outcome.whole(1));
        // Mappings: what is no day cannot be compared with any day, so the metadata is damaged. The rest can be read,
        // and
        // SymbolResolver.problems() names what is of no use.
        expect("mapping-bad-date.dbn", Outcome.error(BAD_METADATA, 0));
        expect("mapping-id-swap.dbn", Outcome.whole(4));
        expect("mapping-empty-symbol.dbn", Outcome.whole(1));
        expect("mapping-start-after-end.dbn", Outcome.whole(1));
        expect("mapping-inverse.dbn", Outcome.whole(1));
        expect("mapping-non-numeric-id.dbn", Outcome.whole(1));
        // Symbols: a full field is a symbol, and bytes beyond ASCII are kept as ISO-8859-1.
        expect("symbol-no-nul.dbn", Outcome.whole(1));
        expect("symbol-non-utf8.dbn", Outcome.whole(1));
        // Records.
        expect("record-truncated.dbn", Outcome.error(TRUNCATED, 1));
        expect("record-header-truncated.dbn", Outcome.error(TRUNCATED, 1));
        expect("record-len-0.dbn", Outcome.error(BAD_RECORD, 1));
        expect("record-len-3.dbn", Outcome.error(BAD_RECORD, 1));
        expect("record-len-13.dbn", Outcome.error(BAD_RECORD, 1));
        expect("record-len-16.dbn", Outcome.whole(3));
        expect("record-unknown-rtype.dbn", Outcome.whole(3));
        expect("record-header-only.dbn", Outcome.whole(3));
        expect("record-ohlcv-deprecated.dbn", Outcome.whole(1));
        expect("undef-prices.dbn", Outcome.whole(2));
        expect("ts-out-v1-definition.dbn", Outcome.whole(2));
        expect("ts-out-v2-definition.dbn", Outcome.whole(2));
        expect("ts-out-v3-definition.dbn", Outcome.whole(2));
        expect("ts-out-v1-statistics.dbn", Outcome.whole(2));
        expect("ts-out-v3-ohlcv.dbn", Outcome.whole(3));
        expect("v1-statistics-undef-qty.dbn", Outcome.whole(2));
        expect("v1-gateway-messages.dbn", Outcome.whole(13));
        // Compression.
        expect("zstd-multiframe.dbn.zst", Outcome.whole(3));
        expect("zstd-multiframe-split-record.dbn.zst", Outcome.whole(3));
        expect("zstd-skippable-first.dbn.zst", Outcome.whole(3));
        expect("zstd-skippable-middle.dbn.zst", Outcome.whole(3));
        expect("zstd-skippable-last.dbn.zst", Outcome.whole(3));
        expect("zstd-empty-frame-middle.dbn.zst", Outcome.whole(3));
        expect("zstd-no-checksum.dbn.zst", Outcome.whole(3));
        expect("zstd-whole-8000.dbn.zst", Outcome.whole(8000));
        expect("zstd-level19-window.dbn.zst", Outcome.whole(12000));
        expect("zstd-truncated.dbn.zst", Outcome.error(TRUNCATED, 0));
        expect("zstd-truncated-late.dbn.zst", Outcome.error(TRUNCATED, 4677));
        expect("zstd-bad-checksum.dbn.zst", Outcome.error(BAD_COMPRESSION, 0));
        expect("zstd-trailing-garbage.dbn.zst", Outcome.error(BAD_COMPRESSION, 3));
    }

    private static void expect(String file, Outcome outcome) {
        EXPECTED.put(file, outcome);
    }

    @Test
    void everyDerivedFileHasTheExpectedOutcome() {
        List<String> wrong = new ArrayList<>();
        TreeSet<String> unseen = new TreeSet<>(EXPECTED.keySet());
        List<Path> files = ReferenceFiles.derived();
        for (Path file : files) {
            String name = file.getFileName().toString();
            Outcome expected = EXPECTED.get(name);
            unseen.remove(name);
            for (boolean upgrade : new boolean[] {false, true}) {
                Outcome found = Assertions.assertTimeoutPreemptively(TIME_LIMIT, () -> read(file, upgrade), name);
                if (!found.equals(expected)) {
                    wrong.add(name + (upgrade ? " upgraded" : " as-is") + ": " + found + " instead of " + expected);
                }
            }
        }
        System.out.println("derived files: " + (files.size() - wrong.size()) + " of " + files.size());
        assertThat(wrong).isEmpty();
        assertThat(unseen).isEmpty();
    }

    @Test
    void recordsOfDerivedFilesEqualTheOfficialOnes() throws IOException {
        int compared = 0;
        for (Path file : ReferenceFiles.derived()) {
            if (EXPECTED.get(file.getFileName().toString()).reason() != null) {
                continue;
            }
            for (String suffix : List.of(".asis.jsonl", ".v3.jsonl")) {
                Path golden = ReferenceFiles.golden(file, suffix);
                if (Files.exists(golden)) {
                    List<String> lines = Files.readAllLines(golden);
                    assertThat(firstLines(file, suffix.equals(".v3.jsonl"), lines.size()))
                            .as(file.getFileName() + suffix)
                            .isEqualTo(lines);
                    compared++;
                }
            }
        }
        System.out.println("derived goldens: " + compared + " of " + compared);
    }

    @Test
    void metadataOfDerivedFilesEqualsTheOfficialOne() throws IOException {
        int compared = 0;
        for (Path file : ReferenceFiles.derived()) {
            Path golden = ReferenceFiles.golden(file, ".metadata.json");
            if (Files.exists(golden)
                    && EXPECTED.get(file.getFileName().toString()).reason() == null) {
                try (DbnReader reader = DbnReader.open(file)) {
                    assertThat(MetadataJson.text(reader.metadata()))
                            .as(file.getFileName().toString())
                            .isEqualTo(Files.readString(golden).strip());
                }
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    private static List<String> firstLines(Path file, boolean upgrade, int count) throws IOException {
        List<String> lines = new ArrayList<>();
        RecordJson json = RecordJson.create();
        try (DbnReader reader = DbnReader.open(file, ReadOptions.defaults().upgrade(upgrade))) {
            while (lines.size() < count && reader.next()) {
                json.text(reader.record()).ifPresent(lines::add);
            }
        }
        return lines;
    }

    private static Outcome read(Path file, boolean upgrade) throws IOException {
        long delivered = 0;
        try (DbnReader reader = DbnReader.open(file, ReadOptions.defaults().upgrade(upgrade))) {
            while (reader.next()) {
                delivered++;
            }
            return Outcome.whole(delivered);
        } catch (DbnException e) {
            assertThat(e.recordsBefore()).as("delivered before " + e).isEqualTo(delivered);
            return Outcome.error(e.reason(), delivered);
        }
    }
}
