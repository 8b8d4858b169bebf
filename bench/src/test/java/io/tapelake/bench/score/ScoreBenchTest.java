package io.tapelake.bench.score;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.bench.BenchContext;
import io.tapelake.bench.Figure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreBenchTest {
    @TempDir
    private Path folder;

    private String run(List<Figure> figures) throws IOException {
        StringWriter words = new StringWriter();
        Map<String, String> small = Map.of("symbols", "3", "days", "8", "rounds", "20", "data", folder.toString());
        new ScoreBench().run(new BenchContext(folder, small, new PrintWriter(words)), figures::add);
        return words.toString();
    }

    @Test
    void everyOutcomeHasItsLinesAndTwoRunsAgree() throws IOException {
        List<Figure> figures = new ArrayList<>();
        String words = run(figures);
        assertThat(words).contains("no sample data");
        for (Outcome outcome : Outcome.values()) {
            assertThat(words).contains("| " + outcome.words + " | setup_quality | ");
        }
        assertThat(figures)
                .isNotEmpty()
                .allSatisfy(figure -> assertThat(figure.value()).isBetween(-1.0, 1.0))
                .allSatisfy(figure -> assertThat(figure.name()).matches("score\\.[a-z0-9._-]+"));
        assertThat(run(new ArrayList<>())).isEqualTo(words);
    }
}
