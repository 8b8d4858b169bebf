package io.tapelake.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.publish.PublishedRun;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PendingDatesTest {

    private static final LocalDate ONE = LocalDate.of(2025, 11, 3);
    private static final LocalDate TWO = LocalDate.of(2025, 11, 4);
    private static final LocalDate THREE = LocalDate.of(2025, 11, 5);
    private static final Set<LocalDate> ALL = Set.of(ONE, TWO, THREE);

    private static PublishedRun run(String job, String dates) {
        return new PublishedRun(job, 1, null, job, "config", Map.of(), dates, false);
    }

    private static PendingDates pending(String config, PublishedRun... lineage) {
        return PendingDates.of(List.of(lineage), config, ALL, Set.of());
    }

    @Test
    void whatRunsSinceTheLastScanChangedIsPending() {
        PendingDates pending = pending(
                "config",
                run("ingest", "{\"2025-11-04\":{\"state\":\"complete\"}}"),
                run("nightly", "{\"2025-11-03\":{\"state\":\"complete\"}}"));

        assertThat(pending.changed()).containsExactly(TWO);
        assertThat(pending.lookback()).isEmpty();
    }

    @Test
    void aDateThatOnlyLooksBackDifferentlyIsToldApart() {
        PendingDates pending = pending(
                "config",
                run(
                        "reference",
                        "{\"2025-11-03\":{\"state\":\"complete\",\"lookback_only\":true},"
                                + "\"2025-11-05\":{\"state\":\"open\",\"changed\":false,\"open_datasets\":[\"A\"]}}"),
                run("ingest", "{\"2025-11-04\":{\"state\":\"complete\"}}"),
                run("scan", "{}"));

        assertThat(pending.changed()).containsExactly(TWO);
        assertThat(pending.lookback()).containsExactly(ONE);
    }

    @Test
    void everythingIsPendingWithoutAScanAndAfterOneOfAnotherConfiguration() {
        PublishedRun reference = run("reference", "{\"2025-11-03\":{\"lookback_only\":true}}");

        assertThat(pending("config", reference).changed()).isEqualTo(ALL);
        assertThat(pending("other", reference, run("scan", "{}")).changed()).isEqualTo(ALL);
    }
}
