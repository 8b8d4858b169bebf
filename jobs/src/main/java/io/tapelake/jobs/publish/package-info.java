/**
 * The only place that writes tables. {@link io.tapelake.jobs.publish.WorkingRun} is the type to begin with: it starts from
 * what is published, collects the table versions of one run and makes them visible at the very end. Its commits go through
 * {@link io.tapelake.jobs.publish.LakeWriter}, which is the one writer of the lake.
 */
package io.tapelake.jobs.publish;
