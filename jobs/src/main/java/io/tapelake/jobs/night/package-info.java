/**
 * What a night says of itself: its report, its numbers, the metrics file, and how a backfill is cut. Begin with
 * {@link io.tapelake.jobs.night.NightReport}.
 */
package io.tapelake.jobs.night;
