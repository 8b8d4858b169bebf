package io.tapelake.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynthCommandTest {
    @TempDir
    private Path base;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(Path folder, String... options) {
        List<String> args = new ArrayList<>(List.of("synth", "--out", folder.toString()));
        args.addAll(List.of(options));
        return Main.run(args.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void writesTheMarketAndSaysWhatItWrote() throws IOException {
        Path folder = base.resolve("market");

        int exitCode = run(
                folder,
                "--symbols=3",
                "--days=1",
                "--seed=9",
                "--from=2025-06-02",
                "--schemas=trades,status",
                "--activity=0.05",
                "--events=50");

        assertThat(err.toString()).isEmpty();
        assertThat(exitCode).isEqualTo(ExitCode.OK);
        assertThat(out.toString())
                .contains("3 symbols, 1 trade dates, seed 9: 2 files")
                .contains("ground-truth.jsonl");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "equs-all-20250602.trades.dbn.zst",
                            "equs-all-20250602.status.dbn.zst",
                            "condition.json",
                            "symbology.json",
                            "manifest.json",
                            "metadata.json",
                            "ground-truth.jsonl");
        }
    }

    @Test
    void badValuesAreUsageErrorsThatSayWhatIsAllowed() {
        refused("ohlcv-2s", "--schemas=ohlcv-2s");
        refused("mbo; allowed is mbp-1, tbbo", "--schemas=mbo");
        refused("allowed are utc-day and ny-date", "--split=week");
        refused("activity is 0.0; allowed is above 0, to 100", "--activity=0");
        refused("from and days", "--from=2035-01-01");
    }

    @Test
    void folderWithFilesIsLeftAlone() throws IOException {
        Files.writeString(base.resolve("mine.txt"), "mine");

        assertThat(run(base, "--symbols=1", "--days=1")).isEqualTo(ExitCode.FAILED);
        assertThat(err.toString()).contains("is not empty");
        assertThat(base).isDirectoryContaining("glob:**mine.txt");
    }

    private void refused(String message, String option) {
        assertThat(run(base.resolve("never"), option)).as(option).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains(message);
        assertThat(base.resolve("never")).doesNotExist();
    }
}
