package io.tapelake.scanner;

import static io.tapelake.scanner.Fixture.DATE;
import static io.tapelake.scanner.Fixture.fold;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.BarSeries;
import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import io.tapelake.model.TradeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class DayFoldPropertyTest {
    private static final long DAY_START = NewYork.startOfDayNs(DATE);
    private static final long SECOND = 1_000_000_000L;

    @Provide
    Arbitrary<List<NaiveDay.Row>> trades() {
        // Few distinct times and prices, so that ties are common.
        Arbitrary<Long> time = Arbitraries.longs().between(0, 86_399).map(s -> DAY_START + s / 37 * 37 * SECOND);
        Arbitrary<Long> price = Arbitraries.longs().between(1, 400).map(cents -> cents * 10_000_000L);
        Arbitrary<Long> size = Arbitraries.longs().between(0, 1_000_000);
        return Combinators.combine(time, price, size)
                .as(NaiveDay.Row::trade)
                .list()
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(list -> list.stream()
                        .sorted(Comparator.comparingLong(NaiveDay.Row::ns))
                        .toList());
    }

    @Provide
    Arbitrary<List<NaiveDay.Row>> bars() {
        Arbitrary<Long> minute = Arbitraries.longs().between(0, 1_439);
        Arbitrary<List<Long>> prices = Arbitraries.longs()
                .between(1, 400)
                .map(cents -> cents * 10_000_000L)
                .list()
                .ofSize(4)
                .map(list -> list.stream().sorted().toList());
        Arbitrary<Long> volume = Arbitraries.longs().between(0, 1_000_000);
        return Combinators.combine(minute, prices, volume)
                .as((m, p, v) ->
                        new NaiveDay.Row(DAY_START + m * 60 * SECOND, p.get(1), p.get(3), p.get(0), p.get(2), v))
                .list()
                .uniqueElements(NaiveDay.Row::ns)
                .ofMinSize(1)
                .ofMaxSize(60)
                .map(list -> list.stream()
                        .sorted(Comparator.comparingLong(NaiveDay.Row::ns))
                        .toList());
    }

    private static DayStats foldTrades(List<NaiveDay.Row> rows) {
        DayFold fold = fold();
        rows.forEach(r -> fold.trades().add(r.ns(), 2, r.close(), r.volume()));
        return fold.finish();
    }

    private static DayStats foldBars(List<NaiveDay.Row> rows) {
        DayFold fold = fold();
        BarFold bars = fold.bars(SourceSchema.OHLCV_1M);
        rows.forEach(r -> bars.add(r.ns(), 2, r.open(), r.high(), r.low(), r.close(), r.volume()));
        return fold.finish();
    }

    @Property
    void tradesEqualTheNaiveDay(@ForAll("trades") List<NaiveDay.Row> rows) {
        DayStats stats = foldTrades(rows);
        assertEqualsNaive(stats, new NaiveDay(rows));
        assertThat(stats.bars1s()).isEqualTo(new NaiveDay(rows).distinct(SECOND));
        assertThat(stats.bars1m()).isEqualTo(new NaiveDay(rows).distinct(60 * SECOND));
    }

    @Property
    void barsEqualTheNaiveDay(@ForAll("bars") List<NaiveDay.Row> rows) {
        DayStats stats = foldBars(rows);
        assertEqualsNaive(stats, new NaiveDay(rows));
        assertThat(stats.bars1m()).isEqualTo(rows.size());
    }

    private static void assertEqualsNaive(DayStats stats, NaiveDay naive) {
        assertThat(stats.rows()).isEqualTo(naive.rows().size());
        assertThat(stats.volume()).isEqualTo(naive.volume());
        assertThat(stats.preVolume()).isEqualTo(naive.volume("04:00", "09:30"));
        assertThat(stats.regularVolume()).isEqualTo(NaiveDay.sum(naive.regular()));
        assertThat(stats.postVolume()).isEqualTo(naive.volume("16:00", "20:00"));
        assertThat(stats.preVolume() + stats.regularVolume() + stats.postVolume() + stats.outsideVolume())
                .isEqualTo(stats.volume());
        assertThat(stats.cumVolume5m()).isEqualTo(naive.cumulative());
        assertThat(stats.dayOpenNanos()).isEqualTo(naive.rows().get(0).open());
        assertThat(stats.dayHighNanos()).isEqualTo(NaiveDay.high(naive.rows()));
        assertThat(stats.dayLowNanos()).isEqualTo(NaiveDay.low(naive.rows()));
        List<NaiveDay.Row> regular = naive.regular();
        assertThat(stats.regOpenNanos())
                .isEqualTo(regular.isEmpty() ? Prices.UNDEF : regular.get(0).open());
        assertThat(stats.regHighNanos()).isEqualTo(regular.isEmpty() ? Prices.UNDEF : NaiveDay.high(regular));
        assertThat(stats.regCloseNanos())
                .isEqualTo(
                        regular.isEmpty()
                                ? Prices.UNDEF
                                : regular.get(regular.size() - 1).close());
        assertThat(stats.vwapNanos()).isEqualTo(naive.volume() == 0 ? Prices.UNDEF : naive.vwapNanos());
        assertThat(stats.runup()).isCloseTo(naive.runup(), within(1e-12));
        assertThat(stats.drawdown()).isCloseTo(naive.drawdown(), within(1e-12));
    }

    @Property
    void scalingEveryPriceLeavesRatiosTimesAndVolumesUnchanged(
            @ForAll("bars") List<NaiveDay.Row> rows, @ForAll @LongRange(min = 2, max = 100_000) long factor) {
        List<NaiveDay.Row> scaled = rows.stream()
                .map(r -> new NaiveDay.Row(
                        r.ns(), r.open() * factor, r.high() * factor, r.low() * factor, r.close() * factor, r.volume()))
                .toList();
        DayStats before = foldBars(rows);
        DayStats after = foldBars(scaled);
        assertThat(after.rangeDay()).isCloseTo(before.rangeDay(), within(1e-9));
        assertThat(after.runup()).isCloseTo(before.runup(), within(1e-9));
        assertThat(after.drawdown()).isCloseTo(before.drawdown(), within(1e-9));
        assertThat(after.runupLowNs()).isEqualTo(before.runupLowNs());
        assertThat(after.runupHighNs()).isEqualTo(before.runupHighNs());
        assertThat(after.drawdownHighNs()).isEqualTo(before.drawdownHighNs());
        assertThat(after.drawdownLowNs()).isEqualTo(before.drawdownLowNs());
        assertThat(after.cumVolume5m()).isEqualTo(before.cumVolume5m());
        assertThat(after.dayHighNanos()).isEqualTo(before.dayHighNanos() * factor);
    }

    @Property
    void rowsMayComeInPiecesOfAnySize(@ForAll("trades") List<NaiveDay.Row> rows, @ForAll @IntRange(max = 60) int cut) {
        int middle = Math.min(cut, rows.size());
        DayFold fold = fold();
        fold.trades().add(series(rows.subList(0, middle)));
        fold.trades().add(series(rows.subList(middle, rows.size())));
        assertThat(fold.finish()).isEqualTo(foldTrades(rows));
    }

    private static TradeSeries series(List<NaiveDay.Row> rows) {
        TradeSeries.Builder builder = TradeSeries.builder();
        rows.forEach(r -> builder.add(r.ns() - 1, r.ns(), r.close(), r.volume(), 'N', 2));
        return builder.build();
    }

    @Property
    void schemasMayBeInterleaved(@ForAll("trades") List<NaiveDay.Row> trades, @ForAll("bars") List<NaiveDay.Row> bars) {
        DayFold fold = fold();
        for (int i = 0; i < Math.max(trades.size(), bars.size()); i++) {
            if (i < bars.size()) {
                NaiveDay.Row r = bars.get(i);
                fold.bars(SourceSchema.OHLCV_1M).add(r.ns(), 2, r.open(), r.high(), r.low(), r.close(), r.volume());
            }
            if (i < trades.size()) {
                NaiveDay.Row r = trades.get(i);
                fold.trades().add(r.ns(), 2, r.close(), r.volume());
            }
        }
        assertThat(fold.finish()).isEqualTo(foldTrades(trades));
    }

    /** Cuts every bar in two of different publishers that together say the same. */
    @Property
    void barsOfTwoPublishersMeasureAsTheirConsolidation(
            @ForAll("bars") List<NaiveDay.Row> rows, @ForAll @IntRange(max = 100) int percent) {
        BarSeries.Builder builder = BarSeries.builder();
        List<NaiveDay.Row> whole = new ArrayList<>();
        for (NaiveDay.Row r : rows) {
            long firstVolume = r.volume() * percent / 100;
            builder.add(r.ns(), r.open(), r.high(), r.open(), r.open(), firstVolume, 1);
            builder.add(r.ns(), r.close(), r.close(), r.low(), r.close(), r.volume() - firstVolume, 2);
            whole.add(r);
        }
        DayFold fold = fold();
        fold.bars(SourceSchema.OHLCV_1M).add(builder.build());
        DayStats stats = fold.finish();
        DayStats expected = foldBars(whole);
        assertThat(stats.rows()).isEqualTo(2L * rows.size());
        assertThat(stats.bars1m()).isEqualTo(expected.bars1m());
        assertThat(stats.vwapNanos()).isEqualTo(expected.vwapNanos());
        assertThat(stats.dollarVolume()).isEqualTo(expected.dollarVolume());
        assertThat(stats.regCloseNanos()).isEqualTo(expected.regCloseNanos());
        assertThat(stats.runup()).isEqualTo(expected.runup());
        assertThat(stats.drawdown()).isEqualTo(expected.drawdown());
        assertThat(stats.cumVolume5m()).isEqualTo(expected.cumVolume5m());
    }
}
