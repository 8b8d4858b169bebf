package io.tapelake.jobs.verify;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What to prove. Immutable.
 *
 * @param runId the run, or {@code latest}
 * @param from first trade date; empty for the first there is
 * @param to last trade date; empty for the last there is
 * @param files which files, by path or name: {@code *} stands for any text, {@code ?} for one character; empty for all
 */
public record VerifyRequest(String runId, Optional<LocalDate> from, Optional<LocalDate> to, Optional<String> files) {

    /** Refuses a range that runs backwards. */
    public VerifyRequest {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new IllegalArgumentException(
                    "from " + from.get() + " is after to " + to.get() + "; give a range of trade dates");
        }
    }

    /** Everything of a run. */
    public static VerifyRequest of(String runId) {
        return new VerifyRequest(runId, Optional.empty(), Optional.empty(), Optional.empty());
    }

    boolean wants(LocalDate date) {
        return from.map(first -> !date.isBefore(first)).orElse(true)
                && to.map(last -> !date.isAfter(last)).orElse(true);
    }

    boolean isWhole() {
        return from.isEmpty() && to.isEmpty() && files.isEmpty();
    }

    /** True if the path, or the last part of it, is as asked for. */
    boolean wants(String path) {
        if (files.isEmpty()) {
            return true;
        }
        StringBuilder regex = new StringBuilder();
        for (char c : files.get().toCharArray()) {
            regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
        }
        Pattern pattern = Pattern.compile(regex.toString(), Pattern.DOTALL);
        return pattern.matcher(path).matches()
                || pattern.matcher(path.substring(path.lastIndexOf('/') + 1)).matches();
    }
}
