package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.ReadOptions;
import io.tapelake.databento.dbn.RecordView;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/** The records of one partition, in version 3, with their place in the file. Not thread-safe. */
final class RecordSource implements Closeable {
    private static final int VERSION_BYTE = 3;

    private final DbnPartition partition;
    private final DbnReader reader;
    private final Metadata metadata;

    private RecordSource(DbnPartition partition, DbnReader reader, Metadata metadata) {
        this.partition = partition;
        this.reader = reader;
        this.metadata = metadata;
    }

    /**
     * Opens the file of a partition.
     *
     * @param fragmentVersion version of a file without metadata, 0 for a file that has it
     */
    static RecordSource open(DbnPartition partition, int fragmentVersion, boolean fragmentTsOut, Configuration hadoop)
            throws IOException {
        Path path = new Path(partition.path());
        ReadOptions options = ReadOptions.defaults().upgrade(true);
        if (partition.group() != null) {
            return ofGroup(partition, path, options, hadoop);
        }
        if (fragmentVersion > 0) {
            options = options.fragment(fragmentVersion, fragmentTsOut);
        }
        InputStream in = HadoopInput.open(path, partition.bytes(), hadoop);
        DbnReader reader = DbnReader.of(in, options, partition.path());
        return new RecordSource(partition, reader, reader.metadata());
    }

    private static RecordSource ofGroup(DbnPartition partition, Path path, ReadOptions options, Configuration hadoop)
            throws IOException {
        FrameGroup group = partition.group();
        Metadata metadata;
        int version;
        try (DbnReader head =
                DbnReader.of(HadoopInput.open(path, partition.bytes(), hadoop), options, partition.path())) {
            metadata = head.metadata();
            version = head.headerBytes()[VERSION_BYTE];
        }
        ReadOptions ofRecords =
                options.fragment(version, metadata.tsOut()).startingAt(group.uncompressedFrom(), group.firstRecord());
        InputStream in = HadoopInput.open(path, partition.bytes(), group.from(), group.to(), hadoop);
        return new RecordSource(partition, DbnReader.of(in, ofRecords, partition.path()), metadata);
    }

    /** The metadata of the file, or null if it has none. */
    Metadata metadata() {
        return metadata;
    }

    /**
     * Goes on to the next record.
     *
     * @throws io.tapelake.databento.dbn.DbnException if the file is cut or damaged, naming file, byte and records before
     */
    boolean next() throws IOException {
        if (reader.next()) {
            return true;
        }
        FrameGroup group = partition.group();
        if (group != null && reader.recordCount() != group.firstRecord() + group.records()) {
            throw new IOException(partition.path() + ": the seek table claims " + group.records() + " records in bytes "
                    + group.from() + " to " + group.to() + " of the file, but there are "
                    + (reader.recordCount() - group.firstRecord()) + "; write the file again");
        }
        return false;
    }

    /** The current record; the same object every time. */
    RecordView record() {
        return reader.record();
    }

    /** Ordinal of the current record in the file, from 0. */
    long recordIndex() {
        return reader.recordCount() - 1;
    }

    /** Byte of the uncompressed stream where the current record begins. */
    long offset() {
        return reader.offset();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
