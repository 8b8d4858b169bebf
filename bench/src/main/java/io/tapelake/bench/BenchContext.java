package io.tapelake.bench;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a bench may use.
 *
 * @param scratch a folder for made input, kept between runs so that it need not be made again
 * @param settings sizes given on the command line as {@code --set KEY=VALUE}
 * @param progress a place for words about the progress; figures go to the report
 */
public record BenchContext(Path scratch, Map<String, String> settings, PrintWriter progress) {
    /** Copies the settings. */
    public BenchContext {
        settings = Map.copyOf(settings);
    }

    /**
     * A size from the command line, or its default.
     *
     * @throws IllegalArgumentException when what was given is not a whole number above 0
     */
    public long size(String key, long otherwise) {
        String text = settings.get(key);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[1-9]\\d{0,17}")) {
            throw new IllegalArgumentException("--set " + key + "=" + text + ": must be a whole number above 0");
        }
        return Long.parseLong(text);
    }

    /** Says what is going on. */
    public void say(String words) {
        progress.println(words);
        progress.flush();
    }
}
