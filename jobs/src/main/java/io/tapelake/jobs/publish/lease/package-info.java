/**
 * One writer per lake. {@link io.tapelake.jobs.publish.lease.Lease} is the type to begin with: whoever writes holds it, and
 * asks it before every durable write.
 */
package io.tapelake.jobs.publish.lease;
