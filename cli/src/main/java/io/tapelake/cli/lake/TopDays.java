package io.tapelake.cli.lake;

import io.tapelake.index.DayIndex;
import io.tapelake.index.DayQuery;
import io.tapelake.index.DayRecord;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.SymbolDay;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The best days of a run as a table with a sparkline each. */
public final class TopDays {

    private static final int SPARK_WIDTH = 32;
    private static final List<String> COLUMNS = List.of(
            "trade_date", "symbol", "direction", "movement", "rvol", "dollar_volume", "day_close", "halt_count");

    private TopDays() {}

    /** Prints the first {@code count} days by movement; returns how many there were. */
    public static int print(LakeRun run, int count, PrintWriter out) {
        List<ShownColumn> columns = new ArrayList<>();
        COLUMNS.forEach(name -> DayColumns.main(DayQuery.DEFAULT_RANKING).stream()
                .filter(column -> column.name().equals(name))
                .forEach(columns::add));
        columns.add(new ShownColumn("price", "price over the day", false, String::valueOf));
        RowOutput output = RowFormat.TABLE.open(out, columns);
        List<DayRecord> best;
        try (Stream<DayRecord> days =
                DayIndex.open(run).find(DayQuery.all().top(count).columns(COLUMNS))) {
            best = days.toList();
        }
        for (DayRecord day : best) {
            List<Object> values = new ArrayList<>();
            COLUMNS.forEach(name -> values.add(day.value(name)));
            values.add(Sparkline.of(run, new SymbolDay(day.tradeDate(), day.dataset(), day.symbol()), SPARK_WIDTH));
            output.row(values);
        }
        output.end();
        return best.size();
    }
}
