/** What a scan costs: pure on one core, as a job, and in bytes of its tables. Begin with {@link io.tapelake.bench.scan.ScanBench}. */
package io.tapelake.bench.scan;
