package io.tapelake.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.scan.DueDates.Day;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Which days of one security look back at a change. */
class DueDatesTest {

    private static List<Day> days(long... withSource) {
        List<Day> days = new ArrayList<>();
        for (long day : withSource) {
            days.add(new Day(day, true));
        }
        return days;
    }

    private static TreeSet<Long> changes(long... at) {
        TreeSet<Long> changes = new TreeSet<>();
        for (long day : at) {
            changes.add(day);
        }
        return changes;
    }

    @Test
    void theNextDaysOfTheSecurityAreHoweverFarApart() {
        assertThat(DueDates.affected(days(1, 5, 100, 900, 901), changes(5), 2)).containsExactly(100L, 900L);
    }

    @Test
    void aDayWithoutASourceDoesNotCount() {
        List<Day> days = days(1, 2, 4, 5);
        days.add(new Day(3, false));
        assertThat(DueDates.affected(days, changes(1), 2)).containsExactly(2L, 3L, 4L);
    }

    @Test
    void nothingIsAfterTheLastDay() {
        assertThat(DueDates.affected(days(1, 2, 3), changes(3), 20)).isEmpty();
        assertThat(DueDates.affected(days(1, 2, 3), changes(), 20)).isEmpty();
    }

    /** Against the definition: a day is affected if a change is among its last days with a source. */
    @Test
    void everyDayThatLooksBackAtAChangeIsAmongThem() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            List<Day> days = new ArrayList<>();
            TreeSet<Long> changes = new TreeSet<>();
            for (long day = 0; day < 40; day++) {
                days.add(new Day(day, random.nextInt(5) > 0));
                if (random.nextInt(15) == 0) {
                    changes.add(day);
                }
            }
            List<Long> affected = DueDates.affected(days, changes, 5);
            for (int i = 0; i < days.size(); i++) {
                if (looksBackAtAChange(days, i, changes)) {
                    assertThat(affected).contains(days.get(i).epochDay());
                }
            }
        }
    }

    private static boolean looksBackAtAChange(List<Day> days, int of, TreeSet<Long> changes) {
        int seen = 0;
        for (int i = of - 1; i >= 0 && seen < 5; i--) {
            if (days.get(i).hasSource()) {
                seen++;
                if (changes.contains(days.get(i).epochDay())) {
                    return true;
                }
            }
        }
        return false;
    }
}
