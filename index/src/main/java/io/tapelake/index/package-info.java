/**
 * Finding days: queries over the day index of one published run, without Spark.
 *
 * <p>Begin with {@link io.tapelake.index.DayIndex}; {@link io.tapelake.index.RunDiff} compares two runs. Everything it returns
 * is hindsight: it describes a day that is over, and no observation of an agent may hold it.
 */
package io.tapelake.index;
