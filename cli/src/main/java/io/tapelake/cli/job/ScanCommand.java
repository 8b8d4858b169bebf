package io.tapelake.cli.job;

import io.tapelake.cli.ExitCode;
import io.tapelake.config.LoadOptions;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.scan.ScanReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake scan}: day statistics and the day index from the tables of a lake. */
@Command(
        name = "scan",
        description =
                "Compute day_stats and day_index for the dates that changed since the last scan, and publish them."
                        + " A change of the configuration scans every date again.")
public final class ScanCommand implements Callable<Integer> {

    @Option(
            names = "--source-order",
            paramLabel = "SCHEMA,...",
            description = "Schemas for prices and volumes, best first; instead of scan.source-order.")
    private String sourceOrder;

    @Option(
            names = "--quote-order",
            paramLabel = "SCHEMA,...",
            description = "Schemas for the spread, best first; instead of scan.quote-order.")
    private String quoteOrder;

    @Mixin
    private JobOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        List<LoadOptions.Setting> settings = new ArrayList<>();
        if (sourceOrder != null) {
            settings.add(new LoadOptions.Setting("scan.source-order", sourceOrder, "--source-order"));
        }
        if (quoteOrder != null) {
            settings.add(new LoadOptions.Setting("scan.quote-order", quoteOrder, "--quote-order"));
        }
        TapelakeConfig config = options.config(settings.toArray(LoadOptions.Setting[]::new));
        ScanReport report;
        try (SparkSession spark = CommandSession.open("tapelake scan", config.spark())) {
            LakeJobs jobs = LakeJobs.on(spark, config.lake().path(), config, Clock.systemUTC());
            report = SparkProgress.during("scan", spark, config.progress(), jobs::scan);
        }
        print(report, spec.commandLine().getOut());
        return ExitCode.OK;
    }

    static void print(ScanReport report, PrintWriter out) {
        if (report.dates().isEmpty()) {
            out.println("nothing has changed since the last scan");
            return;
        }
        out.printf(
                Locale.ROOT,
                "%d symbol-days on %d dates from %s to %s; %d momentum days in the months written%n",
                report.symbolDays(),
                report.dates().size(),
                report.dates().get(0),
                report.dates().get(report.dates().size() - 1),
                report.momentumDays());
    }
}
