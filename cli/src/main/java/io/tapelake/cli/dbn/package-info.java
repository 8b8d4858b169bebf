/**
 * The {@code tapelake dbn} commands: look into, check and re-encode DBN files without Spark. Begin with
 * {@link io.tapelake.cli.dbn.DbnCommand}.
 */
package io.tapelake.cli.dbn;
