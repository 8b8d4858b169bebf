package io.tapelake.cli.job;

import io.tapelake.config.ProgressConfig;
import java.util.function.Supplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.SparkSession;

/** A progress bar over the tasks of a Spark job on the terminal. Silent where it would only spoil a log. */
final class SparkProgress extends SparkListener {

    private final ProgressBar bar;

    private SparkProgress(ProgressBar bar) {
        this.bar = bar;
    }

    /** Does work and shows its progress meanwhile. */
    static <T> T during(String task, SparkSession spark, ProgressConfig config, Supplier<T> work) {
        if (!isShown(config)) {
            return work.get();
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(0)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(200)
                .build()) {
            SparkProgress progress = new SparkProgress(bar);
            spark.sparkContext().addSparkListener(progress);
            try {
                return work.get();
            } finally {
                spark.sparkContext().removeSparkListener(progress);
                // Stages that Spark could skip were counted too.
                bar.maxHint(bar.getCurrent());
            }
        }
    }

    /** True if progress bars are to be shown. */
    static boolean isShown(ProgressConfig config) {
        return switch (config.bars()) {
            case ALWAYS -> true;
            case NEVER -> false;
            // Set by bin/tapelake: from Java 22 on a process without a terminal has a console too.
            case AUTO -> Boolean.getBoolean("tapelake.terminal");
        };
    }

    @Override
    public void onJobStart(SparkListenerJobStart start) {
        long tasks = 0;
        for (StageInfo stage : scala.jdk.javaapi.CollectionConverters.asJava(start.stageInfos())) {
            tasks += stage.numTasks();
        }
        bar.maxHint(bar.getMax() + tasks);
        String description =
                start.properties() == null ? null : start.properties().getProperty("spark.job.description");
        bar.setExtraMessage(
                description == null ? "" : " " + description.lines().findFirst().orElse(""));
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        bar.step();
    }
}
