package io.tapelake.lake.read;

import io.tapelake.lake.files.DataFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Values of the order columns of one row, or of a bound below all rows of a file. A bound may know only the first few columns;
 * what it does not know counts as smallest.
 */
record SortKey(List<Object> values) implements Comparable<SortKey> {

    /** The key of a row. */
    static SortKey of(ScanPlan plan, Vector[] vectors, int row) {
        List<Object> values = new ArrayList<>(plan.order().length);
        for (int at : plan.order()) {
            Vector vector = vectors[at];
            values.add(vector.longs != null ? (Object) vector.longs[row] : vector.objects[row]);
        }
        return new SortKey(values);
    }

    /** A key that no row of the file lies below. */
    static SortKey below(ScanPlan plan, DataFile file) {
        List<Object> values = new ArrayList<>();
        for (int at : plan.order()) {
            String smallest = file.smallest().get(plan.columns().get(at).name());
            if (smallest == null) {
                break;
            }
            values.add(
                    Vector.Storage.of(plan.columns().get(at).type()) == Vector.Storage.LONGS
                            ? (Object) Long.valueOf(smallest)
                            : smallest);
        }
        return new SortKey(values);
    }

    @Override
    public int compareTo(SortKey other) {
        int common = Math.min(values.size(), other.values.size());
        for (int i = 0; i < common; i++) {
            int order = values.get(i) instanceof String text
                    ? text.compareTo((String) other.values.get(i))
                    : Long.compare((Long) values.get(i), (Long) other.values.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(values.size(), other.values.size());
    }

    /** Compares a row with this key; negative when the row lies below. */
    static int compare(ScanPlan plan, Vector[] vectors, int row, SortKey key) {
        int[] order = plan.order();
        for (int i = 0; i < order.length; i++) {
            if (i == key.values.size()) {
                return 1;
            }
            Vector vector = vectors[order[i]];
            int found = vector.longs != null
                    ? Long.compare(vector.longs[row], (Long) key.values.get(i))
                    : ((String) vector.objects[row]).compareTo((String) key.values.get(i));
            if (found != 0) {
                return found;
            }
        }
        return 0;
    }

    /** Compares two rows of one batch. */
    static int compare(ScanPlan plan, Vector[] vectors, int a, int b) {
        for (int at : plan.order()) {
            Vector vector = vectors[at];
            int found;
            if (vector.longs != null) {
                found = Long.compare(vector.longs[a], vector.longs[b]);
            } else if (vector.objects[a] == vector.objects[b]) {
                found = 0; // the text cache makes neighbours identical
            } else {
                found = ((String) vector.objects[a]).compareTo((String) vector.objects[b]);
            }
            if (found != 0) {
                return found;
            }
        }
        return 0;
    }
}
