package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What every market of equities shows, measured on the trades and quotes of ordinary days. */
class StylisedFactsTest {
    private static final int DAYS = 12;
    private static final int LARGE = 0;
    private static final int MID = 1;
    private static final int SMALL = 5;

    private static MarketModel market;

    @BeforeAll
    static void makeMarket() {
        market = Markets.calm(11, 10, DAYS);
    }

    @Test
    void regularVolumeIsUShapedAndTheRestIsThin() {
        for (int symbol : new int[] {LARGE, MID}) {
            double[] perMinute = volumePerMinute(symbol);
            double opening = mean(perMinute, 330, 360);
            double midday = mean(perMinute, 450, 600);
            double closing = mean(perMinute, 690, 720);
            assertThat(opening / midday).isBetween(1.8, 8.0);
            assertThat(closing / midday).isBetween(1.4, 8.0);
            assertThat(mean(perMinute, 0, 330)).isLessThan(0.15 * midday);
            assertThat(mean(perMinute, 750, 960)).isLessThan(0.3 * midday);
        }
    }

    @Test
    void minuteReturnsHaveHeavyTails() {
        for (int symbol : new int[] {LARGE, MID}) {
            double fourth = 0;
            double square = 0;
            List<Double> returns = standardised(symbol);
            for (double r : returns) {
                fourth += r * r * r * r / returns.size();
                square += r * r / returns.size();
            }
            assertThat(fourth / (square * square)).isGreaterThan(4);
        }
    }

    @Test
    void volatilityClusters() {
        List<Double> absolute = standardised(LARGE).stream().map(Math::abs).toList();
        for (int lag : new int[] {1, 5, 15}) {
            assertThat(autocorrelation(absolute, lag)).as("lag %d", lag).isGreaterThan(0.05);
        }
    }

    @Test
    void returnsThemselvesDoNotPersist() {
        assertThat(Math.abs(autocorrelation(standardised(LARGE), 3))).isLessThan(0.06);
    }

    @Test
    void tradePricesBounceBetweenBidAndAsk() {
        TradeTape trades = market.tape(MID, 3).trades();
        List<Double> changes = new ArrayList<>();
        for (int row = 1; row < trades.size(); row++) {
            changes.add((double) trades.priceNanos(row) - trades.priceNanos(row - 1));
        }
        assertThat(autocorrelation(changes, 1)).isLessThan(-0.1);
    }

    @Test
    void spreadsAreWiderForSmallNamesAndOutOfHours() {
        assertThat(medianSpread(SMALL, false)).isGreaterThan(4 * medianSpread(LARGE, false));
        assertThat(medianSpread(MID, true)).isGreaterThan(1.5 * medianSpread(MID, false));
        assertThat(medianSpread(LARGE, true)).isGreaterThan(1.2 * medianSpread(LARGE, false));
    }

    @Test
    void spreadWidensWithVolatility() {
        double product = 0;
        int counted = 0;
        for (int day = 0; day < DAYS; day++) {
            SymbolDayTape tape = market.tape(MID, day);
            DayPath path = tape.path();
            double meanSpread = 0;
            double meanDeviation = 0;
            for (int minute = 400; minute < 650; minute++) {
                meanSpread += StrictMath.log(path.spread(minute * 60)) / 250;
                meanDeviation += StrictMath.log(path.deviation(minute * 60)) / 250;
            }
            for (int minute = 400; minute < 650; minute++) {
                product += (StrictMath.log(path.spread(minute * 60)) - meanSpread)
                        * (StrictMath.log(path.deviation(minute * 60)) - meanDeviation);
                counted++;
            }
        }
        assertThat(product / counted).isGreaterThan(0.02);
    }

    @Test
    void manyTradesAreOddLotsAndAFifthOrSoIsAHundred() {
        int odd = 0;
        int hundred = 0;
        int all = 0;
        for (int symbol = 0; symbol < 10; symbol++) {
            TradeTape trades = market.tape(symbol, 0).trades();
            for (int row = 0; row < trades.size(); row++) {
                assertThat(trades.sizeShares(row)).isPositive();
                odd += trades.sizeShares(row) < 100 ? 1 : 0;
                hundred += trades.sizeShares(row) == 100 ? 1 : 0;
                all++;
            }
        }
        assertThat(odd / (double) all).isBetween(0.35, 0.85);
        assertThat(hundred / (double) all).isBetween(0.08, 0.35);
    }

