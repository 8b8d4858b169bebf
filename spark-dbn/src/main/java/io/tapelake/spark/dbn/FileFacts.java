package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.ReadOptions;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SeekTable;
import io.tapelake.databento.dbn.Undefined;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;

/**
 * What planning knows of a file: its name and size, and what its metadata says. Immutable.
 *
 * @param path full name with scheme
 * @param bytes size of the file
 * @param schema the schema of its records; empty for a mixture of several and for a file without metadata
 * @param hasMetadata whether it has metadata
 * @param startNs start of its request, inclusive
 * @param endNs end of its request, exclusive; {@link Undefined#TIMESTAMP} when there is none
 * @param symbols the symbols it maps; empty if that cannot be known from the metadata: live captures map inside the
 *     stream
 * @param groups the parts that can be read alone; empty to read the file from start to end
 */
record FileFacts(
        String path,
        long bytes,
        Optional<Schema> schema,
        boolean hasMetadata,
        long startNs,
        long endNs,
        Optional<MappedSymbols> symbols,
        List<FrameGroup> groups) {

    /** Compression makes files at most about this much smaller: below, a file is not worth looking for a seek table. */
    private static final long MOST_COMPRESSION = 64;

    /**
     * Reads the metadata, the seek table at the end of a large file if there is one, and nothing else but what shares a
     * buffer with them.
     *
     * @throws IOException if the file cannot be read
     * @throws io.tapelake.databento.dbn.DbnException if it does not begin with whole, well-formed metadata
     * @throws IllegalArgumentException if its schema is one this version does not know
     */
    static FileFacts read(FileStatus file, long splitBytes, Configuration hadoop, Map<String, String> pool)
            throws IOException {
        String path = file.getPath().toString();
        long bytes = file.getLen();
        Metadata metadata;
        Optional<SeekTable> table = Optional.empty();
        try (FSDataInputStream in = HadoopInput.open(file.getPath(), bytes, hadoop)) {
            if (bytes > splitBytes / MOST_COMPRESSION) {
                table = SeekTable.read(HadoopInput.seekable(in, bytes));
            }
            try (DbnReader reader = DbnReader.of(in, ReadOptions.defaults(), path)) {
                metadata = reader.metadata();
            }
        }
        if (metadata.schema().isEmpty() && metadata.schemaId() != Schema.MIXED) {
            throw new IllegalArgumentException("dbn: " + path + " has schema id " + metadata.schemaId()
                    + ", which is not known here; known are 0 to " + (Schema.values().length - 1));
        }
        boolean inStream = mapsInStream(metadata);
        return new FileFacts(
                path,
                bytes,
                metadata.schema(),
                true,
                metadata.startNs(),
                metadata.hasEnd() ? metadata.endNs() : Undefined.TIMESTAMP,
                inStream ? Optional.empty() : Optional.of(MappedSymbols.of(metadata, pool)),
                // Symbols that come in the stream need everything before them.
                inStream ? List.of() : groups(table, splitBytes));
    }

    private static List<FrameGroup> groups(Optional<SeekTable> table, long splitBytes) {
        List<FrameGroup> groups =
                table.map(found -> FrameGroup.of(found, splitBytes)).orElse(List.of());
        return groups.size() > 1 ? groups : List.of();
    }

    /** Whether symbols come as records among the others, as in a live capture. */
    static boolean mapsInStream(Metadata metadata) {
        return metadata.schema().isEmpty() && metadata.mappings().isEmpty();
    }

    /** Of a file without metadata: nothing is known. */
    static FileFacts ofFragment(FileStatus file) {
        return new FileFacts(
                file.getPath().toString(),
                file.getLen(),
                Optional.empty(),
                false,
                0,
                Undefined.TIMESTAMP,
                Optional.empty(),
                List.of());
    }

    /**
     * Whether a row of the file may pass the filter.
     *
     * <p>The times of the metadata alone prove nothing: files exist that hold records after their end. A symbol does:
     * it is resolved by the days that the metadata maps, so beyond them no record has one.
     *
     * @param trustRange believe the times of the metadata all the same
     */
    boolean mayHold(RowFilter filter, boolean trustRange) {
        if (filter.wantsNone()) {
            return false;
        }
        if (filter.mapped() && symbols.isPresent() && !symbols.get().mayHold(filter)) {
            return false;
        }
        boolean believed = trustRange && hasMetadata && filter.timed();
        return !believed || filter.times().meets(Math.max(0, startNs), lastNs());
    }

    private long lastNs() {
        return endNs == Undefined.TIMESTAMP ? Long.MAX_VALUE : endNs - 1;
    }
}
