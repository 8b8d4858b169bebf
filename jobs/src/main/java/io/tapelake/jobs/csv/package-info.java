/**
 * Bars in CSV files, laid out {@code {interval}/{SYMBOL}-{interval}.csv}. Begin with {@link io.tapelake.jobs.csv.CsvBarReader};
 * what a file holds is said by its place, {@link io.tapelake.jobs.csv.CsvBarName}. Without Spark.
 */
package io.tapelake.jobs.csv;
