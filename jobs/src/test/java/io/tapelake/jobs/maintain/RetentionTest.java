package io.tapelake.jobs.maintain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.lake.read.PublishedRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

    @ParameterizedTest(name = "{0} keep {1}")
    @CsvSource({
        // Runs, newest first: . plain, P pinned, W withdrawn, G let go. Then what stays (S), goes (G) or has gone (-).
        "....., 2, SSGGG",
        "....., 9, SSSSS",
        "...P., 1, SGGSG",
        "W.W.., 1, SSGGG",
        "WWW.., 2, SSSSS",
        "..GG., 1, SG--G",
        "P.P.P, 2, SSSGS",
        "WPGG., 1, SS--G"
    })
    void theNewestThatAreNotWithdrawnAndThePinnedStay(String runs, int keep, String expected) {
        List<PublishedRun> published = new ArrayList<>();
        for (int i = 0; i < runs.length(); i++) {
            published.add(run(Integer.toString(i), runs.charAt(i)));
        }

        Retention retention = Retention.of(published, keep);

        StringBuilder fates = new StringBuilder();
        for (PublishedRun run : published) {
            fates.append(
                    retention.retained().contains(run) ? 'S' : retention.letGo().contains(run) ? 'G' : '-');
        }
        assertThat(fates.toString()).isEqualTo(expected);
    }

    @Test
    void theNewestRunCannotBeLetGo() {
        assertThatThrownBy(() -> Retention.of(List.of(run("a", '.')), 0)).hasMessageContaining("give 1 or more");
    }

    private static PublishedRun run(String id, char state) {
        return new PublishedRun(
                id,
                1,
                Optional.empty(),
                0,
                "ingest",
                "",
                "",
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                state == 'P',
                state == 'W',
                state == 'G' ? OptionalLong.of(1) : OptionalLong.empty());
    }
}
