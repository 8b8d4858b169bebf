package io.tapelake.scanner.event;

import java.util.Arrays;
import java.util.Locale;

/** Kinds of events; {@code docs/measures.md} defines them. */
public enum EventKind {
    /** Price and volume leap within a minute. */
    SURGE,
    /** Trading stopped; seen when it resumes, or at the end of the day. */
    HALT,
    /** A close beyond the channel of the last 20 minutes, or beyond the opening range, on volume. */
    BREAKOUT,
    /** A fast fall on volume. */
    FLUSH,
    /** A good part of a flush is recovered soon after. */
    BOUNCE,
    /** A narrow, flat stretch after a leg. */
    CONSOLIDATION,
    /** Bollinger bands inside the Keltner channel; no short squeeze. */
    SQUEEZE,
    /** Volume rises while the price keeps still. */
    ACCUMULATION,
    /** A quarter of an hour in which hardly anything trades. */
    DEAD_ZONE,
    /** A price at a limit-up or limit-down band. */
    LULD_TOUCH,
    /** The regular session opens far from the prior close. */
    GAP,
    /** The regular session opens. */
    OPENING_BELL,
    /** A lone print far from the market; left out of every other measure. */
    BAD_PRINT,
    /** Hindsight: a whole directional leg on heavy volume, from its first minute to its extreme. */
    RUN;

    /** The name in tables, such as {@code dead_zone}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The kind of a name.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public static EventKind fromText(String text) {
        return Arrays.stream(values())
                .filter(k -> k.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of event is called '" + text + "'; allowed: "
                        + String.join(
                                ", ",
                                Arrays.stream(values()).map(EventKind::text).toList())));
    }
}
