/**
 * A day in memory, and the market at any instant: what a training worker touches millions of times. Begin with {@link
 * io.tapelake.simulator.DayStore}, which loads days from a lake; {@code market.MarketView} shows what is known at an instant,
 * {@code step.Cursor} goes on, {@code feature.FeatureSet} and {@code window} make observations.
 */
package io.tapelake.simulator;
