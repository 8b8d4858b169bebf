package io.tapelake.scanner.event;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Halt;
import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.DayLookback;
import io.tapelake.scanner.Lookback;
import io.tapelake.scanner.tape.MinuteTape;
import io.tapelake.scanner.tape.QuoteSampler;
import io.tapelake.scanner.tape.TapeBuilder;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** A day written by hand: trades or minute bars, halts, and what was known before. */
public final class HandDay {
    /** A full trading day. */
    public static final LocalDate DATE = LocalDate.of(2025, 11, 14);

    private static final long MINUTE_NS = 60_000_000_000L;

    private final TapeBuilder builder;
    private final LocalDate date;
    private final List<Halt> halts = new ArrayList<>();
    private QuoteSampler quotes;
    private long haltsKnownFromNs = Long.MIN_VALUE;
    private double atr14 = Double.NaN;
    private double prevClose = Double.NaN;

    private HandDay(LocalDate date, int barSeconds) {
        this.date = date;
        this.builder = new TapeBuilder(date, barSeconds);
    }

    /** A day of trades. */
    public static HandDay ofTrades() {
        return new HandDay(DATE, 0);
    }

    /** A day of minute bars. */
    public static HandDay ofMinutes() {
        return new HandDay(DATE, 60);
    }

    /** A day of minute bars on another date. */
    public static HandDay ofMinutes(LocalDate date) {
        return new HandDay(date, 60);
    }

    /** New York time on the day, with seconds or without. */
    public long at(String time) {
        return NewYork.toEpochNs(date, LocalTime.parse(time));
    }

    /** Prior ATR14 in USD. */
    public HandDay atr14(double usd) {
        atr14 = usd;
        return this;
    }

    /** Prior close in USD. */
    public HandDay prevClose(double usd) {
        prevClose = usd;
        return this;
    }

    /** A trade. */
    public HandDay trade(String time, double price, long shares) {
        return trade(at(time), price, shares);
    }

    /** A trade. */
    public HandDay trade(long ns, double price, long shares) {
        builder.trade(ns, nanos(price), shares);
        return this;
    }

    /** A bar. */
    public HandDay bar(String time, double open, double high, double low, double close, long shares) {
        builder.bar(at(time), nanos(open), nanos(high), nanos(low), nanos(close), shares);
        return this;
    }

    /** Bars of one price. */
    public HandDay flat(String from, int minutes, double price, long shares) {
        for (int i = 0; i < minutes; i++) {
            builder.bar(at(from) + i * MINUTE_NS, nanos(price), nanos(price), nanos(price), nanos(price), shares);
        }
        return this;
    }

    /** Bars whose closes go in a straight line, each opening at the close before; the last closes at {@code to}. */
    public HandDay line(String time, int minutes, double from, double to, long shares) {
        for (int i = 0; i < minutes; i++) {
            double open = from + (to - from) * i / minutes;
            double close = from + (to - from) * (i + 1) / minutes;
            builder.bar(
                    at(time) + i * MINUTE_NS,
                    nanos(open),
                    nanos(Math.max(open, close)),
                    nanos(Math.min(open, close)),
                    nanos(close),
                    shares);
        }
        return this;
    }

    /** A best bid and ask of venue 2. */
    public HandDay quote(String time, double bid, double ask) {
        quotes = quotes == null ? new QuoteSampler(date, 50) : quotes;
        quotes.quote(at(time), 2, nanos(bid), nanos(ask));
        return this;
    }

    /** A halt. */
    public HandDay halt(String from, String to, Halt.Evidence evidence) {
        halts.add(new Halt(at(from), to == null ? Halt.NOT_RESUMED : at(to), evidence, 0));
        return this;
    }

    /** From when on halts are known, if not always. */
    public HandDay haltsKnownFrom(long ns) {
        haltsKnownFromNs = ns;
        return this;
    }

    private static long nanos(double price) {
        return Math.round(price * Prices.NANOS_PER_UNIT);
    }

    private static long orUndefined(double price) {
        return Double.isNaN(price) ? Prices.UNDEF : nanos(price);
    }

    /** The tape so far; to be asked for once. */
    public MinuteTape tape() {
        return builder.build(quotes, halts, haltsKnownFromNs);
    }

    /** What was known before. */
    public Lookback lookback() {
        double nan = Double.NaN;
        DayLookback measures = new DayLookback(
                20,
                null,
                orUndefined(prevClose),
                1,
                nan,
                nan,
                Prices.UNDEF,
                orUndefined(atr14),
                nan,
                nan,
                nan,
                nan,
                nan,
                null);
        return new Lookback(measures, orUndefined(prevClose), Prices.UNDEF, Prices.UNDEF, null);
    }

    /** The sessions. */
    public DaySessions sessions() {
        return SessionCalendar.usEquities().sessions(date);
    }

    /** The grid; to be asked for once. */
    public MinuteGrid grid() {
        return MinuteGrid.of(tape(), sessions(), lookback());
    }

    /** The events of the whole day with their outcomes; to be asked for once. */
    public List<ScanEvent> events() {
        MinuteGrid grid = grid();
        List<ScanEvent> known =
                DayWalk.over(grid, Detectors.of(Detectors.NAMES)).walk(Long.MAX_VALUE, (view, now) -> {});
        return Outcomes.of(grid, grid.size(), known);
    }

    /** Those of one kind. */
    public List<ScanEvent> events(EventKind kind) {
        return events().stream().filter(e -> e.kind() == kind).toList();
    }
}
