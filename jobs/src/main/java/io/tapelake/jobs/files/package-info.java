/**
 * Local files for Hadoop, Spark and Delta without a process per file; begin with {@link io.tapelake.jobs.files.LocalFiles}.
 */
package io.tapelake.jobs.files;
