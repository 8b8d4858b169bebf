package io.tapelake.jobs.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the vendor says of each UTC date of a delivery: the content of {@code condition.json}, an array of
 * {@code {"date", "condition", "last_modified_date"}}.
 *
 * @param byDate date to what is said of it
 */
record VendorConditions(Map<LocalDate, VendorCondition> byDate) {

    private static final Logger LOG = LoggerFactory.getLogger(VendorConditions.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What is said of one date.
     *
     * @param condition available, degraded, pending or missing
     * @param lastModified date of the vendor's last change; null if not given
     */
    record VendorCondition(String condition, LocalDate lastModified) {}

    static VendorConditions none() {
        return new VendorConditions(Map.of());
    }

    /** Reads the file; one that cannot be understood is logged and says nothing. */
    static VendorConditions read(FileSystem fs, Path path) throws IOException {
        Map<LocalDate, VendorCondition> byDate = new TreeMap<>();
        try (InputStream in = fs.open(path)) {
            for (JsonNode entry : JSON.readTree(in)) {
                JsonNode modified = entry.path("last_modified_date");
                byDate.put(
                        LocalDate.parse(entry.path("date").asText()),
                        new VendorCondition(
                                entry.path("condition").asText("unknown"),
                                modified.isTextual() ? LocalDate.parse(modified.asText()) : null));
            }
        } catch (com.fasterxml.jackson.core.JacksonException | java.time.DateTimeException e) {
            LOG.warn("{} is not understood and passed over: {}", path, e.getMessage());
        }
        return new VendorConditions(byDate);
    }

    /** The worst condition from one UTC date to another (both inclusive) and the newest change; empty if nothing is said. */
    Optional<VendorCondition> over(LocalDate first, LocalDate last) {
        return byDate.entrySet().stream()
                .filter(e -> !e.getKey().isBefore(first) && !e.getKey().isAfter(last))
                .map(Map.Entry::getValue)
                .reduce(VendorConditions::combine);
    }

    private static VendorCondition combine(VendorCondition a, VendorCondition b) {
        String worst = severity(a.condition) >= severity(b.condition) ? a.condition : b.condition;
        LocalDate newest = a.lastModified == null
                ? b.lastModified
                : b.lastModified == null || a.lastModified.isAfter(b.lastModified) ? a.lastModified : b.lastModified;
        return new VendorCondition(worst, newest);
    }

    private static int severity(String condition) {
        return switch (condition) {
            case "available" -> 0;
            // A range of a week holds days without a market; they say nothing of the others.
            case "missing" -> -1;
            case "pending" -> 1;
            default -> 2;
        };
    }
}
