package io.tapelake.model;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The trading days of a market and the bounds of their sessions. It is data: see the resource
 * {@code us-equities-sessions.csv}, to which {@link #with} adds overrides, such as a closure announced yesterday.
 *
 * <p>A calendar knows the dates from {@link #firstDate()} to {@link #lastDate()}. A question about any other date is an
 * {@link IllegalArgumentException}, never a guess; {@link #findSessions} answers it with an empty value. Immutable.
 */
public final class SessionCalendar {
    private final LocalDate firstDate;
    private final LocalDate lastDate;
    private final NavigableMap<LocalDate, SessionHours> hours;
    private final Map<LocalDate, SpecialDay> specialDays;

    SessionCalendar(
            LocalDate firstDate,
            LocalDate lastDate,
            NavigableMap<LocalDate, SessionHours> hours,
            Map<LocalDate, SpecialDay> specialDays) {
        this.firstDate = firstDate;
        this.lastDate = lastDate;
        this.hours = new TreeMap<>(hours);
        this.specialDays = new HashMap<>(specialDays);
    }

    /** The calendar of the US equity exchanges, 1990 to 2030. */
    public static SessionCalendar usEquities() {
        return UsEquities.CALENDAR;
    }

    /**
     * This calendar with further lines applied after its own, in order. Lines have the format of the resource:
     * {@code closed,2031-01-09,day of mourning}, {@code early,DATE,13:00,REASON}, {@code open,DATE,REASON},
     * {@code hours,FROM,04:00,09:30,16:00,20:00}, {@code covers,FROM,TO}.
     *
     * @throws IllegalArgumentException naming the line, when one is malformed
     */
    public SessionCalendar with(List<String> lines) {
        return CalendarLines.apply(this, lines, "calendar override");
    }

    /** The first date this calendar knows. */
    public LocalDate firstDate() {
        return firstDate;
    }

    /** The last date this calendar knows. */
    public LocalDate lastDate() {
        return lastDate;
    }

    /** Whether this calendar knows the date. */
    public boolean covers(LocalDate date) {
        return !date.isBefore(firstDate) && !date.isAfter(lastDate);
    }

    /**
     * Whether the exchanges are open on the date.
     *
     * @throws IllegalArgumentException when the calendar does not know the date
     */
    public boolean isTradingDay(LocalDate date) {
        requireCovered(date);
        if (date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return false;
        }
        SpecialDay special = specialDays.get(date);
        return special == null || !special.closed();
    }

    /**
     * The last trading day before the date.
     *
     * @throws IllegalArgumentException when the answer lies before the dates this calendar knows
     */
    public LocalDate previousTradingDay(LocalDate date) {
        LocalDate day = date.minusDays(1);
        while (!isTradingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /**
     * The first trading day after the date.
     *
     * @throws IllegalArgumentException when the answer lies after the dates this calendar knows
     */
    public LocalDate nextTradingDay(LocalDate date) {
        LocalDate day = date.plusDays(1);
        while (!isTradingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /**
     * The sessions of a trading day.
     *
     * @throws IllegalArgumentException when the exchanges are closed on the date, or the calendar does not know it
     */
    public DaySessions sessions(LocalDate tradeDate) {
        requireCovered(tradeDate);
        return findSessions(tradeDate)
                .orElseThrow(() -> new IllegalArgumentException(tradeDate + " is not a trading day ("
                        + reason(tradeDate) + "); use isTradingDay or findSessions where that can happen"));
    }

    /** The sessions of the date; empty when the exchanges are closed or the calendar does not know the date. */
    public Optional<DaySessions> findSessions(LocalDate date) {
        if (!covers(date) || !isTradingDay(date)) {
            return Optional.empty();
        }
        SessionHours usual = hours.floorEntry(date).getValue();
        SpecialDay special = specialDays.get(date);
        LocalTime close = special == null ? usual.close() : special.close();
        long closeNs = NewYork.toEpochNs(date, close);
        long usualCloseNs = NewYork.toEpochNs(date, usual.close());
        long usualPostCloseNs = NewYork.toEpochNs(date, usual.postClose());
        return Optional.of(new DaySessions(
                NewYork.toEpochNs(date, usual.preOpen()),
                NewYork.toEpochNs(date, usual.open()),
                closeNs,
                closeNs + (usualPostCloseNs - usualCloseNs),
                closeNs < usualCloseNs));
    }

    /** Why the date is closed or closes early: a holiday's name, {@code weekend}, or empty for an ordinary day. */
    public String reason(LocalDate date) {
        SpecialDay special = specialDays.get(date);
        if (special != null) {
            return special.reason();
        }
        return date.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue() ? "weekend" : "";
    }

    Map<LocalDate, SpecialDay> specialDays() {
        return specialDays;
    }

    NavigableMap<LocalDate, SessionHours> hours() {
        return hours;
    }

    private void requireCovered(LocalDate date) {
        if (!covers(date)) {
            throw new IllegalArgumentException("calendar does not know " + date + "; it covers " + firstDate + " to "
                    + lastDate + ", add lines 'covers,FROM,TO' and the days in between as overrides");
        }
    }

    /** A day that differs from its rule; {@code close} is null when there is no trading. */
    record SpecialDay(LocalTime close, String reason) {
        boolean closed() {
            return close == null;
        }
    }

    private static final class UsEquities {
        static final SessionCalendar CALENDAR = CalendarLines.resource("us-equities-sessions.csv");
    }
}
