package io.tapelake.synthetic;

import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.LittleEndian;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Gathers the sorted runs of one file until it is complete. What does not fit in memory waits in temporary files, already
 * merged; the finished file is the same either way.
 */
final class FileSpool {
    private record Piece(RecordRun run, int from, int to) {}

    private final SchemaForm form;
    private final Path temporary;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Path> spilled = new ArrayList<>();
    private long heldBytes;
    private long lastNs = Long.MIN_VALUE;

    /** A spool that puts its temporary files at {@code temporary} plus a suffix. */
    FileSpool(SchemaForm form, Path temporary) {
        this.form = form;
        this.temporary = temporary;
    }

    /** Adds the records between two offsets of a run. */
    void add(RecordRun run, int from, int to) {
        pieces.add(new Piece(run, from, to));
        heldBytes += to - from;
        lastNs = Math.max(lastNs, LittleEndian.i64(run.bytes(), to - form.bytes() + form.indexOffset()));
    }

    SchemaForm form() {
        return form;
    }

    /** Bytes held in memory. */
    long heldBytes() {
        return heldBytes;
    }

    /** The largest index timestamp. */
    long lastNs() {
        return lastNs;
    }

    /** Moves what is in memory to a temporary file. */
    void spill() throws IOException {
        Path file = Path.of(temporary + ".run" + spilled.size());
        spilled.add(file);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 18)) {
            RunMerger.merge(form, inMemory(), out::write);
        }
        pieces.clear();
        heldBytes = 0;
    }

    /** Writes the file; it appears under its name only when it is whole. Returns the number of records. */
    long finish(Path target, Metadata metadata) throws IOException {
        Path partial = Path.of(temporary + ".partial");
        List<RunCursor> cursors = new ArrayList<>();
        long records;
        try (DbnWriter writer = DbnWriter.create(partial, metadata, WriteOptions.zstd())) {
            for (Path file : spilled) {
                cursors.add(RunCursor.of(form, file));
            }
            cursors.addAll(inMemory());
            RunMerger.merge(form, cursors, writer::write);
            records = writer.recordCount();
        } finally {
            for (RunCursor cursor : cursors) {
                cursor.close();
            }
        }
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        pieces.clear();
        for (Path file : spilled) {
            Files.delete(file);
        }
        return records;
    }

    private List<RunCursor> inMemory() {
        List<RunCursor> cursors = new ArrayList<>(pieces.size());
        for (Piece piece : pieces) {
            cursors.add(RunCursor.of(form, piece.run().bytes(), piece.from(), piece.to()));
        }
        return cursors;
    }
}