    @Test
    void everyVenueTradesInItsOwnHoursOnly() {
        Map<Venue, Integer> counts = new EnumMap<>(Venue.class);
        TradeDay day = market.days().get(0);
        TradeTape trades = market.tape(LARGE, 0).trades();
        for (int row = 0; row < trades.size(); row++) {
            Venue venue = trades.venue(row);
            counts.merge(venue, 1, Integer::sum);
            assertThat(trades.tsEventNs(row))
                    .isBetween(venue.opensNs(day.sessions()), venue.closesNs(day.sessions()) + TradeDay.SECOND_NS);
        }
        assertThat(counts).hasSize(Venue.COUNT);
        assertThat(counts.get(Venue.XNAS)).isGreaterThan(trades.size() / 6);
    }

    @Test
    void pricesLieOnTheGridOfHalfTicks() {
        for (int symbol = 0; symbol < 10; symbol++) {
            TradeTape trades = market.tape(symbol, 1).trades();
            int between = 0;
            for (int row = 0; row < trades.size(); row++) {
                long price = trades.priceNanos(row);
                long tick = Ticks.at(price);
                assertThat(price % (tick / 2)).isZero();
                if (price % tick != 0) {
                    assertThat(trades.side(row)).isEqualTo('N');
                    between++;
                }
            }
            assertThat(between).isLessThan(trades.size() / 5);
        }
    }

    @Test
    void pricesAndActivitiesSpanAWideRange() {
        double lowest = 1e9;
        double highest = 0;
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        for (int symbol = 0; symbol < 10; symbol++) {
            SymbolDayTape tape = market.tape(symbol, 0);
            lowest = Math.min(lowest, tape.startPriceNanos() / 1e9);
            highest = Math.max(highest, tape.startPriceNanos() / 1e9);
            fewest = Math.min(fewest, tape.trades().size());
            most = Math.max(most, tape.trades().size());
        }
        assertThat(highest / lowest).isGreaterThan(20);
        assertThat(most).isGreaterThan(20 * fewest);
    }

    private static double[] volumePerMinute(int symbol) {
        double[] sums = new double[960];
        for (int day = 0; day < DAYS; day++) {
            TradeTape trades = market.tape(symbol, day).trades();
            for (int row = 0; row < trades.size(); row++) {
                int minute = market.days().get(day).secondOf(trades.tsEventNs(row)) / 60;
                // The crosses are left out: they are one print each.
                sums[minute] += Math.min(2_000, trades.sizeShares(row));
            }
        }
        return sums;
    }

    /** Log returns of one-minute closes in regular hours, divided by their usual size at that time of the day. */
    private static List<Double> standardised(int symbol) {
        List<Double> returns = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            IntradayShape shape = IntradayShape.of(market.days().get(day));
            DayPath path = market.tape(symbol, day).path();
            for (int minute = 330; minute < 720; minute++) {
                double change = path.logPrice(minute * 60 + 60, 0) - path.logPrice(minute * 60, 0);
                returns.add(
                        change / Math.sqrt(shape.variance(minute)) / path.plan().dailyVol());
            }
        }
        return returns;
    }

    private static double medianSpread(int symbol, boolean preMarket) {
        List<Double> spreads = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            DayPath path = market.tape(symbol, day).path();
            for (int minute = preMarket ? 60 : 400; minute < (preMarket ? 300 : 650); minute++) {
                spreads.add(path.spread(minute * 60));
            }
        }
        spreads.sort(null);
        return spreads.get(spreads.size() / 2);
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return sum / (to - from);
    }

    private static double autocorrelation(List<Double> values, int lag) {
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        double variance = 0;
        double covariance = 0;
        for (int i = 0; i < values.size(); i++) {
            variance += (values.get(i) - mean) * (values.get(i) - mean);
            if (i >= lag) {
                covariance += (values.get(i) - mean) * (values.get(i - lag) - mean);
            }
        }
        return covariance / variance;
    }
}
