package io.tapelake.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.reference.AffectedDates.Day;
import io.tapelake.model.CorporateAction;
import io.tapelake.model.Securities;
import io.tapelake.model.SecurityName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which dates look back differently; two days of lookback. */
class AffectedDatesTest {

    private static LocalDate date(int day) {
        return LocalDate.of(2025, 6, day);
    }

    private static List<Day> days(String symbol, int... on) {
        List<Day> days = new ArrayList<>();
        for (int day : on) {
            days.add(new Day(symbol, date(day), true));
        }
        return days;
    }

    private static Securities split(int exDay, String ratio) {
        return Securities.of(List.of(), List.of(CorporateAction.split("AAA", date(exDay), new BigDecimal(ratio))));
    }

    private static List<Integer> affected(List<Day> days, Securities before, Securities after) {
        return AffectedDates.among(days, before, after, 2).stream()
                .map(LocalDate::getDayOfMonth)
                .toList();
    }

    @Test
    void aSplitConcernsTheDaysThatLookBackAcrossItsExDate() {
        List<Day> days = days("AAA", 2, 3, 5, 10, 11, 12);
        assertThat(affected(days, Securities.none(), split(5, "2"))).containsExactly(5, 10);
        assertThat(affected(days, Securities.none(), split(4, "2"))).containsExactly(5, 10);
        assertThat(affected(days, Securities.none(), split(2, "2"))).isEmpty();
        assertThat(affected(days, Securities.none(), split(13, "2"))).isEmpty();
        assertThat(affected(days("BBB", 2, 3, 5), Securities.none(), split(5, "2")))
                .isEmpty();
    }

    @Test
    void aCorrectedRatioConcernsTheSameDaysAndTheSameRatioNone() {
        List<Day> days = days("AAA", 2, 3, 5, 10, 11, 12);
        assertThat(affected(days, split(5, "2"), split(5, "3"))).containsExactly(5, 10);
        assertThat(affected(days, split(5, "2"), split(5, "2.000"))).isEmpty();
        assertThat(affected(days, split(5, "2"), split(11, "2"))).containsExactly(5, 10, 11, 12);
    }

    @Test
    void aDayWithoutASourceIsNotLookedBackAt() {
        List<Day> days = days("AAA", 2, 3, 10, 11);
        days.add(new Day("AAA", date(5), false));
        assertThat(affected(days, Securities.none(), split(5, "2"))).containsExactly(5, 10, 11);
    }

    @Test
    void aNewNameConcernsTheFirstDaysUnderIt() {
        List<Day> days = days("OLD", 2, 3, 4);
        days.addAll(days("NEW", 5, 6, 7, 8));
        Securities named = Securities.of(
                List.of(new SecurityName("1", "OLD", date(1), date(5)), new SecurityName("1", "NEW", date(5), null)),
                List.of());
        assertThat(affected(days, Securities.none(), named)).containsExactly(5, 6);
        assertThat(AffectedDates.groups(Securities.none(), named)).containsOnlyKeys("OLD", "NEW");
        assertThat(AffectedDates.groups(named, named)).isEmpty();
    }
}
