package io.tapelake.scanner.event;

import java.util.List;

/** The detectors by name. */
public final class Detectors {
    /** Names of the built-in detectors, in the order in which they are asked. */
    public static final List<String> NAMES = List.of(
            "surge",
            "halt",
            "opening-bell",
            "gap",
            "breakout",
            "opening-range",
            "flush",
            "bounce",
            "consolidation",
            "squeeze",
            "accumulation",
            "dead-zone",
            "luld");

    private Detectors() {}
}
