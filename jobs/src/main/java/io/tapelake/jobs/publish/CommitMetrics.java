package io.tapelake.jobs.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What a commit of a Delta table says of itself, read from its file: {@code DeltaTable.history} asks the same with several
 * Spark jobs.
 */
final class CommitMetrics {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CommitMetrics() {}

    /** Rows in the new files of a commit; 0 if it says nothing of rows. */
    static long rowsWritten(Configuration hadoop, String table, long version) {
        Path commit = new Path(table, String.format(Locale.ROOT, "_delta_log/%020d.json", version));
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(commit.getFileSystem(hadoop).open(commit), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode info = JSON.readTree(line).path("commitInfo");
                if (!info.isMissingNode()) {
                    return info.path("operationMetrics").path("numOutputRows").asLong(0);
                }
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException("the commit " + commit + " cannot be read", e);
        }
    }
}
