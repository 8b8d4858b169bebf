package io.tapelake.spark.dbn;

/** Told of every value that has no place in its column; throws, or lets the value become null. */
@FunctionalInterface
interface Complaint {
    /**
     * @param row row of the block
     * @param reason one of the reasons of {@link io.tapelake.databento.dbn.RecordCheck}
     * @param column column of the data frame
     * @param value the value as the record has it
     */
    void about(int row, String reason, String column, String value);
}
