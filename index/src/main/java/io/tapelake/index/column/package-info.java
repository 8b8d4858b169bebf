/**
 * Months of a table in memory, column by column. Not for use outside of {@code index}.
 *
 * <p>Begin with {@link io.tapelake.index.column.MonthlyColumns}. A value is held as a code, a whole number: 0 stands for null, and
 * within one month codes have the order of the values they stand for. So every condition is a range or a set of codes, and every
 * order is an order of codes.
 */
package io.tapelake.index.column;
