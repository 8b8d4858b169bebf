package io.tapelake.lake.read;

/** Reads the next rows of one column. */
interface ColumnFiller {

    /**
     * Reads the next {@code rows} rows and puts those that are kept into the first places of a vector.
     *
     * @param keep which to keep; null for all
     */
    void fill(Vector into, int rows, boolean[] keep);
}
