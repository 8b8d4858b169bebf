/**
 * The typed configuration. Begin with {@link io.tapelake.config.CodeVersion}.
 */
package io.tapelake.config;
