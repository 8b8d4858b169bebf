/**
 * The typed configuration. Begin with {@link io.tapelake.config.TapelakeConfig}, whose {@code load} reads
 * {@code conf/tapelake.conf} and everything that overrides it.
 *
 * <p>All public types are immutable and safe for use by many threads.
 */
package io.tapelake.config;
