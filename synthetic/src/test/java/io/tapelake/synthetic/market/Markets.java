package io.tapelake.synthetic.market;

import io.tapelake.model.SessionCalendar;
import java.time.LocalDate;

/** Markets for tests. */
final class Markets {
    static final LocalDate FROM = LocalDate.of(2025, 3, 3);

    private Markets() {}

    /** A market in which nothing is planted. */
    static MarketModel calm(long seed, int symbols, int days) {
        return of(seed, symbols, FROM, days, 0);
    }

    /** A market in which most symbol-days have something planted. */
    static MarketModel eventful(long seed, int symbols, int days) {
        return of(seed, symbols, FROM, days, 20);
    }

    static MarketModel of(long seed, int symbols, LocalDate from, int days, double eventRate) {
        return MarketModel.of(seed, symbols, from, days, SessionCalendar.usEquities(), 1, eventRate);
    }
}
