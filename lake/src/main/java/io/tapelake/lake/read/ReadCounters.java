package io.tapelake.lake.read;

/**
 * What a read cost so far.
 *
 * @param filesOpened files that were opened
 * @param rowsInFiles rows those files hold
 * @param rowsTouched rows in pages that the Parquet reader went through, after the page index left out the others
 * @param rowsReturned rows that passed every condition
 */
public record ReadCounters(int filesOpened, long rowsInFiles, long rowsTouched, long rowsReturned) {

    static final ReadCounters NONE = new ReadCounters(0, 0, 0, 0);

    ReadCounters plus(ReadCounters other) {
        return new ReadCounters(
                filesOpened + other.filesOpened,
                rowsInFiles + other.rowsInFiles,
                rowsTouched + other.rowsTouched,
                rowsReturned + other.rowsReturned);
    }
}
