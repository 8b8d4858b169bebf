package io.tapelake.scanner;

import static io.tapelake.scanner.Fixture.DATE;
import static io.tapelake.scanner.Fixture.day;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.scanner.RecordColumns.Column;
import io.tapelake.scanner.RecordColumns.Type;
import io.tapelake.scanner.reset.ResetPoint;
import io.tapelake.scanner.score.DayScore;
import io.tapelake.scanner.score.DayStory;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordColumnsTest {
    private final RecordColumns<DayStats> columns = RecordColumns.of(DayStats.class);

    @Test
    void namesAndTypesFollowTheComponents() {
        assertThat(columns.columns())
                .contains(
                        new Column("trade_date", Type.DATE, false),
                        new Column("source_schema", Type.STRING, true),
                        new Column("publisher_count", Type.INT, true),
                        new Column("first_index_ns", Type.BIGINT, true),
                        new Column("reg_open", Type.PRICE, true),
                        new Column("vwap", Type.PRICE, true),
                        new Column("range_regular", Type.DOUBLE, true),
                        new Column("bars_1s", Type.BIGINT, true),
                        new Column("halt_starts_ns", Type.ARRAY_BIGINT, true),
                        new Column("cum_volume_5m", Type.ARRAY_BIGINT, true));
        assertThat(RecordColumns.of(DayLookback.class).columns()).contains(new Column("atr14", Type.PRICE, true));
    }

    @Test
    void unitsAreWordsOfTheirOwnWhereverTheyStand() {
        assertThat(RecordColumns.of(DayStory.class).columns())
                .contains(
                        new Column("best_15m_start_ns", Type.BIGINT, true),
                        new Column("rvol0935", Type.DOUBLE, true),
                        new Column("supports", Type.ARRAY_BIGINT, true));
        assertThat(RecordColumns.of(ResetPoint.class).columns())
                .contains(
                        new Column("atr_5m", Type.PRICE, true),
                        new Column("selected", Type.BOOLEAN, false),
                        new Column("hindsight_mfe_60m", Type.DOUBLE, true));
    }

    record Turn(@Always int direction, int count, boolean selected, @Always double share) {}

    @Test
    void aNumberThatIsAlwaysThereMayBeMinusOne() {
        RecordColumns<Turn> shape = RecordColumns.of(Turn.class);
        Turn down = new Turn(-1, -1, true, 0.5);
        assertThat(shape.toRow(down)).containsExactly(-1, null, true, 0.5);
        assertThat(shape.fromRow(shape.toRow(down))).isEqualTo(down);
        assertThatThrownBy(() -> shape.toRow(new Turn(1, 1, false, Double.NaN))).hasMessageContaining("share");
    }

    @Test
    void noColumnOfATableComesTwice() {
        List<String> names = List.of(DayStats.class, DayLookback.class).stream()
                .flatMap(type -> RecordColumns.of(type).columns().stream())
                .map(Column::name)
                .toList();
        assertThat(names).doesNotHaveDuplicates();
        List<String> index = List.of(DayIndexRow.class, DayScore.class, DayStory.class).stream()
                .flatMap(type -> RecordColumns.of(type).columns().stream())
                .map(Column::name)
                .toList();
        assertThat(index).doesNotHaveDuplicates();
    }

    @Test
    void absentValuesBecomeNullAndBack() {
        DayStats empty = Fixture.fold().finish();
        Object[] row = columns.toRow(empty);
        Set<String> present = Set.of("trade_date", "dataset", "symbol", "regular_end", "quality_flags");
        for (int i = 0; i < row.length; i++) {
            String name = columns.columns().get(i).name();
            assertThat(row[i] != null).as(name).isEqualTo(present.contains(name));
        }
        assertThat(columns.fromRow(row)).isEqualTo(empty);
    }

    @Test
    void everyRecordSurvivesTheWayToARowAndBack() {
        DayStats stats = day(DATE, "10", "12", "9", "11", 1_000_000);
        assertThat(columns.fromRow(columns.toRow(stats))).isEqualTo(stats);
        ScannedDay scanned = Fixture.SCANNER.history(List.of()).next(stats);
        RecordColumns<DayLookback> lookback = RecordColumns.of(DayLookback.class);
        assertThat(lookback.fromRow(lookback.toRow(scanned.lookback().measures())))
                .isEqualTo(scanned.lookback().measures());
        RecordColumns<DayIndexRow> index = RecordColumns.of(DayIndexRow.class);
        DayIndexRow row =
                DayIndexRow.of(DayKind.MOMENTUM, 1, stats, scanned.lookback().measures());
        assertThat(index.fromRow(index.toRow(row))).isEqualTo(row);
    }

    @Test
    void pricesAreDecimalsWithNineDigits() {
        Object[] row = columns.toRow(day(DATE, "10.5", "12", "9", "11", 100));
        int at = columns.columns().stream().map(Column::name).toList().indexOf("reg_open");
        assertThat(row[at]).isEqualTo(new BigDecimal("10.500000000"));
    }

    @Test
    void rowsThatDoNotFitAreErrorsThatNameTheColumn() {
        Object[] row = columns.toRow(day(DATE, "10", "12", "9", "11", 100));
        assertThatThrownBy(() -> columns.fromRow(new Object[3])).hasMessageContaining("expected " + row.length);
        row[7] = "seven";
        assertThatThrownBy(() -> columns.fromRow(row)).hasMessageContaining("column rows is BIGINT");
        row[7] = 7L;
        row[2] = null;
        assertThatThrownBy(() -> columns.fromRow(row)).hasMessageContaining("column symbol must not be null");
    }

    /** The one place where the fields of the draft meet the components of the record by position. */
    @Test
    void everyFieldOfADraftReachesTheComponentOfItsName() throws ReflectiveOperationException {
        DayStatsDraft draft = new DayStatsDraft();
        int value = 100;
        for (Field field : DayStatsDraft.class.getDeclaredFields()) {
            value++;
            if (field.getType() == long.class) {
                field.setLong(draft, value);
            } else if (field.getType() == int.class) {
                field.setInt(draft, value);
            } else if (field.getType() == double.class) {
                field.setDouble(draft, value);
            } else if (field.getType() == String.class) {
                field.set(draft, "text " + value);
            } else if (field.getType() == LocalDate.class) {
                field.set(draft, LocalDate.ofEpochDay(value));
            } else if (field.getType() == List.class) {
                field.set(draft, List.of((long) value));
            }
        }
        DayStats stats = draft.build();
        Set<String> fields = Set.of(DayStatsDraft.class.getDeclaredFields()).stream()
                .map(Field::getName)
                .collect(Collectors.toSet());
        for (RecordComponent component : DayStats.class.getRecordComponents()) {
            if (component.getName().equals("qualityFlags")) {
                continue;
            }
            assertThat(fields).contains(component.getName());
            Field field = DayStatsDraft.class.getDeclaredField(component.getName());
            assertThat(component.getAccessor().invoke(stats))
                    .as(component.getName())
                    .isEqualTo(field.get(draft));
        }
    }
}
