package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.scanner.RecordColumns.Column;
import io.tapelake.scanner.reset.ResetPoint;
import io.tapelake.scanner.score.DayScore;
import io.tapelake.scanner.score.DayStory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MeasuresPageTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|.*\\| ([^|]+) \\|$");

    private static List<MatchResult> rows() throws IOException {
        return ROW.matcher(Files.readString(Path.of("../docs/measures.md")))
                .results()
                .toList();
    }

    private static List<Column> columns() {
        return Stream.of(DayStats.class, DayLookback.class, DayScore.class, DayStory.class, ResetPoint.class)
                .flatMap(type -> RecordColumns.of(type).columns().stream())
                .toList();
    }

    @Test
    void thePageDefinesEveryColumnInOrder() throws IOException {
        assertThat(rows().stream().map(row -> row.group(1)))
                .containsExactlyElementsOf(columns().stream().map(Column::name).toList());
    }

    @Test
    void thePageSaysNeverNullExactlyWhereAColumnIsNotNullable() throws IOException {
        assertThat(rows().stream().filter(row -> row.group(2).equals("never")).map(row -> row.group(1)))
                .containsExactlyElementsOf(columns().stream()
                        .filter(column -> !column.nullable())
                        .map(Column::name)
                        .toList());
    }

    @Test
    void thePageNamesEveryQualityFlagAndNoOther() throws IOException {
        String page = Files.readString(Path.of("../docs/measures.md"));
        String section =
                page.substring(page.indexOf("**Quality flags.**"), page.indexOf("## day_stats: the day against"));
        List<String> named = Pattern.compile("`([a-z]+(?:-[a-z]+)+)`:")
                .matcher(section)
                .results()
                .map(match -> match.group(1))
                .toList();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/io/tapelake/scanner"))) {
            // The vendor's word about a day comes to the scanner from outside.
            List<String> raised = Stream.concat(
                            sources.filter(Files::isRegularFile).flatMap(MeasuresPageTest::flags),
                            Stream.of("vendor-degraded"))
                    .distinct()
                    .sorted()
                    .toList();
            assertThat(named).containsExactlyElementsOf(raised);
        }
    }

    private static Stream<String> flags(Path source) {
        try {
            return Pattern.compile("flagIf\\(.*, \"([a-z-]+)\"\\)")
                    .matcher(Files.readString(source))
                    .results()
                    .map(match -> match.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
