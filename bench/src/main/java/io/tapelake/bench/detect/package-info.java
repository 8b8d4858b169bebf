/**
 * How well the scanner finds what the synthetic market planted. Begin with {@link io.tapelake.bench.detect.DetectBench}.
 */
package io.tapelake.bench.detect;
