package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import io.tapelake.scanner.tape.MinuteTape;

/** First, highest and lowest price of the day and of its regular session without bad prints. */
final class CleanPrices {
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    private final Ohlc day = new Ohlc();
    private final Ohlc regular = new Ohlc();
    private final int badPrints;

    private CleanPrices(int badPrints) {
        this.badPrints = badPrints;
    }

    /** {@code sessions} is null when the date is no known trading day. */
    static CleanPrices of(MinuteTape tape, DaySessions sessions) {
        CleanPrices prices = new CleanPrices(tape.badPrintsNs().size());
        for (int i = 0; i < tape.size(); i++) {
            long startNs = tape.dayStartNs() + tape.minute(i) * NS_PER_MINUTE;
            prices.day.row(tape.openNanos(i), tape.highNanos(i), tape.lowNanos(i), tape.closeNanos(i));
            if (sessions != null && startNs >= sessions.openNs() && startNs < sessions.closeNs()) {
                prices.regular.row(tape.openNanos(i), tape.highNanos(i), tape.lowNanos(i), tape.closeNanos(i));
            }
        }
        if (tape.undecidedNanos() != 0) {
            long last = tape.undecidedNanos();
            prices.day.row(last, last, last, last);
        }
        return prices;
    }

    void writeTo(DayStatsDraft draft) {
        draft.cleanDayOpenNanos = day.open();
        draft.cleanDayHighNanos = day.high();
        draft.cleanDayLowNanos = day.low();
        draft.cleanRegOpenNanos = regular.open();
        draft.cleanRegHighNanos = regular.high();
        draft.cleanRegLowNanos = regular.low();
        draft.badPrints = badPrints;
        draft.flagIf(badPrints > 0, "bad-prints");
    }
}
