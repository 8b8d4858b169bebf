/**
 * Proves the columns of a loaded day from the rows of the lake. Begin with {@link io.tapelake.simulator.check.DayCheck}.
 */
package io.tapelake.simulator.check;
