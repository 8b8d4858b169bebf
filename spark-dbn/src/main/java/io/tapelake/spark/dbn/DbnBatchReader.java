package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordCheck;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.RType;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.metric.CustomTaskMetric;
import org.apache.spark.sql.connector.read.PartitionReader;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Reads a partition batch by batch: picks the records that are wanted, copies them into a block, and fills the columns
 * from it. Does nothing that no column and no filter needs. Not thread-safe.
 */
final class DbnBatchReader implements PartitionReader<ColumnarBatch> {
    private static final int MOST_BLOCK_BYTES = 512 * 1024;
    private static final int LEAST_ROWS_OF_LARGE_RECORDS = 512;

    private final RecordSource source;
    private final String path;
    private final RowFilter filter;
    private final SymbolIndex symbols;
    private final boolean needsSymbol;
    private final boolean checksRows;
    private final ReadMode mode;
    private final int rtype;
    private final int otherRtype;
    private final RecordBlock block;
    private final BatchFiller batch;
    private final ReadMetrics metrics = new ReadMetrics();
    private ColumnarBatch current;

    DbnBatchReader(
            RecordSource source,
            String path,
            Schema schema,
            List<Column> columns,
            RowFilter filter,
            ReadMode mode,
            int batchRows) {
        Metadata metadata = source.metadata();
        this.source = source;
        this.path = path;
        this.filter = filter;
        this.mode = mode;
        this.symbols = new SymbolIndex(metadata, filter.symbols());
        this.checksRows = reads(columns, Column.Kind.PROBLEM);
        boolean readsSymbol = reads(columns, Column.Kind.SYMBOL);
        this.needsSymbol = readsSymbol || checksRows || filter.mapped();
        this.rtype = schema.rtype();
        // A bar of unstated length is of the length that the metadata states.
        boolean statedBars = Columns.indexTime(schema).equals(Columns.BAR_START)
                && metadata != null
                && metadata.schema().equals(Optional.of(schema));
        this.otherRtype = statedBars ? RType.OHLCV_DEPRECATED : rtype;
        int stride = stride(schema, columns);
        int capacity = stride == 0
                ? batchRows
                : Math.min(batchRows, Math.max(LEAST_ROWS_OF_LARGE_RECORDS, MOST_BLOCK_BYTES / stride));
        this.block = new RecordBlock(stride, capacity, readsSymbol, checksRows);
        this.batch = new BatchFiller(columns, capacity, path, metadata, schema.text(), this::complain);
    }

    /** How many bytes of each record the columns need. */
    static int stride(Schema schema, List<Column> columns) {
        int end = columns.stream().mapToInt(Column::end).max().orElse(0);
        return Math.min(Columns.layout(schema).bytes(), end);
    }

    private static boolean reads(List<Column> columns, Column.Kind kind) {
        return columns.stream().anyMatch(column -> column.kind() == kind);
    }

    @Override
    public boolean next() throws IOException {
        block.clear();
        RecordView record = source.record();
        while (!block.isFull() && source.next()) {
            metrics.read++;
            take(record);
        }
        if (block.rows() == 0) {
            return false;
        }
        current = batch.fill(block);
        return true;
    }

    private void take(RecordView record) {
        int type = record.rtype();
        if (type != rtype && type != otherRtype) {
            symbols.see(record);
            metrics.ofOtherSchemas++;
            return;
        }
        if (type == RType.INSTRUMENT_DEF) {
            symbols.see(record);
        }
        if (filter.timed() && !filter.times().contains(record.indexTs())) {
            metrics.filteredOut++;
            return;
        }
        SymbolIndex.Entry symbol = SymbolIndex.NONE;
        if (needsSymbol) {
            symbol = symbols.entry(record);
            if (filter.mapped() && !symbol.wanted()) {
                metrics.filteredOut++;
                return;
            }
        }
        block.add(record, symbol.symbol(), source.recordIndex(), source.offset());
        if (checksRows) {
            check(record, symbol.symbol() != null);
        }
    }

    private void check(RecordView record, boolean hasSymbol) {
        String problem = RecordCheck.problem(record, hasSymbol);
        if (problem != null) {
            block.problem(problem);
            complain(block.rows() - 1, problem, "one of the columns", "not sound");
        }
    }

    private void complain(int row, String reason, String column, String value) {
        if (mode == ReadMode.FAILFAST) {
            throw new BadRecordException(
                    reason,
                    "dbn: " + path + ": record " + block.recordIndexes[row] + " at byte " + block.offsets[row]
                            + " of the uncompressed stream: " + reason + ": " + column + " is " + value
                            + "; option mode=permissive makes such values null and gives the reason in column _problem");
        }
    }

    @Override
    public ColumnarBatch get() {
        return current;
    }

    @Override
    public CustomTaskMetric[] currentMetricsValues() {
        return metrics.values();
    }

    @Override
    public void close() throws IOException {
        batch.close();
        source.close();
    }
}
