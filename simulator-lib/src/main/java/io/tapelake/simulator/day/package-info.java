/**
 * One symbol-day in compact columns of primitives, with what came before it. Begin with {@link
 * io.tapelake.simulator.day.SimulatorDay}.
 *
 * <p>Rows of a column are ordered by the time at which they are <em>known</em>: a trade, quote or status record at its receive
 * time plus the feed delay, a bar at its end. Everything an observation may hold is found from the last row that is known at
 * an instant; nothing in this package looks further.
 */
package io.tapelake.simulator.day;
