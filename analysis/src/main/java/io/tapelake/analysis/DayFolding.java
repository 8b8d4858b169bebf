package io.tapelake.analysis;

import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayFold;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.SourceSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One symbol-day while it is folded: what the scanner has seen, from which files, and what went wrong. */
final class DayFolding {

    private final SymbolDay day;
    private final DayFold fold;
    private long[] fileIds = new long[2];
    private int files;
    private RuntimeException failure;
    private long untilNs;

    DayFolding(SymbolDay day, DayFold fold) {
        this.day = day;
        this.fold = fold;
    }

    SymbolDay day() {
        return day;
    }

    DayFold fold() {
        return fold;
    }

    /** Whether rows of a schema are of use; which ones says {@link #untilNs}. */
    boolean wants(SourceSchema schema) {
        untilNs = fold.wantedUntilNs(schema);
        return untilNs > Long.MIN_VALUE;
    }

    /** Until when rows of the schema that was asked for last are of use, exclusive. */
    long untilNs() {
        return untilNs;
    }

    /** Notes the file of a row. Neighbouring rows mostly come from one file. */
    void file(long fileId) {
        for (int i = files - 1; i >= 0; i--) {
            if (fileIds[i] == fileId) {
                return;
            }
        }
        if (files == fileIds.length) {
            fileIds = Arrays.copyOf(fileIds, 2 * files);
        }
        fileIds[files++] = fileId;
    }

    void fail(RuntimeException e) {
        failure = e;
    }

    boolean failed() {
        return failure != null;
    }

    RuntimeException failure() {
        return failure;
    }

    /** The day; empty when no source had a row of it. A scanner that throws makes the day a failed one. */
    Optional<FoldedDay> finish() {
        if (failed()) {
            return Optional.empty();
        }
        try {
            DayStats stats = fold.finish();
            if (stats.sourceSchema() == null && stats.quoteSchema() == null && stats.statusRows() <= 0) {
                return Optional.empty();
            }
            List<Long> ids = Arrays.stream(fileIds, 0, files).sorted().boxed().toList();
            return Optional.of(new FoldedDay(stats, fold.tape(), ids));
        } catch (RuntimeException e) {
            fail(e);
            return Optional.empty();
        }
    }
}
