/**
 * DBN files as a columnar Spark data source. Begin with {@link io.tapelake.spark.dbn.DbnSource}; which columns a schema
 * has is in {@code Columns}, planning in {@code ScanPlan}, reading in {@code DbnBatchReader}.
 *
 * <p>The driver reads the metadata of files and nothing behind it. A task reads one file, or some zstd frames of one,
 * copies the wanted records into a block, and fills the arrays of each column from the block.
 */
package io.tapelake.spark.dbn;
