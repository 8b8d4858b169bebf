package io.tapelake.cli.job;

import io.tapelake.cli.CommandException;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.night.MetricsFile;
import io.tapelake.jobs.night.NightReport;
import io.tapelake.jobs.night.PeakMemory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the metrics file of a job, if one is wanted. A night is not lost because its metrics cannot be written. */
final class Metrics {

    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);

    private final Optional<MetricsFile> file;
    private final Clock clock;

    private Metrics(Optional<MetricsFile> file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /**
     * As the configuration says.
     *
     * @throws CommandException if the folder is not there; said before the night and not after it
     */
    static Metrics of(TapelakeConfig config, String job, Clock clock) {
        String path = config.nightly().metricsFile();
        if (path.isBlank()) {
            return new Metrics(Optional.empty(), clock);
        }
        Path file = Path.of(path).toAbsolutePath();
        if (!Files.isDirectory(file.getParent())) {
            throw CommandException.usage("metrics file '" + path + "': there is no folder " + file.getParent()
                    + "; make it, or give another with --metrics-file");
        }
        return new Metrics(Optional.of(MetricsFile.of(file, job, config.lake().path())), clock);
    }

    void ended(NightReport report, int exitCode) {
        write(to -> to.write(report, clock.instant(), exitCode, PeakMemory.ofThisProcess()));
    }

    void failed(int exitCode) {
        write(to -> to.writeFailure(clock.instant(), exitCode));
    }

    private interface Writing {
        void to(MetricsFile file) throws IOException;
    }

    private void write(Writing writing) {
        if (file.isEmpty()) {
            return;
        }
        try {
            writing.to(file.get());
        } catch (IOException e) {
            LOG.error("the metrics file cannot be written: {}", e.toString());
        }
    }
}
