package io.tapelake.scanner;

import java.util.Locale;

/** What a symbol-day is to the day index; decided from its row of {@code day_stats} alone. */
public enum DayKind {
    /** Moved enough to be a momentum day. */
    MOMENTUM,
    /** Moved by less, on unusual volume: in the index as a day of category MIXED. */
    MIXED,
    /** In the index as an ordinary day that was drawn beside a momentum day. */
    CONTROL,
    /** Not in the index unless drawn as control. */
    ORDINARY,
    /** Cannot be judged, and is never drawn: no prices, or too few dollars traded. */
    UNSUITABLE;

    /** The name in tables. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
