package io.tapelake.jobs.verify;

import org.apache.spark.unsafe.types.UTF8String;

/** The values of one row by the place of their column in the table, wherever the row comes from. */
interface RowValues {

    /** True if the row has no value of the column. */
    boolean isNull(int column);

    /** A value that is not text: a date as days, a timestamp as microseconds, a price in units of 1e-9. */
    long number(int column);

    /** A text value. */
    UTF8String text(int column);
}
