/**
 * The {@code tapelake} command: thin commands over the other modules.
 *
 * <p>Begin with {@link io.tapelake.cli.Main}, which runs one command line and returns its exit code.
 * Every command is named once, in {@code Commands}. Commands that run Spark live in the package
 * {@code io.tapelake.cli.job}, so that every other command starts without it.
 */
package io.tapelake.cli;
