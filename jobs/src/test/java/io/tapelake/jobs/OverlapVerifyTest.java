package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.BarFiles.Bar;
import io.tapelake.jobs.verify.Finding;
import io.tapelake.jobs.verify.Finding.Kind;
import io.tapelake.jobs.verify.VerifyJob;
import io.tapelake.jobs.verify.VerifyReport;
import io.tapelake.jobs.verify.VerifyRequest;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records of files that overlap: merged, in conflict, twins. What is in the tables of each file is still proved. */
class OverlapVerifyTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    private static VerifyReport verify(TestLake lake, String files) {
        return VerifyJob.of(TestSpark.session(), lake.root().toString(), lake.config())
                .verify(new VerifyRequest("latest", Optional.empty(), Optional.empty(), Optional.ofNullable(files)));
    }

    @Test
    void mergedAndConflictingRecordsAreSettledAgainAndAWrongCountIsNamed() throws IOException {
        Random random = new Random(5);
        List<Path> files = new ArrayList<>();
        for (int f = 0; f < 4; f++) {
            List<Bar> bars = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                // Few minutes and few values: equal, conflicting and twin records all happen.
                bars.add(new Bar(random.nextBoolean() ? "AAA" : "BBB", random.nextInt(12), 10 + random.nextInt(3)));
            }
            files.add(BarFiles.write(folder.resolve("part" + f + ".dbn.zst"), 16 + f, bars));
        }
        TestLake lake = TestLake.in(folder.resolve("lake"));
        // Two by two: the rows of the first two are taken over, and settled with the files.
        lake.ingest(files.get(3), files.get(0));
        lake.ingest(files.get(1), files.get(2));
        assertThat(lake.rows(Tables.INGESTED_FILES)
                        .selectExpr("sum(merged)", "sum(quarantined)")
                        .first()
                        .mkString(","))
                .as("records merged, and in conflict")
                .doesNotContain("null")
                .doesNotStartWith("0,")
                .doesNotEndWith(",0");

        VerifyReport clean = verify(lake, null);
        assertThat(clean.findings()).isEmpty();
        assertThat(clean.filesProved()).isEqualTo(4);
        assertThat(clean.records()).isEqualTo(160).isGreaterThan(clean.rows());
        assertThat(verify(lake, "*part1*").findings()).isEmpty();
        assertThat(verify(lake, "*part1*").files()).isEqualTo(1);

        // The file that goes before all others is gone: its rows stand for it, and the others are still proved.
        Path aside = Files.move(files.get(3), folder.resolve("aside"));
        assertThat(verify(lake, null).findings())
                .extracting(Finding::kind, Finding::subject)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        Kind.FILE_GONE, files.get(3).toString()));
        Files.move(aside, files.get(3));

        TestSpark.session()
                .sql("UPDATE delta.`" + lake.root().resolve("ingested_files")
                        + "` SET by_date = regexp_replace(by_date, '\\\\d+,(\\\\d+,\\\\d+)\\\\]', '0,$1]'), merged = 0"
                        + " WHERE path LIKE '%part0%'");
        long version = TestSpark.session()
                .sql("DESCRIBE HISTORY delta.`" + lake.root().resolve("ingested_files") + "` LIMIT 1")
                .first()
                .<Long>getAs("version");
        TestSpark.session()
                .sql("UPDATE delta.`" + lake.root().resolve("runs")
                        + "` SET table_versions = map_concat(map_filter(table_versions, (k, v) -> k <> 'ingested_files'),"
                        + " map('ingested_files', " + version + "L))");
        assertThat(verify(lake, null).findings())
                .isNotEmpty()
                .allMatch(f -> f.kind() == Kind.LEDGER
                        && f.subject().equals(files.get(0).toString()))
                .anyMatch(f -> f.detail().contains("merged"));
    }
}
