/** What {@code tapelake state} shows. Begin with {@link io.tapelake.cli.state.StateLines}. */
package io.tapelake.cli.state;
