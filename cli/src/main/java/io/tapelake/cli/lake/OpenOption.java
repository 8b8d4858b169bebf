package io.tapelake.cli.lake;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.OpenDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The option that shows dates of which more data may come. Without it they are left out, and standard error says so. */
final class OpenOption {

    private static final int NAMED = 3;

    @Option(names = "--open", description = "Show open dates too: those of which more data may come.")
    private boolean shown;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** True if open dates are to be shown. */
    boolean shown() {
        return shown;
    }

    /** Says which dates are left out, if any. */
    void note(LakeRun run) {
        if (shown || run.openDays().isEmpty()) {
            return;
        }
        List<LocalDate> open = List.copyOf(run.openDays().byDate().keySet());
        String dates = open.size() <= NAMED
                ? open.stream().map(LocalDate::toString).collect(Collectors.joining(", "))
                : open.size() + " dates from " + open.get(0) + " to " + open.get(open.size() - 1);
        spec.commandLine()
                .getErr()
                .println("left out as open, more data may come: " + dates + "; --open shows "
                        + (open.size() == 1 ? "it" : "them"));
    }

    /** A condition in SQL that holds for rows that are to be shown; empty if every row is. */
    Optional<String> condition(LakeRun run, LakeTable table) {
        if (shown || !OpenDays.concerns(table)) {
            return Optional.empty();
        }
        List<String> hidden = new ArrayList<>();
        run.openDays()
                .byDate()
                .forEach((date, datasets) -> hidden.add("trade_date = DATE '" + date + "' AND dataset IN ("
                        + datasets.stream().map(LakeSql::literal).collect(Collectors.joining(", ")) + ")"));
        if (table.columnNames().contains("state")) {
            hidden.add("coalesce(state, '') = '" + OpenDays.STATE + "'");
        }
        return hidden.isEmpty() ? Optional.empty() : Optional.of("NOT (" + String.join(" OR ", hidden) + ")");
    }
}
