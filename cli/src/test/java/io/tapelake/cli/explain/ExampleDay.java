package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.BadPrint;
import io.tapelake.cli.explain.ExplainedDay.Candle;
import io.tapelake.cli.explain.ExplainedDay.Component;
import io.tapelake.cli.explain.ExplainedDay.Event;
import io.tapelake.cli.explain.ExplainedDay.Fact;
import io.tapelake.cli.explain.ExplainedDay.Level;
import io.tapelake.cli.explain.ExplainedDay.Phase;
import io.tapelake.cli.explain.ExplainedDay.ResetPoint;
import io.tapelake.cli.explain.ExplainedDay.Verdict;
import io.tapelake.model.NewYork;
import io.tapelake.model.SessionCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** A made-up day: a climb from 09:30 to 10:30 through a halt, a fall, and quiet until the close. */
final class ExampleDay {

    static final LocalDate DATE = LocalDate.of(2025, 11, 14);
    static final int MINUTES = 390;

    private ExampleDay() {}

    static long at(String time) {
        return NewYork.toEpochNs(DATE, LocalTime.parse(time));
    }

    static ExplainedDay whole() {
        return of("ABC", "gave back <all> of its \"leg\" & more", candles());
    }

    static ExplainedDay untraded() {
        return new ExplainedDay(
                "ABC",
                "XNAS.ITCH",
                DATE,
                "nowhere",
                SessionCalendar.usEquities().sessions(DATE),
                new Verdict("NONE", "nothing traded", "", Double.NaN, Double.NaN, List.of(), List.of()),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    static ExplainedDay of(String symbol, String rule, List<Candle> candles) {
        return new ExplainedDay(
                symbol,
                "XNAS.ITCH",
                DATE,
                "table bars_1m of run one",
                SessionCalendar.usEquities().sessions(DATE),
                new Verdict(
                        "RISK",
                        rule,
                        "BOTH",
                        0.71,
                        1.05,
                        List.of(
                                new Component("movement", 0.30, "42%", 0.93),
                                new Component("RVOL", 0.25, "", Double.NaN)),
                        List.of("failed_breakout", "halt")),
                List.of(new Fact("dollar volume", "$12,300,000")),
                candles,
                List.of(new Level("prior close", 10.5), new Level("far away", 99)),
                List.of(new Phase("MOMENTUM", at("09:30"), at("10:30")), new Phase("FLUSH", at("10:30"), at("10:40"))),
                List.of(
                        new Event(
                                "run",
                                true,
                                true,
                                at("09:30"),
                                at("10:30"),
                                1,
                                0.42,
                                List.of(new Fact("retrace", "92%"))),
                        new Event("halt", false, false, at("10:00:07"), at("10:05"), 0, Double.NaN, List.of()),
                        new Event("flush", false, false, at("10:30"), at("10:34"), -1, -0.18, List.of()),
                        new Event("volatility_squeeze", false, false, at("13:00"), at("13:00"), 0, 0, List.of())),
                List.of(new BadPrint(at("11:00"), 4.2), new BadPrint(at("11:30"), 10.75)),
                List.of(point("09:45", "breakout", 0.83, true), point("10:34", "flush", 0.12, false)));
    }

    private static ResetPoint point(String time, String detector, double quality, boolean selected) {
        return new ResetPoint(
                at(time),
                11.25,
                detector,
                "MOMENTUM",
                "OPEN",
                quality,
                List.of(new Component("volume", 1, "4.2", quality)),
                selected,
                0.25,
                4,
                List.of());
    }

    static List<Candle> candles() {
        List<Candle> candles = new ArrayList<>();
        for (int i = 0; i < MINUTES; i++) {
            double open = i < 60 ? 10 + i * 0.07 : Math.max(10.6, 14.2 - (i - 60) * 0.3);
            double close = i < 60 ? open + 0.07 : Math.max(10.6, open - 0.3);
            double high = Math.max(open, close) + 0.05;
            double low = Math.min(open, close) - 0.05;
            candles.add(new Candle(at("09:30") + i * View.MINUTE_NS, open, high, low, close, 1000 + i, 11.5));
        }
        return candles;
    }
}
