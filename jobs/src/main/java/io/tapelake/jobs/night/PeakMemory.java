package io.tapelake.jobs.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The largest memory a process has had. */
public final class PeakMemory {

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PEAK = "VmHWM:";

    private PeakMemory() {}

    /**
     * Largest resident memory of this process so far, in bytes, heap and all else. In local mode that is driver and executor
     * together, on a cluster the driver alone. Empty where the system does not tell (it is Linux that does).
     */
    public static OptionalLong ofThisProcess() {
        return in(STATUS);
    }

    static OptionalLong in(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> 1024
                            * Long.parseLong(line.substring(PEAK.length(), line.length() - " kB".length())
                                    .strip()))
                    .findFirst();
        } catch (IOException | RuntimeException notLinux) {
            return OptionalLong.empty();
        }
    }
}
