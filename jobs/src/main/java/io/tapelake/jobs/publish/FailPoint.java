package io.tapelake.jobs.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A named place between two durable writes at which a test can kill or stop the process, to see what others and a re-run make
 * of it. Without {@value #AT} or {@value #RECORD} in the environment, or a system property of that name, it does nothing.
 */
public final class FailPoint {

    /** Where it happens: {@code NAME}, or {@code NAME:N} for the N-th time it is reached, from 1. */
    public static final String AT = "TAPELAKE_FAIL_POINT";

    /** What happens: KILL (when not set), or STOP until somebody sends CONT. */
    public static final String SIGNAL = "TAPELAKE_FAIL_SIGNAL";

    /** A file to which {@code NAME:N} of every place that is reached is added. */
    public static final String RECORD = "TAPELAKE_FAIL_POINT_RECORD";

    private static final Map<String, Integer> TIMES = new ConcurrentHashMap<>();

    private FailPoint() {}

    /** Says that the process is at a place. */
    public static void reach(String name) {
        String at = setting(AT);
        String record = setting(RECORD);
        if (at == null && record == null) {
            return;
        }
        String time = name + ":" + TIMES.merge(name, 1, Integer::sum);
        try {
            if (record != null) {
                Files.writeString(Path.of(record), time + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
            if (time.equals(at) || time.equals(at + ":1")) {
                signalMyself();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("fail point " + time, e);
        }
    }

    private static String setting(String name) {
        String property = System.getProperty(name);
        return property != null ? property : System.getenv(name);
    }

    /** From outside, so that nothing of this process has a chance to clean up. */
    private static void signalMyself() throws IOException {
        String signal = setting(SIGNAL);
        Process kill = new ProcessBuilder(
                        "kill",
                        "-" + (signal == null ? "KILL" : signal),
                        Long.toString(ProcessHandle.current().pid()))
                .start();
        try {
            kill.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
