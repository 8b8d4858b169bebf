package io.tapelake.jobs.publish;

/**
 * What a run says of its making.
 *
 * @param job name of the job: ingest, scan, demo
 * @param codeVersion version of the code, with its commit where known
 * @param configHash hash of the resolved configuration
 */
public record RunStamp(String job, String codeVersion, String configHash) {}
