/**
 * Finding days and the places in them where an episode may begin: queries over the index of one published run, without Spark.
 *
 * <p>Begin with {@link io.tapelake.index.DayIndex} and {@link io.tapelake.index.ResetPointIndex};
 * {@link io.tapelake.index.RunDiff} compares two runs. Every column of a day is hindsight: it describes a day that is over, and no
 * observation of an agent may hold it. Of a reset point those columns are that say so.
 */
package io.tapelake.index;
