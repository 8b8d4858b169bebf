package io.tapelake.scanner.event;

/** Takes the events that a detector sees. */
@FunctionalInterface
public interface EventSink {
    /** Takes an event that is known now. */
    void event(ScanEvent event);
}
