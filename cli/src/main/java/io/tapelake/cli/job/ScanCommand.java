package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.config.LoadOptions;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.LakeJobs;
import io.tapelake.jobs.scan.ScanReport;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tapelake scan}: day statistics and the day index from the tables of a lake. */
@Command(
        name = "scan",
        description = {
            "Compute day_stats, day_index and reset_points for the dates that changed since the last scan and those that"
                    + " look back at them, and publish them. A change of the configuration scans every date again;"
                    + " after a change of the code use --again.",
            "With --out: a what-if scan of a range of a published run into a lake-shaped folder of its own. The lake is not"
                    + " touched, and days --lake FOLDER shows the result.",
            "Example: tapelake scan --lake lake --config bold.conf --from 2025-03-03 --to 2025-03-14 --out /tmp/bold"
        })
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

    @Option(names = "--again", description = "Scan every date again, as after an upgrade of Tapelake.")
    private boolean again;

    @ArgGroup(exclusive = false, heading = "A what-if scan:%n")
    private WhatIf whatIf;

    @Mixin
    private JobOptions options;

    @Spec
    private CommandSpec spec;

    /** What a what-if scan needs. */
    static final class WhatIf {
        @Option(
                names = "--out",
                required = true,
                paramLabel = "FOLDER",
                description = "Where its tables go: a folder that does not exist, or that of an earlier what-if scan.")
        private String out;

        @Option(names = "--from", required = true, paramLabel = "DATE", description = "First trade date.")
        private LocalDate from;

        @Option(names = "--to", required = true, paramLabel = "DATE", description = "Last trade date.")
        private LocalDate to;

        @Option(
                names = "--run",
                paramLabel = "RUN",
                defaultValue = "latest",
                description = "The run to read (default: ${DEFAULT-VALUE}).")
        private String run;
    }

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
            report = SparkProgress.during("scan", spark, config.progress(), () -> scan(jobs));
        }
        ScanLines.print(report, spec.commandLine().getOut());
        return report.failures().isEmpty() ? ExitCode.OK : ExitCode.QUARANTINED;
    }

    private ScanReport scan(LakeJobs jobs) {
        if (whatIf == null) {
            return again ? jobs.scanAgain() : jobs.scan();
        }
        if (again) {
            throw CommandException.usage(
                    "--again is for the lake itself; a what-if scan (--out) always scans its dates");
        }
        if (whatIf.from.isAfter(whatIf.to)) {
            throw CommandException.usage(
                    "--from " + whatIf.from + " is after --to " + whatIf.to + "; give a range of trade dates");
        }
        return jobs.whatIf(whatIf.run, whatIf.from, whatIf.to, whatIf.out);
    }
}
