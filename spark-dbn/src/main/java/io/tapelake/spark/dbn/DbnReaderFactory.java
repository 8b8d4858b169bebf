package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.connector.read.InputPartition;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.connector.read.PartitionReaderFactory;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Makes the readers of partitions, on the executors.
 *
 * @param columns names of what the query reads, in order
 */
record DbnReaderFactory(
        Schema schema,
        List<String> columns,
        RowFilter filter,
        ReadMode mode,
        int batchRows,
        int fragmentVersion,
        boolean fragmentTsOut,
        Broadcast<SerializableConfiguration> hadoop)
        implements PartitionReaderFactory {

    static DbnReaderFactory of(DbnScan scan) {
        DbnOptions options = scan.files().options();
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(SparkSession.active().sparkContext());
        return new DbnReaderFactory(
                scan.schema(),
                Arrays.asList(scan.columns().fieldNames()),
                scan.filter(),
                options.mode(),
                options.batchRows(),
                options.fragmentVersion(),
                options.fragmentTsOut(),
                spark.broadcast(new SerializableConfiguration(scan.files().hadoop())));
    }

    @Override
    public boolean supportColumnarReads(InputPartition partition) {
        return true;
    }

    @Override
    public PartitionReader<InternalRow> createReader(InputPartition partition) {
        throw new UnsupportedOperationException("dbn is read in columns");
    }

    @Override
    public PartitionReader<ColumnarBatch> createColumnarReader(InputPartition partition) {
        DbnPartition part = (DbnPartition) partition;
        Map<String, Column> known = Columns.byName(schema);
        List<Column> wanted = columns.stream().map(known::get).toList();
        try {
            RecordSource source = RecordSource.open(
                    part, fragmentVersion, fragmentTsOut, hadoop.value().value());
            return new DbnBatchReader(source, part.path(), schema, wanted, filter, mode, batchRows);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open " + part.path() + ": " + e.getMessage(), e);
        }
    }
}
