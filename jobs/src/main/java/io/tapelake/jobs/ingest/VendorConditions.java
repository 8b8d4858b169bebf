package io.tapelake.jobs.ingest;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What the vendor says of each UTC date of a delivery: the content of {@code condition.json}, an array of
 * {@code {"date", "condition", "last_modified_date"}}.
 *
 * @param byDate UTC date to what is said of it
 */
record VendorConditions(SortedMap<LocalDate, Said> byDate) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is said of one date.
     *
     * @param condition how the data is
     * @param lastModified date of the vendor's last change; null if not given
     */
    record Said(VendorCondition condition, LocalDate lastModified) {
        /** Nothing. */
        static final Said NOTHING = new Said(VendorCondition.UNKNOWN, null);
    }

    static VendorConditions none() {
        return new VendorConditions(new TreeMap<>());
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read or understood
     */
    static VendorConditions read(FileSystem fs, Path path) throws IOException {
        SortedMap<LocalDate, Said> byDate = new TreeMap<>();
        try (InputStream in = fs.open(path)) {
            JsonNode all = JSON.readTree(in);
            if (!all.isArray()) {
                throw new IOException("it is not a list of days");
            }
            for (JsonNode entry : all) {
                JsonNode modified = entry.path("last_modified_date");
                byDate.put(
                        LocalDate.parse(entry.path("date").asText()),
                        new Said(
                                VendorCondition.fromText(entry.path("condition").asText()),
                                modified.isTextual() ? LocalDate.parse(modified.asText()) : null));
            }
        } catch (JacksonException e) {
            throw new IOException("it is not JSON: " + e.getOriginalMessage(), e);
        } catch (DateTimeException e) {
            throw new IOException("a date of it is none: " + e.getMessage(), e);
        }
        return new VendorConditions(byDate);
    }

    /** The worst condition from one UTC date to another (both inclusive) and the newest change. */
    Said over(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return Said.NOTHING;
        }
        return byDate.subMap(first, last.plusDays(1)).values().stream().reduce(Said.NOTHING, VendorConditions::combine);
    }

    private static Said combine(Said a, Said b) {
        LocalDate newest = java.util.stream.Stream.of(a, b)
                .map(Said::lastModified)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
        return new Said(a.condition.worse(b.condition), newest);
    }
}
