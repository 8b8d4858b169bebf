/**
 * Reference data into the tables {@code corporate_actions} and {@code symbology}: CSV files and the JSON lines of Databento's
 * reference API. {@link io.tapelake.jobs.reference.ReferenceJob} is the type to begin with. What a line means and which of
 * several records of one thing holds is decided by classes without Spark.
 */
package io.tapelake.jobs.reference;
