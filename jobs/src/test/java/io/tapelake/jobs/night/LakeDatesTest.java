package io.tapelake.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.ingest.DatesInLake.Coverage;
import io.tapelake.lake.read.OpenDays;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class LakeDatesTest {

    private static final LocalDate ONE = LocalDate.of(2025, 11, 3);
    private static final LocalDate TWO = LocalDate.of(2025, 11, 4);

    @Test
    void aRunOfLookbacksSaysSoAndStillNamesTheOpenDates() {
        SortedMap<LocalDate, SortedMap<String, Coverage>> coverage = new TreeMap<>();
        coverage.put(ONE, new TreeMap<>(Map.of("A", new Coverage(1, Coverage.COMPLETE))));
        coverage.put(TWO, new TreeMap<>(Map.of("A", new Coverage(2, Coverage.OPEN))));
        OpenDays open = new OpenDays(new TreeMap<>(Map.of(TWO, new TreeSet<>(List.of("A")))));
        LakeDates dates = new LakeDates(Optional.of(TWO), Optional.of(ONE), coverage, open, List.of());

        assertThat(dates.forRunOfLookbacks(List.of(ONE)))
                .containsOnlyKeys("2025-11-03", "2025-11-04")
                .containsEntry(
                        "2025-11-03", Map.of("state", "complete", "covered_until_ns", 1L, "lookback_only", true));
        assertThat(dates.forRunOfLookbacks(List.of(ONE)).get("2025-11-04"))
                .containsEntry("changed", false)
                .containsKey("open_datasets")
                .doesNotContainKey("lookback_only");
        assertThat(dates.forRun(List.of(ONE)).get("2025-11-03")).doesNotContainKey("lookback_only");
    }
}
