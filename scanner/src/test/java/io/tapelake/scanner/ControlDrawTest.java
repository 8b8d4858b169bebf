package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ControlDrawTest {
    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);

    private static List<String> symbols(int count) {
        return IntStream.range(0, count).mapToObj(i -> "S" + i).toList();
    }

    @Test
    void asManyAreDrawnAsAreWantedWithTheirShareAsProbability() {
        assertThat(ControlDraw.draw(1, DATE, "XNAS.ITCH", symbols(40), 10))
                .hasSize(10)
                .allSatisfy((symbol, probability) -> assertThat(probability).isEqualTo(0.25));
    }

    @Test
    void allAreDrawnWhereThereAreTooFewAndNoneWhereNoneAreWanted() {
        assertThat(ControlDraw.draw(1, DATE, "XNAS.ITCH", symbols(3), 10))
                .hasSize(3)
                .containsEntry("S0", 1.0);
        assertThat(ControlDraw.draw(1, DATE, "XNAS.ITCH", symbols(3), 0)).isEmpty();
        assertThat(ControlDraw.draw(1, DATE, "XNAS.ITCH", List.of(), 2)).isEmpty();
    }

    @Test
    void orderPlaysNoPartButSeedDateAndDatasetDo() {
        List<String> shuffled = new ArrayList<>(symbols(200));
        Collections.shuffle(shuffled, new Random(5));
        var drawn = ControlDraw.draw(1, DATE, "XNAS.ITCH", symbols(200), 20);
        assertThat(ControlDraw.draw(1, DATE, "XNAS.ITCH", shuffled, 20)).isEqualTo(drawn);
        assertThat(ControlDraw.draw(2, DATE, "XNAS.ITCH", shuffled, 20)).isNotEqualTo(drawn);
        assertThat(ControlDraw.draw(1, DATE.plusDays(1), "XNAS.ITCH", shuffled, 20))
                .isNotEqualTo(drawn);
        assertThat(ControlDraw.draw(1, DATE, "DBEQ.BASIC", shuffled, 20)).isNotEqualTo(drawn);
    }

    /** A day is drawn before another whatever the others are: more wanted days only add to those drawn. */
    @Test
    void moreWantedDaysOnlyAddToThoseDrawn() {
        var few = ControlDraw.draw(7, DATE, "XNAS.ITCH", symbols(100), 5);
        var more = ControlDraw.draw(7, DATE, "XNAS.ITCH", symbols(100), 30);
        assertThat(more.keySet()).containsAll(few.keySet());
        var without = new TreeSet<>(symbols(100));
        few.keySet().forEach(without::remove);
        assertThat(ControlDraw.draw(7, DATE, "XNAS.ITCH", without, 25).keySet())
                .containsAll(
                        more.keySet().stream().filter(s -> !few.containsKey(s)).toList());
    }

    /** Neighbouring names and dates: over 2000 dates each of 20 symbols comes up a quarter of the time. */
    @Test
    void everySymbolIsAsLikelyAsAnyOther() {
        int[] times = new int[20];
        for (int day = 0; day < 2000; day++) {
            ControlDraw.draw(1, DATE.plusDays(day), "XNAS.ITCH", symbols(20), 5)
                    .keySet()
                    .forEach(s -> times[Integer.parseInt(s.substring(1))]++);
        }
        // Four standard deviations of a binomial draw.
        assertThat(times).isNotEmpty();
        for (int count : times) {
            assertThat((double) count).isCloseTo(500, within(4 * Math.sqrt(2000 * 0.25 * 0.75)));
        }
    }
}
