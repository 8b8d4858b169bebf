package io.tapelake.lake.read;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.model.Prices;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.PriorityQueue;

/**
 * Rows of a scan, one after the other, values by the place of their column in the scan. Nothing is allocated per row.
 *
 * <p>A place is from 0 to the number of columns asked for, less one; another one throws {@link IndexOutOfBoundsException},
 * and so may a read before the first {@link #next()}. Not thread-safe. A damaged or missing file throws
 * {@link io.tapelake.lake.LakeException} from {@link #next()}, with its path.
 */
public final class RowCursor implements AutoCloseable {

    private final ScanPlan plan;
    private final boolean ordered;
    private final PriorityQueue<Source> waiting = new PriorityQueue<>();
    private Source current;
    private Vector[] vectors;
    private int row = -1;
    private int runEnd;
    private ReadCounters closed = ReadCounters.NONE;

    RowCursor(ScanPlan plan, List<DataFile> files, LakeStorage storage) {
        this.plan = plan;
        this.ordered = plan.order().length > 0;
        for (DataFile file : files) {
            waiting.add(new Source(plan, file, storage));
        }
    }

    /** Goes to the next row; false after the last. */
    public boolean next() {
        row++;
        return row < runEnd || nextRun();
    }

    /** A whole number: the value of an INT or BIGINT, 1 or 0 of a BOOLEAN, epoch day, microseconds, or price nanos. 0 or the undefined price for null. */
    public long longAt(int place) {
        return vectors[place].longs[row];
    }

    /** The value of a DOUBLE or FLOAT; NaN for null. */
    public double doubleAt(int place) {
        return vectors[place].doubles[row];
    }

    /** The value of a STRING, null for null. Equal texts of neighbouring rows of one file are the same object. */
    public String textAt(int place) {
        return (String) vectors[place].objects[row];
    }

    /** Whether there is no value. */
    public boolean isNullAt(int place) {
        return vectors[place].nulls[row];
    }

    /**
     * The value as an object: Integer, Long, Double, Boolean, String, LocalDate, Instant, BigDecimal (scale 9), byte[], an
     * unmodifiable List or Map, or null.
     */
    public Object valueAt(int place) {
        Vector vector = vectors[place];
        if (vector.nulls[row]) {
            return null;
        }
        return switch (column(place).type()) {
            case INT -> Math.toIntExact(vector.longs[row]);
            case BIGINT -> vector.longs[row];
            case BOOLEAN -> vector.longs[row] != 0;
            case DATE -> LocalDate.ofEpochDay(vector.longs[row]);
            case TIMESTAMP -> Instant.EPOCH.plus(vector.longs[row], ChronoUnit.MICROS);
            case PRICE -> Prices.toDecimal(vector.longs[row]);
            case DOUBLE, FLOAT -> vector.doubles[row];
            default -> vector.objects[row];
        };
    }

    /** The column at a place. */
    public LakeColumn column(int place) {
        return plan.columns().get(checked(place));
    }

    /** How many columns were asked for. */
    public int columnCount() {
        return plan.asked();
    }

    /**
     * The place of a column.
     *
     * @throws NoSuchElementException if it was not asked for
     */
    public int place(String column) {
        for (int i = 0; i < plan.asked(); i++) {
            if (plan.columns().get(i).name().equals(column)) {
                return i;
            }
        }
        throw new NoSuchElementException("column '" + column + "' was not asked for: "
                + plan.columns().subList(0, plan.asked()).stream()
                        .map(LakeColumn::name)
                        .toList());
    }

    /** True if values of this column are read by {@link #longAt}. */
    static boolean isLong(LakeType type) {
        return Vector.Storage.of(type) == Vector.Storage.LONGS;
    }

    /** What was read so far. */
    public ReadCounters counters() {
        ReadCounters sum = current == null ? closed : closed.plus(current.counters());
        for (Source source : waiting) {
            sum = sum.plus(source.counters());
        }
        return sum;
    }

    @Override
    public void close() {
        if (current != null) {
            retire(current);
            current = null;
        }
        for (Source source = waiting.poll(); source != null; source = waiting.poll()) {
            retire(source);
        }
    }

    /** Takes rows from the source with the smallest next row, up to the next row of any other. */
    private boolean nextRun() {
        if (current != null && goOn()) {
            return true;
        }
        while (!waiting.isEmpty()) {
            Source smallest = waiting.poll();
            if (!smallest.isOpen()) {
                if (smallest.open()) {
                    waiting.add(smallest);
                } else {
                    retire(smallest);
                }
                continue;
            }
            take(smallest);
            return true;
        }
        row = -1;
        runEnd = 0;
        return false;
    }

    private void take(Source source) {
        current = source;
        vectors = source.vectors();
        row = source.row();
        runEnd = source.runEnd(waiting.isEmpty() ? null : waiting.peek().head());
    }

    /** Stays with the current source if it still has the smallest row; otherwise puts it back or away. */
    private boolean goOn() {
        Source source = current;
        current = null;
        if (!source.advanceTo(runEnd)) {
            retire(source);
            return false;
        }
        if (!ordered || waiting.isEmpty() || source.compareTo(waiting.peek()) < 0) {
            take(source);
            return true;
        }
        waiting.add(source);
        return false;
    }

    private void retire(Source source) {
        closed = closed.plus(source.counters());
        source.close();
    }

    private int checked(int place) {
        if (place < 0 || place >= plan.asked()) {
            throw new IndexOutOfBoundsException("place " + place + " of " + plan.asked() + " columns");
        }
        return place;
    }
}
