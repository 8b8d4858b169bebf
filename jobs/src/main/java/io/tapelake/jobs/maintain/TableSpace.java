package io.tapelake.jobs.maintain;

/**
 * The data files of a table.
 *
 * @param table its name
 * @param files data files that lie there
 * @param bytes their size
 * @param goes files that go: no retained run needs them, nor the newest version of the table
 * @param bytesGo their size
 * @param young files that nothing needs but that are too young to go
 * @param bytesYoung their size
 */
public record TableSpace(String table, long files, long bytes, long goes, long bytesGo, long young, long bytesYoung) {}
