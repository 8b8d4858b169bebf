package io.tapelake.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.index.DayIndex;
import io.tapelake.index.DayQuery;
import io.tapelake.index.ResetPointIndex;
import io.tapelake.index.ResetPointQuery;
import io.tapelake.jobs.LakeViews;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.lake.read.LakeRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeViewsTest {

    @TempDir
    private Path folder;

    @Test
    void viewsShowTheRunWithoutOpenDates() throws IOException {
        SparkSession spark = TestSpark.interpreting();
        List<Path> files = WinterBars.write(folder.resolve("files"), 3, WinterBars.FIRST.plusDays(9));
        TestLake lake = TestLake.in(
                folder.resolve("lake"),
                "scan.lookback-days=3",
                "scan.momentum.movement-min=0.03",
                "scan.momentum.movement-alone=0.04",
                "scan.momentum.dollar-volume-min=1000");
        lake.jobs().nightly(files.stream().map(Path::toString).toList());
        LakeRun run = lake.run();
        assertThat(run.openDays().isEmpty()).isFalse();

        String shown = LakeViews.register(spark, folder.resolve("lake").toString());

        assertThat(shown).isEqualTo(run.id());
        assertThat(count(spark, "select count(*) from days"))
                .isEqualTo(DayIndex.open(run).count(DayQuery.all()))
                .isLessThan(DayIndex.open(run).count(DayQuery.all().withOpenDays()));
        assertThat(count(spark, "select count(*) from resets"))
                .isEqualTo(ResetPointIndex.open(run).count(ResetPointQuery.all()));
        String open = run.openDays().byDate().firstKey().toString();
        assertThat(count(spark, "select count(*) from bars where interval = '1m'"))
                .isPositive();
        assertThat(count(spark, "select count(*) from bars where trade_date = date '" + open + "'"))
                .isZero();
        assertThatThrownBy(
                        () -> LakeViews.register(spark, folder.resolve("lake").toString(), "nope"))
                .hasMessageContaining("no run 'nope'");
    }

    private static long count(SparkSession spark, String query) {
        return spark.sql(query).first().getLong(0);
    }
}
