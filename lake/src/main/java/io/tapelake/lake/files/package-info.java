/**
 * Which files a table had at a version, and how their bytes are reached.
 *
 * <p>Begin with {@link io.tapelake.lake.files.TableSnapshot}: it asks the Delta log, never the folder, because files that a
 * later version removed are still lying there. {@link io.tapelake.lake.files.LakeStorage} opens local files without
 * Hadoop and all others through Hadoop.
 */
package io.tapelake.lake.files;
