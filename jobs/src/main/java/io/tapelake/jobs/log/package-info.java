/**
 * The fields of a line of the log: run, file, symbol, date. Begin with {@link io.tapelake.jobs.log.LogFields}.
 */
package io.tapelake.jobs.log;
