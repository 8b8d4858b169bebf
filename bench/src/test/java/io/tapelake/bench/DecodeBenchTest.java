package io.tapelake.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodeBenchTest {
    @TempDir
    private Path folder;

    private List<Figure> run() throws IOException {
        List<Figure> figures = new ArrayList<>();
        BenchContext context =
                new BenchContext(folder, Map.of("mib", "1", "rounds", "1"), new PrintWriter(new StringWriter()));
        new DecodeBench().run(context, figures::add);
        return figures;
    }

    @Test
    void everyFormHasItsFigures() throws IOException {
        assertThat(run())
                .extracting(Figure::name)
                .containsExactly(
                        "decode.ohlcv-1s.zst",
                        "decode.ohlcv-1s.zst.cpu",
                        "decode.ohlcv-1s.zst.records",
                        "decode.ohlcv-1s.raw",
                        "decode.ohlcv-1s.raw.cpu",
                        "decode.ohlcv-1s.raw.records",
                        "decode.mbp-1.zst",
                        "decode.mbp-1.zst.cpu",
                        "decode.mbp-1.zst.records",
                        "decode.mbp-1.raw",
                        "decode.mbp-1.raw.cpu",
                        "decode.mbp-1.raw.records");
    }

    @Test
    void aFieldThatIsNotReadAsItWasWrittenIsFound() throws IOException {
        run();
        Path raw;
        try (var files = Files.list(folder)) {
            raw = files.filter(file -> file.toString().matches(".*\\d\\.dbn"))
                    .sorted()
                    .toList()
                    .get(0);
        }
        byte[] bytes = Files.readAllBytes(raw);
        bytes[bytes.length - 4] ^= 1;
        Files.write(raw, bytes);

        assertThatThrownBy(this::run).hasMessageContaining("add up to");
    }
}
