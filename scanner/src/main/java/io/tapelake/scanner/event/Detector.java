package io.tapelake.scanner.event;

/**
 * Looks for one kind of event, minute by minute. An implementation may keep state; one object serves one symbol-day and
 * one thread. It is chosen by name in the configuration: {@link Detectors} knows the built-in ones, and any other class
 * with a public constructor without parameters is named by its full class name.
 */
public interface Detector {
    /** The name in the configuration, in events and in reset points, such as {@code dead-zone}. */
    String name();

    /**
     * Called at the end of every minute from the start of the pre-market session to the end of the post-market session,
     * whether it had trades or not.
     *
     * @param view everything known now; asking it for a later minute is an error
     * @param sink where events go that are known now and were not before
     */
    void minute(MinuteView view, EventSink sink);
}
