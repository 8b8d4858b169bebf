package io.tapelake.jobs.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * What one commit in a table's log says of itself.
 *
 * @param version the table's version that it made
 * @param stamp the text that its writer gave it; empty if none
 * @param rowsWritten rows in its new files; 0 if it does not say
 */
record CommitFile(long version, String stamp, long rowsWritten) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The commit that made a version; empty if there is none yet. */
    static Optional<CommitFile> read(String table, long version, Configuration hadoop) throws IOException {
        Path path = new Path(table, String.format(Locale.ROOT, "_delta_log/%020d.json", version));
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(path.getFileSystem(hadoop).open(path), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode info = JSON.readTree(line).path("commitInfo");
                if (!info.isMissingNode()) {
                    return Optional.of(new CommitFile(
                            version,
                            info.path("userMetadata").asText(""),
                            info.path("operationMetrics").path("numOutputRows").asLong(0)));
                }
            }
            return Optional.of(new CommitFile(version, "", 0));
        } catch (FileNotFoundException none) {
            return Optional.empty();
        }
    }
}
