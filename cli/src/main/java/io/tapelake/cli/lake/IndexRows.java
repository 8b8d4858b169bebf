package io.tapelake.cli.lake;

import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Prints what a query over the index found. */
final class IndexRows {

    private IndexRows() {}

    /**
     * Prints rows until there are no more or nobody reads on, and closes them.
     *
     * @param value the value of a row in a column
     * @return whether there was a row
     */
    static <T> boolean print(
            Stream<T> rows,
            RowFormat format,
            PrintWriter out,
            List<ShownColumn> columns,
            BiFunction<T, String, Object> value) {
        RowOutput output = format.open(out, columns);
        boolean found = false;
        try (rows) {
            boolean read = true;
            for (Iterator<T> each = rows.iterator(); read && each.hasNext(); ) {
                T row = each.next();
                // Values may be null: List.of and copyOf would refuse them.
                read = output.row(columns.stream()
                        .map(column -> value.apply(row, column.name()))
                        .toList());
                found = true;
            }
        }
        output.end();
        return found;
    }
}
