package io.tapelake.lake.files;

import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.FilteredColumnarBatch;
import io.delta.kernel.defaults.internal.parquet.ParquetFileReader.BatchReadSupport;
import io.delta.kernel.defaults.internal.parquet.ParquetFileReader.RowRecordCollector;
import io.delta.kernel.engine.FileReadResult;
import io.delta.kernel.engine.ParquetHandler;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.DataFileStatus;
import io.delta.kernel.utils.FileStatus;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;

/**
 * Reads the checkpoints of a Delta log from local files.
 *
 * <p>It fills the batches of Delta Kernel with Delta Kernel's own converters, and leaves out only what makes its reader load
 * Hadoop's configuration, and with it 30 MB of jars. A predicate is a hint, and is not taken.
 */
final class CheckpointReader implements ParquetHandler {

    private static final int BATCH_ROWS = 4096;

    @Override
    public CloseableIterator<FileReadResult> readParquetFiles(
            CloseableIterator<FileStatus> files, StructType schema, Optional<Predicate> predicate) throws IOException {
        List<FileReadResult> results = new ArrayList<>();
        try (files) {
            while (files.hasNext()) {
                String path = files.next().getPath();
                for (ColumnarBatch batch : batches(path, schema)) {
                    results.add(new FileReadResult(batch, path));
                }
            }
        }
        return Utils.toCloseableIterator(results.iterator());
    }

    @Override
    public CloseableIterator<DataFileStatus> writeParquetFiles(
            String folder, CloseableIterator<FilteredColumnarBatch> data, List<Column> columns) {
        throw new UnsupportedOperationException("lakes are written by jobs, not by readers: " + folder);
    }

    @Override
    public void writeParquetFileAtomically(String path, CloseableIterator<FilteredColumnarBatch> data) {
        throw new UnsupportedOperationException("lakes are written by jobs, not by readers: " + path);
    }

    private static List<ColumnarBatch> batches(String path, StructType wanted) throws IOException {
        PlainParquetConfiguration settings = new PlainParquetConfiguration();
        ParquetReadOptions options = new ParquetReadOptions.Builder(settings)
                .withCodecFactory(new PageCodecs())
                .build();
        List<ColumnarBatch> batches = new ArrayList<>();
        try (ParquetFileReader reader =
                ParquetFileReader.open(LocalInputFile.of(LakeStorage.localPath(path)), options)) {
            MessageType fileSchema = reader.getFileMetaData().getSchema();
            MessageType requested = new BatchReadSupport(BATCH_ROWS, wanted)
                    .init(new InitContext(settings, Map.of(), fileSchema))
                    .getRequestedSchema();
            reader.setRequestedSchema(requested);
            MessageColumnIO columns = new ColumnIOFactory(
                            reader.getFileMetaData().getCreatedBy())
                    .getColumnIO(requested, fileSchema, true);
            long first = 0;
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RowRecordCollector collector = new RowRecordCollector(BATCH_ROWS, wanted, requested);
                RecordReader<Object> rows = columns.getRecordReader(pages, collector, FilterCompat.NOOP);
                int inBatch = 0;
                for (long row = 0; row < pages.getRowCount(); row++) {
                    rows.read();
                    collector.finalizeCurrentRow(first + row);
                    inBatch++;
                    if (inBatch == BATCH_ROWS || row + 1 == pages.getRowCount()) {
                        batches.add(collector.getDataAsColumnarBatch(inBatch));
                        inBatch = 0;
                    }
                }
                first += pages.getRowCount();
            }
        }
        return batches;
    }
}
