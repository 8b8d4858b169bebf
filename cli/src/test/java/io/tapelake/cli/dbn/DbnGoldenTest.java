package io.tapelake.cli.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.tapelake.cli.ExitCode;
import io.tapelake.cli.Main;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on every official sample file, against what the vendor's own tools print. */
class DbnGoldenTest {
    private static final Pattern VERSION = Pattern.compile("\\.v([123])\\.");

    @TempDir
    private Path scratch;

    private interface Check {
        void run(Path file) throws IOException;
    }

    private static Path folder() {
        String env = System.getenv("TAPELAKE_REFERENCE_DATA");
        Path folder = Stream.of(env == null ? "../shared/data" : env, "../shared/data", "../../shared/data")
                .map(text -> Path.of(text, "dbn-official"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElse(null);
        assumeTrue(
                folder != null,
                "no reference data: set TAPELAKE_REFERENCE_DATA to the folder that has dbn-official, to run this test");
        return folder;
    }

    private static void all(String what, Check check) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder())) {
            files = walk.filter(path -> path.toString().matches(".*\\.(dbn|frag|zst)"))
                    .filter(path -> !relative(path).startsWith("derived"))
                    .sorted()
                    .toList();
        }
        List<String> wrong = new ArrayList<>();
        for (Path file : files) {
            try {
                check.run(file);
            } catch (AssertionError e) {
                wrong.add(relative(file) + ": " + e.getMessage());
            }
        }
        System.out.println(what + ": " + (files.size() - wrong.size()) + " of " + files.size());
        assertThat(wrong).isEmpty();
    }

    private static String relative(Path file) {
        return folder().relativize(file).toString();
    }

    private static boolean isFragment(Path file) {
        return file.toString().contains(".frag");
    }

    private static String golden(Path file, String... suffixes) throws IOException {
        for (String suffix : suffixes) {
            Path golden = folder().resolve("golden").resolve(relative(file) + suffix);
            if (Files.exists(golden)) {
                return Files.readString(golden);
            }
        }
        throw new AssertionError("no golden file " + List.of(suffixes) + " for " + file);
    }

    private static String dbn(Path file, String... args) {
        List<String> words = new ArrayList<>(List.of("dbn"));
        words.addAll(List.of(args));
        if (isFragment(file)) {
            Matcher version = VERSION.matcher(file.getFileName().toString());
            words.addAll(List.of("--fragment-version", version.find() ? version.group(1) : "1"));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(words.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
        assertThat(exitCode).as(err.toString()).isEqualTo(ExitCode.OK);
        return out.toString();
    }

    @Test
    void catEqualsTheGoldenRecords() throws IOException {
        all("dbn cat", file -> assertThat(dbn(file, "cat", file.toString())).isEqualTo(golden(file, ".asis.jsonl")));
    }

    @Test
    void catWithUpgradeEqualsTheGoldenRecords() throws IOException {
        all("dbn cat --upgrade", file -> assertThat(dbn(file, "cat", file.toString(), "--upgrade"))
                .isEqualTo(golden(file, ".v3.jsonl", ".asis.jsonl")));
    }

    @Test
    void infoEqualsTheGoldenMetadata() throws IOException {
        all("dbn info (fragments have none)", file -> {
            if (!isFragment(file)) {
                assertThat(dbn(file, "info", file.toString()).strip())
                        .isEqualTo(golden(file, ".metadata.json").strip());
            }
        });
    }

    @Test
    void convertKeepsTheUncompressedBytes() throws IOException {
        Path raw = scratch.resolve("out.dbn");
        Path frames = scratch.resolve("out.dbn.zst");
        all("dbn convert", file -> {
            byte[] bytes = Files.readAllBytes(file);
            byte[] expected = file.toString().endsWith(".zst") ? unzstd(bytes) : bytes;
            dbn(file, "convert", file.toString(), raw.toString(), "--raw");
            assertThat(raw).hasBinaryContent(expected);
            dbn(file, "convert", file.toString(), frames.toString(), "--multi-frame", "--frame-records", "1");
            assertThat(unzstd(Files.readAllBytes(frames))).isEqualTo(expected);
        });
    }

    private static byte[] unzstd(byte[] bytes) throws IOException {
        try (InputStream in = new ZstdInputStreamNoFinalizer(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        }
    }
}
