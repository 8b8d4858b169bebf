/**
 * Numbers that an agent learns from. Begin with {@link io.tapelake.simulator.feature.FeatureSet}.
 *
 * <p>A feature is a function of what is known at an instant: of sums over the columns of the day up to the last known row,
 * which are the checkpoints, and of what the scanner said at the end of the last known minute. It has no memory of its own, so
 * that it does not matter how an instant was reached.
 */
package io.tapelake.simulator.feature;
