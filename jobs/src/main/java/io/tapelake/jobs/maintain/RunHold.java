package io.tapelake.jobs.maintain;

/**
 * What a retained run holds.
 *
 * @param runId the run
 * @param pinned true if it is pinned
 * @param withdrawn true if it is withdrawn
 * @param files data files that it needs
 * @param bytes their size
 * @param alone of these, files that nothing else needs: what letting it go would free
 * @param bytesAlone their size
 */
public record RunHold(
        String runId, boolean pinned, boolean withdrawn, long files, long bytes, long alone, long bytesAlone) {}
