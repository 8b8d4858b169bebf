package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Schema;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.metric.CustomMetric;
import org.apache.spark.sql.connector.read.Batch;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.connector.read.Statistics;
import org.apache.spark.sql.connector.read.SupportsReportStatistics;
import org.apache.spark.sql.types.StructType;

/**
 * One planned read. Equal scans of one table give the same rows, so Spark may run one of them for both.
 *
 * @param columns what the query reads
 * @param filter which rows it wants
 * @param pushed the filters that Spark gave up because {@code filter} has them
 */
record DbnScan(DbnFiles files, Schema schema, StructType columns, RowFilter filter, List<Predicate> pushed)
        implements Batch, SupportsReportStatistics {
    /** Rows in memory are about this many times the bytes of a compressed file; an estimate for the optimizer. */
    private static final long BYTES_PER_FILE_BYTE = 8;

    @Override
    public StructType readSchema() {
        return columns;
    }

    @Override
    public String description() {
        String filters = pushed.stream().map(Predicate::toString).collect(Collectors.joining(", "));
        return "dbn " + schema.text() + " of " + files.count() + " files, mode "
                + files.options().mode() + ", PushedFilters: [" + filters + "], RowFilter: [" + filter + "]";
    }

    @Override
    public ColumnarSupportMode columnarSupportMode() {
        return ColumnarSupportMode.SUPPORTED;
    }

    @Override
    public Batch toBatch() {
        return this;
    }

    @Override
    public InputPartition[] planInputPartitions() {
        return ScanPlan.of(files, schema, filter).partitions().toArray(InputPartition[]::new);
    }

    @Override
    public PartitionReaderFactory createReaderFactory() {
        return DbnReaderFactory.of(this);
    }

    @Override
    public Statistics estimateStatistics() {
        return new Estimate(files.bytes() * BYTES_PER_FILE_BYTE);
    }

    @Override
    public CustomMetric[] supportedCustomMetrics() {
        return ReadMetrics.supported();
    }

    private record Estimate(long bytes) implements Statistics {
        @Override
        public OptionalLong sizeInBytes() {
            return OptionalLong.of(bytes);
        }

        @Override
        public OptionalLong numRows() {
            return OptionalLong.empty();
        }
    }
}
