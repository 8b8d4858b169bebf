package io.tapelake.index;

import io.tapelake.index.column.Codes;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.MonthlyColumns;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Which day a reset point belongs to, by the row of the day in its month; found once for a month. Thread-safe. */
final class DayJoin {

    private final MonthlyColumns days;
    private final Map<String, Codes> dayRows = new ConcurrentHashMap<>();

    DayJoin(MonthlyColumns days) {
        this.days = days;
    }

    /** Takes out of the rows of a month of points those whose day is not among some. */
    void retain(MonthRows points, BitSet rows, Map<MonthRows, BitSet> found) {
        Optional<MonthRows> month = days.month(points.month());
        BitSet ofMonth = month.map(found::get).orElse(null);
        if (ofMonth == null || ofMonth.isEmpty()) {
            rows.clear();
            return;
        }
        Codes dayOf = dayRows.computeIfAbsent(points.month(), name -> dayRows(points, month.get()));
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            long day = dayOf.at(row);
            if (day == 0 || !ofMonth.get((int) day - 1)) {
                rows.clear(row);
            }
        }
    }

    long heapBytes() {
        return dayRows.values().stream().mapToLong(Codes::heapBytes).sum();
    }

    /** By row of a point, the row of its day plus one; 0 if there is none. Points of a day are neighbours. */
    private static Codes dayRows(MonthRows points, MonthRows days) {
        int size = points.size();
        long[] dayRows = new long[size];
        for (int row = 0; row < size; ) {
            var day = KeySearch.day(points, row);
            int end = Math.max(row + 1, KeySearch.rows(points, day).to());
            KeySearch.Range found = KeySearch.rows(days, day);
            java.util.Arrays.fill(dayRows, row, end, found.isEmpty() ? 0 : found.from() + 1L);
            row = end;
        }
        return Codes.pack(dayRows, size);
    }
}
