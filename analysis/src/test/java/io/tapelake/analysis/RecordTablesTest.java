package io.tapelake.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.Tables;
import io.tapelake.scanner.DayIndexRow;
import io.tapelake.scanner.DayLookback;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.RecordColumns;
import io.tapelake.scanner.reset.ResetPoint;
import io.tapelake.scanner.score.DayScore;
import io.tapelake.scanner.score.DayStory;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scanner's records and the lake's tables name the same columns, of the same types, absent where null is allowed. */
class RecordTablesTest {

    /** A column as both sides can say it. */
    private record Said(String name, String type, boolean nullable) {}

    private static List<Said> said(List<RecordColumns<?>> records) {
        return records.stream()
                .map(RecordColumns::columns)
                .flatMap(Collection::stream)
                .map(c -> new Said(c.name(), c.type().name(), c.nullable()))
                .toList();
    }

    /** The columns of a table in its order, without those that the job adds. */
    private static List<Said> said(LakeTable table, String... ofTheJob) {
        List<String> without = Stream.concat(Stream.of("trade_month", "run_id"), Stream.of(ofTheJob))
                .toList();
        return table.columns().stream()
                .filter(c -> !without.contains(c.name()))
                .map(c -> new Said(c.name(), inMemory(c.type()).name(), c.nullable()))
                .toList();
    }

    private static LakeType inMemory(LakeType type) {
        return type == LakeType.FLOAT ? LakeType.DOUBLE : type;
    }

    @Test
    void dayStats() {
        assertThat(said(Tables.DAY_STATS, "covered_until_ns", "state"))
                .containsExactlyInAnyOrderElementsOf(
                        said(List.of(RecordColumns.of(DayStats.class), RecordColumns.of(DayLookback.class))));
    }

    @Test
    void dayIndex() {
        List<Said> index = said(List.of(RecordColumns.of(DayIndexRow.class)));
        List<Said> rest = said(List.of(RecordColumns.of(DayScore.class), RecordColumns.of(DayStory.class)));
        assertThat(said(Tables.DAY_INDEX, "file_ids", "state"))
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(index.stream(), rest.stream()).toList());
    }

    @Test
    void resetPoints() {
        assertThat(said(Tables.RESET_POINTS, "decision_ts", "state"))
                .containsExactlyInAnyOrderElementsOf(said(List.of(RecordColumns.of(ResetPoint.class))));
    }
}
