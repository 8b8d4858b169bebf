package io.tapelake.cli.lake;

/** How a summary with lists in it is printed. */
enum SummaryFormat {
    /** Lines and tables for people. */
    TABLE,
    /** JSON objects, one per line. */
    JSON
}
