/**
 * Days that are ready before they are needed. Begin with {@link io.tapelake.simulator.cache.TrainingDays}; {@link
 * io.tapelake.simulator.cache.PolicySimulator} replays what happened against other policies.
 */
package io.tapelake.simulator.cache;
