package io.tapelake.scanner;

import static io.tapelake.scanner.Fixture.SCANNER;
import static io.tapelake.scanner.Fixture.at;
import static io.tapelake.scanner.Fixture.fold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.CorporateAction;
import io.tapelake.model.Prices;
import io.tapelake.model.SessionCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;

class LookbackPropertyTest {
    private static final Offset<Double> EXACTLY = within(1e-9);

    /** A day as one regular-session bar. */
    record Day(long open, long high, long low, long close, long volume) {
        Day times(long priceFactor, long volumeFactor) {
            return new Day(
                    open * priceFactor,
                    high * priceFactor,
                    low * priceFactor,
                    close * priceFactor,
                    volume * volumeFactor);
        }
    }

    @Provide
    Arbitrary<List<Day>> days() {
        Arbitrary<List<Long>> prices = Arbitraries.longs()
                .between(100, 5_000)
                .map(cents -> cents * 10_000_000L)
                .list()
                .ofSize(4)
                .map(list -> list.stream().sorted().toList());
        return Combinators.combine(prices, Arbitraries.longs().between(1, 1_000_000))
                .as((p, volume) -> new Day(p.get(1), p.get(3), p.get(0), p.get(2), volume))
                .list()
                .ofMinSize(1)
                .ofMaxSize(26);
    }

    private static List<LocalDate> dates(int count) {
        List<LocalDate> dates = new ArrayList<>();
        LocalDate date = LocalDate.of(2025, 3, 3);
        for (int i = 0; i < count; i++) {
            dates.add(date);
            date = SessionCalendar.usEquities().nextTradingDay(date);
        }
        return dates;
    }

    private static ScannedDay scanLast(List<Day> days, List<CorporateAction> actions) {
        List<LocalDate> dates = dates(days.size());
        SecurityHistory history = SCANNER.history(actions);
        ScannedDay last = null;
        for (int i = 0; i < days.size(); i++) {
            Day d = days.get(i);
            DayFold fold = fold(dates.get(i));
            fold.bars(SourceSchema.OHLCV_1M)
                    .add(at(dates.get(i), "10:00:00"), 2, d.open(), d.high(), d.low(), d.close(), d.volume());
            last = history.next(fold.finish());
        }
        return last;
    }

    @Property
    void equalsTheNaiveLookback(@ForAll("days") List<Day> days) {
        DayLookback lookback = scanLast(days, List.of()).lookback().measures();
        Day today = days.get(days.size() - 1);
        List<Day> before = days.subList(Math.max(0, days.size() - 21), days.size() - 1);
        assertThat(lookback.lookbackDays()).isEqualTo(before.size());
        if (before.size() >= 5) {
            List<Long> volumes = before.stream().map(Day::volume).sorted().toList();
            int n = volumes.size();
            double median = (volumes.get((n - 1) / 2) + volumes.get(n / 2)) / 2.0;
            double mean = before.stream().mapToLong(Day::volume).average().orElseThrow();
            assertThat(lookback.rvol()).isCloseTo(today.volume() / median, EXACTLY);
            assertThat(lookback.rvolMean()).isCloseTo(today.volume() / mean, EXACTLY);
        } else {
            assertThat(lookback.rvol()).isNaN();
        }
        assertThat(lookback.atr14Nanos() == Prices.UNDEF).isEqualTo(before.size() < 14);
        if (before.size() >= 14) {
            assertThat((double) lookback.atr14Nanos()).isCloseTo(naiveAtr(before), within(2.0));
        }
    }

    private static double naiveAtr(List<Day> days) {
        double[] ranges = new double[days.size()];
        for (int i = 0; i < ranges.length; i++) {
            Day d = days.get(i);
            ranges[i] = d.high() - d.low();
            if (i > 0) {
                long c = days.get(i - 1).close();
                ranges[i] = Math.max(ranges[i], Math.max(Math.abs(d.high() - c), Math.abs(d.low() - c)));
            }
        }
        double average = 0;
        for (int i = 0; i < 14; i++) {
            average += ranges[i] / 14;
        }
        for (int i = 14; i < ranges.length; i++) {
            average = (13 * average + ranges[i]) / 14;
        }
        return average;
    }

    /** A split changes the units of the days before it and nothing else. */
    @Property
    void aSplitLeavesEveryAdjustedMeasureUnchanged(
            @ForAll("days") List<Day> days,
            @ForAll @IntRange(min = 2, max = 20) int ratio,
            @ForAll @IntRange(max = 25) int onDay) {
        int exDay = Math.min(onDay, days.size() - 1);
        List<Day> withSplit = new ArrayList<>();
        List<Day> without = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            withSplit.add(i < exDay ? days.get(i).times(ratio, 1) : days.get(i));
            without.add(i < exDay ? days.get(i).times(1, ratio) : days.get(i));
        }
        CorporateAction split = CorporateAction.split("RUNR", dates(days.size()).get(exDay), BigDecimal.valueOf(ratio));
        DayLookback actual = scanLast(withSplit, List.of(split)).lookback().measures();
        DayLookback expected = scanLast(without, List.of()).lookback().measures();
        assertThat(actual.gapSplitAdjusted()).isCloseTo(expected.gapSplitAdjusted(), EXACTLY);
        assertThat(actual.trueRangeNanos()).isEqualTo(expected.trueRangeNanos());
        assertThat((double) actual.atr14Nanos()).isCloseTo(expected.atr14Nanos(), within(2.0));
        assertThat(actual.rvol()).isCloseTo(expected.rvol(), EXACTLY);
        assertThat(actual.rvolMean()).isCloseTo(expected.rvolMean(), EXACTLY);
        assertThat(actual.movement()).isCloseTo(expected.movement(), EXACTLY);
        assertThat(actual.direction()).isEqualTo(expected.direction());
    }

    @Property
    void scalingEveryPriceLeavesRatiosUnchanged(
            @ForAll("days") List<Day> days, @ForAll @IntRange(min = 2, max = 1_000) int factor) {
        DayLookback before = scanLast(days, List.of()).lookback().measures();
        DayLookback after = scanLast(days.stream().map(d -> d.times(factor, 1)).toList(), List.of())
                .lookback()
                .measures();
        assertThat(after.gap()).isCloseTo(before.gap(), EXACTLY);
        assertThat(after.movement()).isCloseTo(before.movement(), EXACTLY);
        assertThat(after.rvol()).isCloseTo(before.rvol(), EXACTLY);
        assertThat(after.direction()).isEqualTo(before.direction());
    }
}
