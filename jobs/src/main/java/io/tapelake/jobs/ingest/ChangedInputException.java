package io.tapelake.jobs.ingest;

import java.util.List;
import org.apache.hadoop.conf.Configuration;

/**
 * Files changed after they were inspected, while their rows were being written. What was written of them cannot be trusted,
 * so the run must not be published; the next one finds them as they are then.
 */
public final class ChangedInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private ChangedInputException(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * Throws if one of the files is not as it was listed.
     *
     * @param cause what failed because of it; null if nothing did
     */
    static void throwIfChanged(List<InputFile> files, Configuration hadoop, Throwable cause) {
        List<String> changed = files.parallelStream()
                .filter(file -> !InspectionStep.isAsKnown(file, hadoop))
                .map(InputFile::path)
                .toList();
        if (!changed.isEmpty()) {
            throw new ChangedInputException(
                    "changed or removed while rows were written from it: "
                            + String.join(", ", changed.subList(0, Math.min(3, changed.size())))
                            + (changed.size() > 3 ? " and " + (changed.size() - 3) + " more" : "")
                            + ". Nothing was published: run the job again once it is complete",
                    cause);
        }
    }
}
