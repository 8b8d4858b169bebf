package io.tapelake.synthetic;

/**
 * The instrument ids of one symbol on one trade date: they change at midnight UTC.
 *
 * @param today the id on the UTC date of the trade date
 * @param tomorrow the id on the next UTC date
 * @param midnightNs the instant of the change
 */
record DayIds(int today, int tomorrow, long midnightNs) {
    int at(long indexNs) {
        return indexNs < midnightNs ? today : tomorrow;
    }
}
