/**
 * Commands that ask a lake without starting Spark.
 *
 * <p>Begin with {@link io.tapelake.cli.lake.TableCommand}. Rows leave through {@link io.tapelake.cli.lake.RowOutput}, which has
 * one implementation per {@code --format}.
 */
package io.tapelake.cli.lake;
