/** What a query over the index costs beside DuckDB. Begin with {@link io.tapelake.bench.index.IndexBench}. */
package io.tapelake.bench.index;
