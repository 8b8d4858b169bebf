package io.tapelake.jobs.verify;

import java.io.Serializable;
import java.util.Arrays;

/** What some rows of a table are checked by: how many there are, a sum per column, and a sum over whole rows. Mutable. */
final class ColumnSums implements Serializable {

    private static final long serialVersionUID = 1L;

    private final long[] sums;
    private long rows;

    /** @param length as {@link RowHash#length()} says */
    ColumnSums(int length) {
        this.sums = new long[length];
    }

    /** Adds a row: its hashes from a place in an array on. */
    void add(long[] hashes, int from) {
        rows++;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += hashes[from + i];
        }
    }

    ColumnSums plus(ColumnSums other) {
        rows += other.rows;
        for (int i = 0; i < sums.length; i++) {
            sums[i] += other.sums[i];
        }
        return this;
    }

    long rows() {
        return rows;
    }

    /** The sum at a place. */
    long at(int place) {
        return sums[place];
    }

    boolean same(ColumnSums other) {
        return rows == other.rows && Arrays.equals(sums, other.sums);
    }
}
