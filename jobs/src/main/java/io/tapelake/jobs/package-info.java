/**
 * The batch jobs: files to tables ({@link io.tapelake.jobs.ingest.IngestJob}), tables to day statistics and the day index
 * ({@link io.tapelake.jobs.scan.ScanJob}). Begin with {@link io.tapelake.jobs.SparkSessions}, then one of the jobs.
 */
package io.tapelake.jobs;
