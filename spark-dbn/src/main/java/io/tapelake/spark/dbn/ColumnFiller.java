package io.tapelake.spark.dbn;

import org.apache.spark.sql.vectorized.ColumnVector;

/**
 * A vector and the loop that fills it from a block.
 *
 * @param vector the same object for every batch
 * @param loop reads the block and overwrites the vector
 */
record ColumnFiller(ColumnVector vector, Loop loop) {
    /** One pass over a block. */
    @FunctionalInterface
    interface Loop {
        void fill(RecordBlock block);
    }

    void fill(RecordBlock block) {
        loop.fill(block);
    }
}
