package io.tapelake.cli.job;

/** How a job's report is printed. */
enum ReportFormat {
    /** Lines for people. */
    TEXT,
    /** One JSON object per file. */
    JSON
}
