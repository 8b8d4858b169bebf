package io.tapelake.cli.lake;

import java.io.PrintWriter;
import java.util.List;

/** The forms in which rows are printed. */
enum RowFormat {
    /** Aligned text for people: prices without trailing zeros, times in New York. */
    TABLE {
        @Override
        RowOutput open(PrintWriter out, List<ShownColumn> columns) {
            return new TextTable(out, columns);
        }
    },
    /** One JSON object per line: integers and prices exact, times UTC. */
    JSON {
        @Override
        RowOutput open(PrintWriter out, List<ShownColumn> columns) {
            return new JsonLines(out, columns);
        }
    },
    /** Comma-separated values after RFC 4180: a header, lines ended by CR LF, null empty and an empty text as "". */
    CSV {
        @Override
        RowOutput open(PrintWriter out, List<ShownColumn> columns) {
            return new CsvLines(out, columns);
        }
    };

    abstract RowOutput open(PrintWriter out, List<ShownColumn> columns);
}
