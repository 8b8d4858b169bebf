package io.tapelake.jobs.ingest;

import io.tapelake.databento.dbn.DbnException;
import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.ReadOptions;
import io.tapelake.jobs.csv.CsvBarReader;
import io.tapelake.jobs.csv.CsvFault;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches single records of a file again, by their ordinals, with the bytes they have there. */
final class RecordsAt {

    private static final Logger LOG = LoggerFactory.getLogger(RecordsAt.class);

    /**
     * A record as it lies in the file.
     *
     * @param offset byte of the uncompressed stream where it begins
     * @param bytes the record
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way to a table; never compared
    record Found(long offset, byte[] bytes) {}

    private RecordsAt() {}

    /** The records of these ordinals; those of a file that is another one by now, or cannot be read, are absent. */
    static Map<Long, Found> fetch(InputFile file, Set<Long> ordinals, Configuration hadoop) {
        Map<Long, Found> found = new HashMap<>();
        if (!InspectionStep.isAsKnown(file, hadoop)) {
            return found;
        }
        Path path = new Path(file.path());
        if (file.isCsv()) {
            return lines(file, path, ordinals, hadoop);
        }
        try (DbnReader reader =
                DbnReader.of(path.getFileSystem(hadoop).open(path), ReadOptions.defaults(), file.path())) {
            for (long ordinal = 0; found.size() < ordinals.size() && reader.next(); ordinal++) {
                if (ordinals.contains(ordinal)) {
                    found.put(
                            ordinal,
                            new Found(reader.offset(), reader.rawRecord().toByteArray()));
                }
            }
        } catch (IOException | DbnException e) {
            LOG.warn("records of {} cannot be fetched for quarantine: {}", file.path(), e.getMessage());
        }
        return found;
    }

    private static Map<Long, Found> lines(InputFile file, Path path, Set<Long> ordinals, Configuration hadoop) {
        Map<Long, Found> found = new HashMap<>();
        // No timestamp is read here.
        try (CsvBarReader reader = CsvBarReader.of(path.getFileSystem(hadoop).open(path), ZoneOffset.UTC)) {
            for (long ordinal = 0; found.size() < ordinals.size() && reader.next(); ordinal++) {
                if (ordinals.contains(ordinal)) {
                    found.put(ordinal, new Found(reader.offset(), reader.raw()));
                }
            }
        } catch (IOException | CsvFault e) {
            LOG.warn("lines of {} cannot be fetched for quarantine: {}", file.path(), e.getMessage());
        }
        return found;
    }
}
