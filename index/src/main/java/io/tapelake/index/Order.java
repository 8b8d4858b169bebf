package io.tapelake.index;

/**
 * A column that rows are ordered by. A row without a value comes last either way. Immutable.
 *
 * @param column its name; texts are ordered by their UTF-8 bytes
 * @param descending largest first
 */
record Order(String column, boolean descending) {

    static Order ascending(String column) {
        return new Order(column, false);
    }

    static Order descending(String column) {
        return new Order(column, true);
    }

    /** A code as a number that is the smaller the earlier it comes. */
    long place(long code) {
        return code == 0 ? Long.MAX_VALUE : descending ? -code : code;
    }
}
