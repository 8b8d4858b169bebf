package io.tapelake.cli.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.cli.ExitCode;
import io.tapelake.jobs.ingest.ExpectedInput;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JobExitTest {

    private static final List<ExpectedInput.Missing> NOTHING = List.of();
    private static final List<ExpectedInput.Missing> A_DAY = List.of(new ExpectedInput.Missing(
            LocalDate.of(2025, 3, 4), new ExpectedInput.Expectation("EQUS.MINI", "ohlcv-1m"), "no file"));

    @Test
    void quarantineOfThisRunAndRefusedFilesAreThreeAndMissingInputIsFour() {
        assertThat(JobExit.of(report("taken", 0, true), NOTHING)).isEqualTo(ExitCode.OK);
        assertThat(JobExit.of(report("taken", 2, true), NOTHING)).isEqualTo(ExitCode.QUARANTINED);
        assertThat(JobExit.of(report("known", 2, false), NOTHING)).isEqualTo(ExitCode.OK);
        assertThat(JobExit.of(report("refused", 0, true), NOTHING)).isEqualTo(ExitCode.QUARANTINED);
        assertThat(JobExit.of(report("refused", 0, false), NOTHING)).isEqualTo(ExitCode.QUARANTINED);
        assertThat(JobExit.of(report("unfinished", 0, true), NOTHING)).isEqualTo(ExitCode.OK);
        assertThat(JobExit.of(report("unfinished", 0, true), A_DAY)).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(JobExit.of(report("refused", 5, true), A_DAY)).isEqualTo(ExitCode.MISSING_INPUT);
    }

    private static IngestReport report(String outcome, long quarantined, boolean opened) {
        FileReport file =
                new FileReport("a", outcome, "", 0, quarantined, 0, 0, 0, 0, quarantined, 0, Map.of(), opened);
        return new IngestReport("run", List.of(file), List.of(), Map.of(), List.of());
    }
}
