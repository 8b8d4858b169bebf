package io.tapelake.scanner.tape;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PrintFilterTest {
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long PRICE = 10_000_000_000L;

    private final PrintFilter filter = new PrintFilter();
    private final List<Long> clean = new ArrayList<>();
    private long ns = 1_700_000_000L * SECOND_NS;

    /** A print so many seconds after the one before. */
    private PrintFilterTest print(double seconds, double price) {
        ns += (long) (seconds * SECOND_NS);
        long nanos = Math.round(price * PRICE);
        int counting = filter.print(ns, nanos);
        if (counting == 2 || counting == PrintFilter.CONFIRMED_ONLY) {
            clean.add(filter.confirmed());
        }
        if (counting > 0) {
            clean.add(nanos);
        }
        return this;
    }

    private PrintFilterTest calm(int prints) {
        for (int i = 0; i < prints; i++) {
            print(1, i % 2 == 0 ? 1 : 1.001);
        }
        return this;
    }

    private static List<Long> prices(double... prices) {
        List<Long> nanos = new ArrayList<>();
        for (double price : prices) {
            nanos.add(Math.round(price * PRICE));
        }
        return nanos;
    }

    @Property
    void aLonePrintFarAwayIsFoundWhereverItIs(
            @ForAll @IntRange(min = 1, max = 60) int before,
            @ForAll @DoubleRange(min = 0.11, max = 3) double away,
            @ForAll boolean up) {
        PrintFilterTest day = new PrintFilterTest().calm(before);
        long badNs = day.ns + SECOND_NS;
        double price = up ? 1 + away : 1 / (1 + away);
        day.print(1, price).calm(before);
        assertThat(day.filter.badNs()).containsExactly(badNs);
        assertThat(day.filter.badNanos()).containsExactly(Math.round(price * PRICE));
        assertThat(day.filter.badKnownNs()).containsExactly(badNs + SECOND_NS);
        assertThat(day.clean).hasSize(2 * before).allMatch(p -> p == PRICE || p == Math.round(1.001 * PRICE));
    }

    @Property
    void anExcursionOfSeveralPrintsIsAPrice(
            @ForAll @IntRange(min = 2, max = 10) int prints,
            @ForAll @DoubleRange(min = 0.11, max = 0.6) double away,
            @ForAll boolean up) {
        PrintFilterTest day = new PrintFilterTest().calm(20);
        for (int i = 0; i < prints; i++) {
            day.print(0.3, up ? 1 + away : 1 / (1 + away));
        }
        day.calm(20);
        assertThat(day.clean.stream().filter(p -> Math.abs(p - PRICE) > PRICE / 20))
                .hasSize(prints);
        assertThat(day.filter.badNs()).isEmpty();
    }

    @Test
    void aJumpThatStaysIsAPrice() {
        calm(10).print(1, 1.5).print(1, 1.52).print(1, 1.49);
        assertThat(clean.subList(10, 13)).isEqualTo(prices(1.5, 1.52, 1.49));
        assertThat(filter.badNs()).isEmpty();
    }

    @Test
    void aJumpThatGoesOnIsAPrice() {
        calm(10).print(1, 1.2).print(1, 1.5).print(1, 1.9).print(1, 1.9);
        assertThat(clean.subList(10, 14)).isEqualTo(prices(1.2, 1.5, 1.9, 1.9));
    }

    @Test
    void twoStraysInOppositeDirectionsAreBothBad() {
        calm(10).print(1, 1.4).print(1, 0.6).calm(4);
        assertThat(filter.badNanos()).isEqualTo(prices(1.4, 0.6));
    }

    @Test
    void halfWayBackRefutes() {
        calm(10).print(1, 1.44).print(1, 1.19).print(1, 1.2);
        assertThat(filter.badNanos()).as("back by more than half").isEqualTo(prices(1.44));
        PrintFilterTest other =
                new PrintFilterTest().calm(10).print(1, 1.44).print(1, 1.22).print(1, 1.22);
        assertThat(other.filter.badNs()).as("still more than half way out").isEmpty();
    }

    @Test
    void printsFarApartInTimeAreNoNeighbours() {
        calm(10).print(601, 2).print(601, 1).print(601, 3);
        assertThat(filter.badNs()).isEmpty();
        assertThat(clean).hasSize(13);
    }

    @Test
    void aPrintThatNobodyJudgesForTenMinutesStands() {
        calm(10).print(1, 2).print(601, 1);
        assertThat(filter.badNs()).isEmpty();
        assertThat(clean.subList(10, 12)).isEqualTo(prices(2, 1));
    }

    @Test
    void theFirstPrintIsTakenAndALastOneIsLeftUndecided() {
        print(1, 4).print(1, 1);
        assertThat(clean).isEqualTo(prices(4));
        assertThat(filter.doubted()).isEqualTo(PRICE);
        print(1, 1);
        assertThat(clean)
                .as("the market was never at four, but nothing said so")
                .isEqualTo(prices(4, 1, 1));
    }

    @Test
    void aWildDayIsDoubtedLess() {
        for (int i = 0; i < 40; i++) {
            print(1, i % 2 == 0 ? 1 : 1.03);
        }
        print(1, 1.2).print(1, 1.0);
        assertThat(filter.badNs()).as("19% where neighbours are 3% apart").isEmpty();
        print(1, 1.6).print(1, 1.0);
        assertThat(filter.badNs()).as("60% is doubted on any day").hasSize(1);
    }
}
