package io.tapelake.scanner;

import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import java.time.LocalDate;
import java.time.LocalTime;

/** A full trading day and short ways to write its times and prices. */
final class Fixture {
    static final LocalDate DATE = LocalDate.of(2025, 11, 14);
    static final DayScanner SCANNER = DayScanner.of(SessionCalendar.usEquities(), ScanSettings.defaults());

    private Fixture() {}

    static DayFold fold() {
        return fold(DATE);
    }

    static DayFold fold(LocalDate date) {
        return SCANNER.fold(new SymbolDay(date, "XNAS.ITCH", "RUNR"));
    }

    /** New York time on {@link #DATE}. */
    static long at(String time) {
        return at(DATE, time);
    }

    static long at(LocalDate date, String time) {
        return NewYork.toEpochNs(date, LocalTime.parse(time));
    }

    static long px(String price) {
        return Prices.parse(price);
    }

    /** The stats of a day with these regular-session prices and this volume, from four trades. */
    static DayStats day(LocalDate date, String open, String high, String low, String close, long volume) {
        DayFold fold = fold(date);
        TradeFold trades = fold.trades();
        trades.add(at(date, "09:30:00"), 2, px(open), volume);
        trades.add(at(date, "10:00:00"), 2, px(high), 0);
        trades.add(at(date, "11:00:00"), 2, px(low), 0);
        trades.add(at(date, "15:59:59"), 2, px(close), 0);
        return fold.finish();
    }
}
