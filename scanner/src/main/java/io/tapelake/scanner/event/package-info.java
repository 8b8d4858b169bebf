/**
 * What happens inside a day: detectors that walk its minutes and say what they see, when they see it. Begin with
 * {@link io.tapelake.scanner.event.Detector}; {@code docs/detectors.md} shows adding one.
 *
 * <p>A detector is asked at the end of each minute and sees the minutes so far only, through
 * {@link io.tapelake.scanner.event.MinuteView}. What an event became later is hindsight and is added afterwards by
 * {@link io.tapelake.scanner.event.Outcomes}.
 */
package io.tapelake.scanner.event;
