/**
 * Gives space back: removes the data files that no retained run needs. {@link io.tapelake.jobs.maintain.MaintainJob} is the
 * type to begin with.
 */
package io.tapelake.jobs.maintain;
