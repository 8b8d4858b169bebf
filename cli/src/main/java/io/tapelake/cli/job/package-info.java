/**
 * The commands that run Spark, each a thin shell over a job of the module {@code jobs}. Begin with {@link
 * io.tapelake.cli.job.CommandSession}, which opens the Spark session of a command.
 *
 * <p>Fields and method signatures of the command classes name no Spark type: every start of {@code tapelake} reads
 * these classes to print the help, and would load Spark with them.
 */
package io.tapelake.cli.job;
