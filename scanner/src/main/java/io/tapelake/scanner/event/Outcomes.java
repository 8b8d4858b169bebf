package io.tapelake.scanner.event;

/** What became of events: hindsight, added when the day is over. */
public final class Outcomes {
    private Outcomes() {}
}
