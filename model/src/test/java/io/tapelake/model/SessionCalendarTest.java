package io.tapelake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class SessionCalendarTest {
    private final SessionCalendar calendar = SessionCalendar.usEquities();

    @Test
    void aFullDayHasSixteenHours() {
        DaySessions day = calendar.sessions(LocalDate.of(2025, 11, 14));
        assertThat(day.preOpenNs()).isEqualTo(ns("2025-11-14T09:00:00Z"));
        assertThat(day.openNs()).isEqualTo(ns("2025-11-14T14:30:00Z"));
        assertThat(day.closeNs()).isEqualTo(ns("2025-11-14T21:00:00Z"));
        assertThat(day.postCloseNs()).isEqualTo(ns("2025-11-15T01:00:00Z"));
        assertThat(day.earlyClose()).isFalse();
    }

    @Test
    void anEarlyCloseMovesThePostMarketForward() {
        DaySessions day = calendar.sessions(LocalDate.of(2019, 12, 24));
        assertThat(day.closeNs()).isEqualTo(ns("2019-12-24T18:00:00Z"));
        assertThat(day.postCloseNs()).isEqualTo(ns("2019-12-24T22:00:00Z"));
        assertThat(day.earlyClose()).isTrue();
    }

    @Test
    void unscheduledClosuresAreClosed() {
        for (String date : List.of(
                "1994-04-27",
                "2001-09-11",
                "2004-06-11",
                "2007-01-02",
                "2012-10-29",
                "2012-10-30",
                "2018-12-05",
                "2025-01-09")) {
            assertThat(calendar.isTradingDay(LocalDate.parse(date))).as(date).isFalse();
        }
        assertThat(calendar.reason(LocalDate.of(2012, 10, 29))).isEqualTo("Hurricane Sandy");
    }

    @Test
    void neighboursSkipWeekendsAndHolidays() {
        assertThat(calendar.previousTradingDay(LocalDate.of(2025, 1, 10))).isEqualTo(LocalDate.of(2025, 1, 8));
        assertThat(calendar.nextTradingDay(LocalDate.of(2025, 1, 8))).isEqualTo(LocalDate.of(2025, 1, 10));
        assertThat(calendar.previousTradingDay(LocalDate.of(2025, 1, 13))).isEqualTo(LocalDate.of(2025, 1, 10));
    }

    @Test
    void sessionBoundsIncludeTheirStartAndExcludeTheirEnd() {
        DaySessions day = calendar.sessions(LocalDate.of(2025, 11, 14));
        assertThat(day.sessionAt(day.preOpenNs() - 1)).isEqualTo(Session.OUTSIDE);
        assertThat(day.sessionAt(day.preOpenNs())).isEqualTo(Session.PRE);
        assertThat(day.sessionAt(day.openNs())).isEqualTo(Session.REGULAR);
        assertThat(day.sessionAt(day.closeNs() - 1)).isEqualTo(Session.REGULAR);
        assertThat(day.sessionAt(day.closeNs())).isEqualTo(Session.POST);
        assertThat(day.sessionAt(day.postCloseNs())).isEqualTo(Session.OUTSIDE);
    }

    @Test
    void aClosedDayHasNoSessions() {
        LocalDate saturday = LocalDate.of(2025, 11, 15);
        assertThat(calendar.findSessions(saturday)).isEmpty();
        assertThatThrownBy(() -> calendar.sessions(saturday))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2025-11-15")
                .hasMessageContaining("weekend");
    }

    @Test
    void anUnknownDateIsAnErrorAndNotAGuess() {
        LocalDate unknown = LocalDate.of(2031, 1, 2);
        assertThat(calendar.findSessions(unknown)).isEmpty();
        assertThatThrownBy(() -> calendar.isTradingDay(unknown))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2031-01-02")
                .hasMessageContaining("1990-01-01 to 2030-12-31");
    }

    @Test
    void overridesAreAppliedToACopy() {
        LocalDate date = LocalDate.of(2027, 6, 1);
        SessionCalendar changed = calendar.with(List.of("closed,2027-06-01,storm", "early,2027-06-02,12:30,storm"));
        assertThat(changed.isTradingDay(date)).isFalse();
        assertThat(changed.sessions(date.plusDays(1)).closeNs())
                .isEqualTo(NewYork.toEpochNs(date.plusDays(1), LocalTime.of(12, 30)));
        assertThat(calendar.isTradingDay(date)).isTrue();
        assertThat(changed.with(List.of("open,2027-06-01,storm passed")).isTradingDay(date))
                .isTrue();
    }

    @Test
    void hoursHoldFromTheirEffectiveDate() {
        SessionCalendar changed = calendar.with(List.of("hours,2029-03-05,00:00,09:30,16:00,20:00"));
        LocalDate before = LocalDate.of(2029, 3, 2);
        LocalDate after = LocalDate.of(2029, 3, 5);
        assertThat(changed.sessions(before)).isEqualTo(calendar.sessions(before));
        assertThat(changed.sessions(after).preOpenNs()).isEqualTo(NewYork.startOfDayNs(after));
    }

    @Test
    void aMalformedLineIsNamed() {
        assertThatThrownBy(() -> calendar.with(List.of("closed,2027-06-01,storm", "closed,June first,storm")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("June first")
                .hasMessageContaining("closed,DATE,REASON");
        assertThatThrownBy(() -> calendar.with(List.of("early,2027-06-01")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("early,2027-06-01");
    }

    private static long ns(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }
}
