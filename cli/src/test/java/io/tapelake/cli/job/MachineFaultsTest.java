package io.tapelake.cli.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tapelake.cli.ExitCode;
import io.tapelake.cli.job.ChildCommands.Outcome;
import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Permissions and full disks, provoked for real in a process of its own, as the command reports them. */
class MachineFaultsTest {

    @TempDir
    private Path folder;

    private static Path bars(Path file, String symbol, int count) throws IOException {
        Files.createDirectories(file.getParent());
        long startNs = Instant.parse("2025-03-04T00:00:00Z").getEpochSecond() * 1_000_000_000L;
        Metadata metadata = Metadata.of(
                "EQUS.ALL",
                Schema.OHLCV_1S,
                startNs,
                startNs + 86_400_000_000_000L,
                List.of(new SymbolMapping(symbol, List.of(new SymbolMapping.Interval(20250304, 20250305, "100")))));
        try (DbnWriter writer = DbnWriter.create(file, metadata, WriteOptions.zstd())) {
            RecordBuffer bar = RecordBuffer.of(RType.OHLCV_1S, 3);
            for (int i = 0; i < count; i++) {
                long price = 10_000_000_000L + (i * 7919L % 1000) * 10_000_000L;
                writer.write(bar.header(94, 100, startNs + (36_000 + i) * 1_000_000_000L)
                        .i64(OhlcvLayout.OPEN, price)
                        .i64(OhlcvLayout.HIGH, price)
                        .i64(OhlcvLayout.LOW, price)
                        .i64(OhlcvLayout.CLOSE, price)
                        .i64(OhlcvLayout.VOLUME, 100 + i % 77));
            }
        }
        return file;
    }

    private static List<String> ingest(Path input, Path lake, String... more) {
        List<String> line =
                new java.util.ArrayList<>(List.of("ingest", "--input", input.toString(), "--lake", lake.toString()));
        line.addAll(List.of(more));
        return line;
    }

    @Test
    void whatMayNotBeReadIsNamedAndTakenLaterAndWhatMayNotBeWrittenStopsBeforeAnyWork() throws Exception {
        Path input = folder.resolve("in");
        Path lake = folder.resolve("lake");
        Path denied = bars(input.resolve("a.dbn.zst"), "AAA", 3);
        bars(input.resolve("b.dbn.zst"), "BBB", 4);
        Path closed = bars(input.resolve("closed/c.dbn.zst"), "CCC", 5).getParent();
        Path other = bars(folder.resolve("other/d.dbn.zst"), "DDD", 6).getParent();

        List<Outcome> outcomes = ChildCommands.run(
                folder,
                List.of(
                        List.of("chmod", "---------", denied.toString()),
                        List.of("chmod", "---------", closed.toString()),
                        ingest(input, lake),
                        ingest(input, lake),
                        List.of("chmod", "rw-------", denied.toString()),
                        List.of("chmod", "rwx------", closed.toString()),
                        ingest(input, lake),
                        List.of("chmod", "---------", other.toString()),
                        ingest(other, lake),
                        List.of("chmod", "rwx------", other.toString()),
                        List.of("chmod", "r-xr-xr-x", lake.resolve("_tapelake").toString()),
                        List.of("chmod", "r-xr-xr-x", lake.toString()),
                        ingest(other, lake),
                        List.of("chmod", "rwxr-xr-x", lake.toString()),
                        List.of("chmod", "rwxr-xr-x", lake.resolve("_tapelake").toString())));

        Outcome first = outcomes.get(2);
        assertThat(first.exitCode()).as(first.toString()).isEqualTo(ExitCode.QUARANTINED);
        assertThat(first.out())
                .contains(denied + ": refused, 0 records", "{unreadable=0}", "Permission denied")
                .contains(closed + ": refused, 0 records", "the folder cannot be listed: ")
                .contains("b.dbn.zst: taken, 4 records = 4 stored")
                .contains("2 refused: replace or remove them");
        Outcome again = outcomes.get(3);
        assertThat(again.exitCode()).as(again.toString()).isEqualTo(ExitCode.QUARANTINED);
        assertThat(again.out()).contains("nothing has changed; no run was published");
        Outcome allowed = outcomes.get(6);
        assertThat(allowed.exitCode()).as(allowed.toString()).isEqualTo(ExitCode.OK);
        assertThat(allowed.out())
                .contains("a.dbn.zst: taken, 3 records = 3 stored")
                .contains("c.dbn.zst: taken, 5 records = 5 stored")
                .contains("b.dbn.zst: known");
        Outcome unlistable = outcomes.get(8);
        assertThat(unlistable.exitCode()).as(unlistable.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(unlistable.err())
                .contains("input '" + other + "' cannot be listed")
                .hasLineCount(1);
        Outcome unwritable = outcomes.get(12);
        assertThat(unwritable.exitCode()).as(unwritable.toString()).isEqualTo(ExitCode.FAILED);
        assertThat(unwritable.err())
                .contains("the lake at " + lake + " cannot be written", "Permission denied", "Nothing was done")
                .hasLineCount(1);
    }

    @Test
    void aFullDiskIsToldBeforeTheStartAndMidwayFailsCleanly() throws Exception {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        assumeTrue(
                new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", disk.toString())
                                .start()
                                .waitFor()
                        == 0,
                "a file system of limited size cannot be mounted here");
        try {
            Path lake = disk.resolve("lake");
            Path input = bars(folder.resolve("in/a.dbn.zst"), "AAA", 20_000).getParent();
            Path open = Files.writeString(folder.resolve("open.conf"), "ingest.min-free-mb = 0");
            Path filler = disk.resolve("filler");

            List<Outcome> outcomes = ChildCommands.run(
                    folder,
                    List.of(
                            ingest(input, lake),
                            List.of(
                                    "fill",
                                    disk.toString(),
                                    lake.resolve("bars_1s/_delta_log/00000000000000000000.json")
                                            .toString()),
                            ingest(input, lake, "--config", open.toString()),
                            List.of("delete", filler.toString()),
                            ingest(input, lake, "--config", open.toString()),
                            List.of("table", "bars_1s", "--lake", lake.toString(), "--columns", "count(*)")));

            Outcome before = outcomes.get(0);
            assertThat(before.exitCode()).as(before.toString()).isEqualTo(ExitCode.FAILED);
            assertThat(before.err())
                    .contains("not enough free space for the 1 new files", "has 8 MB", "ingest.min-free-mb = 1024")
                    .hasLineCount(1);
            Outcome midway = outcomes.get(2);
            assertThat(midway.exitCode()).as(midway.toString()).isEqualTo(ExitCode.FAILED);
            assertThat(midway.err())
                    .contains("no space left on the device", "Nothing was published")
                    .hasLineCount(1);
            Outcome clean = outcomes.get(4);
            assertThat(clean.exitCode()).as(clean.toString()).isEqualTo(ExitCode.OK);
            assertThat(clean.out()).contains("20000 records = 20000 stored", "published run");
        } finally {
            new ProcessBuilder("umount", disk.toString()).start().waitFor();
        }
    }
}
