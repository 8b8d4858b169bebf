package io.tapelake.jobs.ingest;

import io.tapelake.jobs.ingest.Inspection.Verdict;
import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;

/**
 * Tells a file that is still being written from a damaged one: it changed while it was read, or it ends too early and was
 * changed a moment ago. Such a file is neither taken nor refused; the next time decides.
 *
 * @param listedAt when the files were listed
 * @param settleSeconds a change less than this long before is a moment ago
 */
record StillWritten(Instant listedAt, int settleSeconds) implements Serializable {

    /**
     * The inspection, or that of an unfinished file.
     *
     * @param now the file after it was read; empty if it is gone
     */
    Inspection check(Inspection found, Optional<InputFile> now) {
        InputFile file = found.file();
        if (now.isEmpty()) {
            return Inspection.unfinished(file, "it is gone since it was listed");
        }
        if (now.get().size() != file.size()) {
            return Inspection.unfinished(
                    file,
                    "it grew or shrank from " + file.size() + " to " + now.get().size() + " bytes while it was read");
        }
        if (now.get().mtimeMs() != file.mtimeMs()) {
            return Inspection.unfinished(file, "it was changed while it was read");
        }
        long ageMs = listedAt.toEpochMilli() - file.mtimeMs();
        if (endsTooEarly(found) && ageMs < settleSeconds * 1000L) {
            return Inspection.unfinished(
                    file,
                    "it ends too early and was changed " + Math.max(0, ageMs / 1000)
                            + " s before it was listed; refused if it still does so after ingest.settle-seconds = "
                            + settleSeconds);
        }
        return found;
    }

    private static boolean endsTooEarly(Inspection found) {
        return found.verdict() == Verdict.REFUSE
                && (found.reason().equals(FileInspector.TRUNCATED)
                        || found.reason().equals(FileInspector.EMPTY));
    }
}
