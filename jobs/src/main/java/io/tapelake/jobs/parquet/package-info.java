/**
 * How the pages of the tables' files are compressed. Begin with {@link io.tapelake.jobs.parquet.PageCompression}, which
 * puts {@code ZstdPageCodec} in the place of Parquet's own.
 */
package io.tapelake.jobs.parquet;
