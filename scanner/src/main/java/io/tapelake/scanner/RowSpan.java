package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import java.util.BitSet;

/** What is counted of every row, whatever its kind: how many, from when to when, of how many publishers. */
final class RowSpan {
    private final String schema;
    private final DaySessions sessions;
    private final BitSet publishers = new BitSet();
    private long rows;
    private long firstIndexNs = DayStats.ABSENT;
    private long lastIndexNs = DayStats.ABSENT;
    private long outOfSessionRows;

    /** {@code sessions} may be null: then no row is known to be out of them. */
    RowSpan(String schema, DaySessions sessions) {
        this.schema = schema;
        this.sessions = sessions;
    }

    void row(long indexNs, int publisher) {
        if (indexNs < lastIndexNs && rows > 0) {
            throw new IllegalArgumentException(schema + " rows must come in order of their index timestamp, but "
                    + indexNs + " follows " + lastIndexNs + "; sort the rows of a symbol-day before folding them");
        }
        if (rows == 0) {
            firstIndexNs = indexNs;
        }
        lastIndexNs = indexNs;
        rows++;
        if (sessions != null && (indexNs < sessions.preOpenNs() || indexNs >= sessions.postCloseNs())) {
            outOfSessionRows++;
        }
        publishers.set(publisher);
    }

    long rows() {
        return rows;
    }

    long firstIndexNs() {
        return firstIndexNs;
    }

    long lastIndexNs() {
        return lastIndexNs;
    }

    long outOfSessionRows() {
        return sessions == null ? DayStats.ABSENT : outOfSessionRows;
    }

    int publisherCount() {
        return publishers.cardinality();
    }
}
