package io.tapelake.jobs.log;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.MDC;

/**
 * Fields that every line of the log has while some work is done, by the thread that does it. The log's layout shows the
 * four named here.
 */
public final class LogFields {

    /** Id of the run. */
    public static final String RUN = "run";
    /** Path of the file at hand. */
    public static final String FILE = "file";
    /** The symbol at hand. */
    public static final String SYMBOL = "symbol";
    /** The trade date at hand. */
    public static final String DATE = "date";

    private LogFields() {}

    /**
     * Does work with fields, and takes them away afterwards.
     *
     * @param fields names and values in turn; a null value leaves the field as it is
     */
    public static <T> T during(Supplier<T> work, String... fields) {
        Map<String, String> before = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i + 1] != null) {
                before.put(fields[i], MDC.get(fields[i]));
                MDC.put(fields[i], fields[i + 1]);
            }
        }
        try {
            return work.get();
        } finally {
            before.forEach((name, value) -> {
                if (value == null) {
                    MDC.remove(name);
                } else {
                    MDC.put(name, value);
                }
            });
        }
    }

    /** Writes a line with fields. */
    public static void log(Runnable line, String... fields) {
        during(
                () -> {
                    line.run();
                    return null;
                },
                fields);
    }
}
