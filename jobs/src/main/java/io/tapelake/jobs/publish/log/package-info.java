/**
 * How a commit gets into a table's log: so that of two processes that write the same version exactly one succeeds, on every
 * kind of store. {@link io.tapelake.jobs.publish.log.LinkLogStore} and
 * {@link io.tapelake.jobs.publish.log.ConditionalPutLogStore}; Delta makes them by name.
 */
package io.tapelake.jobs.publish.log;
