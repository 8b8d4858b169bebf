package io.tapelake.cli.lake;

import io.tapelake.index.Filter;
import io.tapelake.index.ResetPointIndex;
import io.tapelake.index.ResetPointQuery;
import io.tapelake.index.ResetPointRecord;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.LakeRun;
import java.io.PrintWriter;
import java.util.List;

/** The best selected reset points of the complete dates of a run as a table. */
public final class TopResetPoints {

    private static final List<String> SHOWN = List.of(
            "decision_ts",
            "symbol",
            "detector",
            "direction",
            "phase",
            "setup_quality",
            "price",
            "hindsight_mfe_15m",
            "hindsight_mae_15m");

    private TopResetPoints() {}

    /** Prints the first {@code count} selected points by setup quality; returns how many there were. */
    public static int print(LakeRun run, int count, PrintWriter out) {
        RowOutput output = RowFormat.TABLE.open(
                out, SHOWN.stream().map(ResetColumns::pretty).toList());
        List<ResetPointRecord> best = run.has(Tables.RESET_POINTS)
                ? ResetPointIndex.open(run)
                        .find(ResetPointQuery.selected()
                                .where(Filter.known("setup_quality"))
                                .top(count)
                                .columns(SHOWN))
                        .toList()
                : List.of();
        best.forEach(point -> output.row(SHOWN.stream().map(point::value).toList()));
        output.end();
        return best.size();
    }
}
