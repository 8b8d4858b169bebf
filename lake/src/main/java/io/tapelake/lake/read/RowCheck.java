package io.tapelake.lake.read;

import static org.apache.parquet.filter2.predicate.FilterApi.and;
import static org.apache.parquet.filter2.predicate.FilterApi.binaryColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.eq;
import static org.apache.parquet.filter2.predicate.FilterApi.gtEq;
import static org.apache.parquet.filter2.predicate.FilterApi.intColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.longColumn;
import static org.apache.parquet.filter2.predicate.FilterApi.ltEq;
import static org.apache.parquet.filter2.predicate.FilterApi.or;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Condition.NumberBetween;
import io.tapelake.lake.read.Condition.TextBetween;
import io.tapelake.lake.read.Condition.TextIn;
import java.time.LocalDate;
import org.apache.parquet.filter2.predicate.FilterPredicate;
import org.apache.parquet.filter2.predicate.Operators.BinaryColumn;
import org.apache.parquet.filter2.predicate.Operators.IntColumn;
import org.apache.parquet.filter2.predicate.Operators.LongColumn;
import org.apache.parquet.io.api.Binary;

/** A condition at its three doors: the file list, the Parquet reader, the row. */
final class RowCheck {

    /** More texts than this are pushed down as their range: a long chain of alternatives costs more than it skips. */
    private static final int MOST_ALTERNATIVES = 64;

    private final Condition condition;
    private final LakeType type;
    private final boolean onPartition;

    private RowCheck(Condition condition, LakeType type, boolean onPartition) {
        this.condition = condition;
        this.type = type;
        this.onPartition = onPartition;
    }

    static RowCheck of(Condition condition, LakeTable table) {
        LakeType type = table.column(condition.column()).type();
        boolean text = !(condition instanceof NumberBetween);
        boolean fits = text ? type == LakeType.STRING : Vector.Storage.of(type) == Vector.Storage.LONGS;
        if (!fits || type == LakeType.BOOLEAN) {
            throw new LakeException("column '" + condition.column() + "' of table '" + table.name() + "' is "
                    + type.sql() + "; a condition on " + (text ? "text needs STRING" : "a whole number cannot use it"));
        }
        boolean onPartition =
                table.partitionColumn().filter(condition.column()::equals).isPresent();
        return new RowCheck(condition, type, onPartition);
    }

    String column() {
        return condition.column();
    }

    /** True if the partition alone decides, so that rows need not be looked at. */
    boolean onPartition() {
        return onPartition;
    }

    /** False only if no row of the file can pass. */
    boolean mayPass(DataFile file) {
        if (onPartition) {
            return type == LakeType.DATE
                    ? passes(LocalDate.parse(file.partitionValue()).toEpochDay())
                    : passes(file.partitionValue());
        }
        if (condition instanceof NumberBetween numbers) {
            // Bounds of dates and prices are written as such; only whole numbers can be compared as text here.
            return type != LakeType.BIGINT || file.mayHoldNumber(numbers.column(), numbers.from(), numbers.to());
        }
        if (condition instanceof TextIn texts) {
            return texts.allowed().stream().anyMatch(text -> file.mayHoldText(texts.column(), text, text));
        }
        TextBetween range = (TextBetween) condition;
        return file.mayHoldText(range.column(), range.from(), range.to());
    }

    boolean passes(Vector vector, int row) {
        if (vector.nulls[row]) {
            return false;
        }
        return vector.longs != null ? passes(vector.longs[row]) : passes((String) vector.objects[row]);
    }

    private boolean passes(long value) {
        NumberBetween numbers = (NumberBetween) condition;
        return value >= numbers.from() && value <= numbers.to();
    }

    private boolean passes(String value) {
        return condition instanceof TextIn texts
                ? texts.allowed().contains(value)
                : value.compareTo(((TextBetween) condition).from()) >= 0
                        && value.compareTo(((TextBetween) condition).to()) <= 0;
    }

    /** What the Parquet reader is told. */
    FilterPredicate pushDown() {
        if (condition instanceof NumberBetween numbers) {
            return pushDown(numbers);
        }
        BinaryColumn texts = binaryColumn(condition.column());
        if (condition instanceof TextIn in && in.allowed().size() <= MOST_ALTERNATIVES) {
            return in.allowed().stream()
                    .map(text -> (FilterPredicate) eq(texts, Binary.fromString(text)))
                    .reduce((a, b) -> or(a, b))
                    .orElseThrow();
        }
        TextBetween range = condition instanceof TextIn in ? rangeOf(in) : (TextBetween) condition;
        return and(gtEq(texts, Binary.fromString(range.from())), ltEq(texts, Binary.fromString(range.to())));
    }

    private FilterPredicate pushDown(NumberBetween numbers) {
        if (type == LakeType.INT || type == LakeType.DATE) {
            IntColumn ints = intColumn(numbers.column());
            int from = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, numbers.from()));
            int to = (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, numbers.to()));
            return and(gtEq(ints, from), ltEq(ints, to));
        }
        LongColumn longs = longColumn(numbers.column());
        return and(gtEq(longs, numbers.from()), ltEq(longs, numbers.to()));
    }

    private static TextBetween rangeOf(TextIn in) {
        return new TextBetween(in.column(), in.allowed().first(), in.allowed().last());
    }
}
