package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.RecordView;
import java.util.Arrays;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The records of one batch, copied side by side at a fixed stride, so that each column is filled by one loop over one
 * array. Only what the query reads is kept. Reused for every batch; not thread-safe.
 */
final class RecordBlock {
    /** Bytes of one record; 0 when no field is read. */
    final int stride;

    final byte[] bytes;
    /** Symbol by row, null for none; null if the query does not read symbols. */
    final UTF8String[] symbols;
    /** Why a row is not sound, null if it is; null if the query does not ask. */
    final String[] problems;

    final long[] recordIndexes;
    final long[] offsets;
    private final int capacity;
    private int rows;

    /**
     * @param stride bytes of a record to keep, 0 for none
     * @param capacity most rows
     */
    RecordBlock(int stride, int capacity, boolean withSymbols, boolean withProblems) {
        this.stride = stride;
        this.capacity = capacity;
        this.bytes = new byte[Math.multiplyExact(stride, capacity)];
        this.symbols = withSymbols ? new UTF8String[capacity] : null;
        this.problems = withProblems ? new String[capacity] : null;
        this.recordIndexes = new long[capacity];
        this.offsets = new long[capacity];
    }

    void clear() {
        rows = 0;
        if (problems != null) {
            Arrays.fill(problems, null);
        }
    }

    boolean isFull() {
        return rows == capacity;
    }

    int rows() {
        return rows;
    }

    int capacity() {
        return capacity;
    }

    /** Adds a row; the record must be at least {@code stride} bytes. */
    void add(RecordView record, UTF8String symbol, long recordIndex, long offset) {
        int row = rows++;
        if (stride > 0) {
            System.arraycopy(record.array(), record.arrayOffset(), bytes, row * stride, stride);
        }
        if (symbols != null) {
            symbols[row] = symbol;
        }
        recordIndexes[row] = recordIndex;
        offsets[row] = offset;
    }

    /** Notes why the row added last is not sound. */
    void problem(String reason) {
        problems[rows - 1] = reason;
    }
}
