/**
 * What only the side that executes orders may see: the near future, and prices between prints. Begin with {@link
 * io.tapelake.simulator.execution.FutureBuffer}. Nothing that an observation is made of may use this package; a test checks it.
 */
package io.tapelake.simulator.execution;
