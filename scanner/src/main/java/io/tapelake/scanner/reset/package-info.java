/**
 * Where an episode may start: candidates chosen minute by minute, described and drawn with what was known then. Begin
 * with {@link io.tapelake.scanner.reset.ResetPoint}.
 */
package io.tapelake.scanner.reset;
