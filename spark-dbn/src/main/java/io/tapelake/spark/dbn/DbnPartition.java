package io.tapelake.spark.dbn;

import org.apache.spark.sql.connector.read.InputPartition;

/**
 * The work of one task: a file or a part of it.
 *
 * @param path full name with scheme
 * @param bytes size of the file
 * @param group the frames to read, or null for the whole file
 */
record DbnPartition(String path, long bytes, FrameGroup group) implements InputPartition {}
