package io.tapelake.lake.read;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.files.PageCodecs;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** The rows of one file that pass the conditions, batch by batch. Holds the compressed pages of one row group at a time. */
final class FileCursor implements Closeable {

    static final int BATCH_ROWS = 4096;

    private final ScanPlan plan;
    private final DataFile file;
    private final ParquetFileReader reader;
    private final MessageType requested;
    private final Vector[] vectors;
    private final boolean[] checked;
    private final boolean[] keep = new boolean[BATCH_ROWS];
    private final long rowsInFile;
    private PageReadStore pages;
    private ColumnFiller[] fillers;
    private long rowsLeft;
    private long touched;
    private long returned;
    private int size;

    private FileCursor(ScanPlan plan, DataFile file, ParquetFileReader reader) {
        this.plan = plan;
        this.file = file;
        this.reader = reader;
        List<Type> fields = new ArrayList<>();
        vectors = new Vector[plan.columns().size()];
        checked = new boolean[vectors.length];
        for (int at : plan.checked()) {
            checked[at] = true;
        }
        MessageType schema = reader.getFileMetaData().getSchema();
        for (int i = 0; i < vectors.length; i++) {
            LakeColumn column = plan.columns().get(i);
            vectors[i] = Vector.of(column.type(), BATCH_ROWS);
            if (column.name().equals(file.partitionColumn())) {
                vectors[i].fill(partitionValue(column.type(), file.partitionValue()));
            } else if (schema.containsField(column.name())) {
                fields.add(schema.getType(column.name()));
            } else {
                vectors[i].fill(null);
            }
        }
        requested = new MessageType(schema.getName(), fields);
        reader.setRequestedSchema(requested);
        // Not the reader's own count, which leaves out row groups that the conditions exclude.
        rowsInFile = reader.getFooter().getBlocks().stream()
                .mapToLong(BlockMetaData::getRowCount)
                .sum();
    }

    static FileCursor open(ScanPlan plan, DataFile file, LakeStorage storage) {
        try {
            ParquetReadOptions options = new ParquetReadOptions.Builder(new PlainParquetConfiguration())
                    .withRecordFilter(plan.pushDown())
                    .withCodecFactory(new PageCodecs())
                    .build();
            ParquetFileReader reader = ParquetFileReader.open(storage.input(file.path(), file.sizeBytes()), options);
            try {
                return new FileCursor(plan, file, reader);
            } catch (RuntimeException e) {
                reader.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LakeException(
                    "cannot open " + file.path() + ", which the published table needs: " + e.getMessage()
                            + ". If a clean-up removed it, withdraw the run or restore the file.",
                    e);
        } catch (RuntimeException e) {
            throw e instanceof LakeException ? e : broken(file, e);
        }
    }

    /** Reads until a batch has a row; false at the end of the file. */
    boolean nextBatch() {
        try {
            do {
                while (rowsLeft == 0) {
                    if (!nextRowGroup()) {
                        return false;
                    }
                }
                fillBatch((int) Math.min(BATCH_ROWS, rowsLeft));
            } while (size == 0);
            returned += size;
            return true;
        } catch (IOException | UncheckedIOException | ParquetDecodingException e) {
            throw broken(file, e);
        }
    }

    /** Rows in the current batch. */
    int size() {
        return size;
    }

    /** The columns of the current batch, by place in the plan. */
    Vector[] vectors() {
        return vectors;
    }

    DataFile file() {
        return file;
    }

    ReadCounters counters() {
        return new ReadCounters(1, rowsInFile, touched, returned);
    }

    @Override
    public void close() {
        try {
            if (pages != null) {
                pages.close();
            }
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean nextRowGroup() throws IOException {
        if (pages != null) {
            pages.close();
        }
        pages = reader.readNextFilteredRowGroup();
        if (pages == null) {
            return false;
        }
        rowsLeft = pages.getRowCount();
        touched += rowsLeft;
        fillers = ColumnFillers.of(
                plan, file, pages, requested, reader.getFileMetaData().getCreatedBy());
        return true;
    }

    private void fillBatch(int rows) {
        rowsLeft -= rows;
        size = rows;
        if (plan.checks().isEmpty()) {
            fill(rows, null);
            return;
        }
        for (int at = 0; at < vectors.length; at++) {
            if (checked[at] && fillers[at] != null) {
                fillers[at].fill(vectors[at], rows, null);
            }
        }
        size = check(rows);
        if (size == rows) {
            fill(rows, null);
        } else {
            compactChecked(rows);
            fill(rows, keep);
        }
    }

    private int check(int rows) {
        int kept = 0;
        for (int row = 0; row < rows; row++) {
            boolean passes = true;
            for (int i = 0; passes && i < plan.checked().length; i++) {
                passes = plan.checks().get(i).passes(vectors[plan.checked()[i]], row);
            }
            keep[row] = passes;
            kept += passes ? 1 : 0;
        }
        return kept;
    }

    private void compactChecked(int rows) {
        for (int at = 0; at < vectors.length; at++) {
            if (!checked[at] || fillers[at] == null) {
                continue;
            }
            int to = 0;
            for (int row = 0; row < rows; row++) {
                if (keep[row]) {
                    vectors[at].copyRow(row, to++);
                }
            }
        }
    }

    private void fill(int rows, boolean[] kept) {
        for (int at = 0; at < vectors.length; at++) {
            if (fillers[at] != null && !checked[at]) {
                fillers[at].fill(vectors[at], rows, kept);
            }
        }
    }

    private static Object partitionValue(LakeType type, String value) {
        return type == LakeType.DATE ? (Object) LocalDate.parse(value).toEpochDay() : value;
    }

    private static LakeException broken(DataFile file, Exception cause) {
        return new LakeException("cannot read " + file.path() + ": " + cause.getMessage(), cause);
    }
}
