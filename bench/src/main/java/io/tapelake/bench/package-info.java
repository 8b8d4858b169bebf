/**
 * Benchmarks that anyone can run. Begin with {@link io.tapelake.bench.Bench}, one thing that is measured; {@link
 * io.tapelake.bench.BenchMain} runs them for {@code bin/bench} and writes their figures down.
 */
package io.tapelake.bench;
