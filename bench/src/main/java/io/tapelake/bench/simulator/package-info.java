/** What the simulator library costs. Begin with {@link io.tapelake.bench.simulator.SimulatorBench}. */
package io.tapelake.bench.simulator;
