/**
 * How time goes on. Begin with {@link io.tapelake.simulator.step.Cursor}; {@link io.tapelake.simulator.step.StepLoop} has the
 * order of what happens at one instant.
 */
package io.tapelake.simulator.step;
