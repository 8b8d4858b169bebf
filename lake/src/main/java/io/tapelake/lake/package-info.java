/**
 * The lake: every table's name, columns and layout, and the way to a consistent set of its files, without Spark.
 *
 * <p>Begin with {@link io.tapelake.lake.Tables}, the one place where a table or a column gets its name. Writers build
 * their schemas from it, and the pages in {@code docs/formats} are made from it.
 */
package io.tapelake.lake;
