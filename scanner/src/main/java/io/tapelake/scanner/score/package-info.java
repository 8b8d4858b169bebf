/**
 * What a whole day was worth: quality with its components, category, tags. All hindsight. Begin with
 * {@link io.tapelake.scanner.score.DayScore}.
 */
package io.tapelake.scanner.score;
