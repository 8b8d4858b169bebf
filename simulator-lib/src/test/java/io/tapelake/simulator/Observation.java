package io.tapelake.simulator;

import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureExtractor;
import io.tapelake.simulator.feature.FeatureSet;
import io.tapelake.simulator.market.MarketView;
import io.tapelake.simulator.window.BarWindow;
import io.tapelake.simulator.window.PrintWindow;
import io.tapelake.simulator.window.QuoteWindow;
import io.tapelake.simulator.window.Reach;
import java.util.ArrayList;
import java.util.List;

/** Everything that an agent can see at an instant, as bits that can be compared. */
final class Observation {
    private static final long SPAN_NS = 60_000_000_000L;

    private final MarketView view;
    private final FeatureSet set;
    private final FeatureExtractor features;
    private final List<PrintWindow> prints = new ArrayList<>();
    private final List<QuoteWindow> quotes = new ArrayList<>();
    private final List<BarWindow> bars = new ArrayList<>();

    Observation(SimulatorDay day, FeatureSet set) {
        view = MarketView.of(day);
        this.set = set;
        features = set.on(day);
        for (Reach reach : Reach.values()) {
            bars.add(BarWindow.of(day, 1, 20, reach));
            bars.add(BarWindow.of(day, 5, 12, reach));
            bars.add(BarWindow.of(day, 7, 9, reach));
        }
        prints.add(PrintWindow.of(day, SPAN_NS, Reach.DAY));
        prints.add(PrintWindow.of(day, SPAN_NS, Reach.SESSION));
        quotes.add(QuoteWindow.of(day, SPAN_NS, Reach.DAY));
    }

    MarketView view() {
        return view;
    }

    /** The observation at an instant. */
    long[] at(long ns) {
        view.moveTo(ns);
        List<Long> bits = new ArrayList<>();
        float[] values = new float[set.floats()];
        features.fill(view, values, 0);
        for (float value : values) {
            bits.add((long) Float.floatToRawIntBits(value));
        }
        state(bits);
        for (PrintWindow window : prints) {
            double[] rows = new double[64 * 4];
            bits.add((long) window.at(view).fill(List.of(PrintWindow.Field.values()), rows, 0, 64));
            bits.add((long) window.size());
            add(bits, rows);
        }
        for (QuoteWindow window : quotes) {
            double[] rows = new double[64 * 6];
            bits.add((long) window.at(view).fill(List.of(QuoteWindow.Field.values()), rows, 0, 64));
            bits.add((long) window.size());
            add(bits, rows);
        }
        for (BarWindow window : bars) {
            double[] rows = new double[window.size() * BarWindow.FIELDS];
            window.at(view).fill(rows, 0);
            add(bits, rows);
            bits.add(window.forming().startNs());
            bits.add(window.forming().openNanos());
            bits.add(window.forming().highNanos());
            bits.add(window.forming().lowNanos());
            bits.add(window.forming().closeNanos());
            bits.add(window.forming().volume());
        }
        return bits.stream().mapToLong(Long::longValue).toArray();
    }

    /** Where two observations differ first, in words; empty when they are the same. */
    String difference(long[] expected, long[] actual) {
        for (int i = 0; i < Math.max(expected.length, actual.length); i++) {
            if (i >= expected.length || i >= actual.length || expected[i] != actual[i]) {
                String what = i < set.floats()
                        ? set.name(i % set.size()) + " part " + i / set.size()
                        : "value " + (i - set.floats());
                return what + ": " + (i < expected.length ? expected[i] : "-") + " and "
                        + (i < actual.length ? actual[i] : "-");
            }
        }
        return "";
    }

    private static void add(List<Long> bits, double[] values) {
        for (double value : values) {
            bits.add(Double.doubleToRawLongBits(value));
        }
    }

    private void state(List<Long> bits) {
        bits.add(view.lastPriceNanos());
        bits.add(view.rawLastPriceNanos());
        bits.add(view.lastPriceAgeNs());
        bits.add(view.lastSizeShares());
        bits.add(view.volume());
        bits.add(Double.doubleToRawLongBits(view.vwap()));
        bits.add(view.firstPriceNanos());
        bits.add(view.dayHighNanos());
        bits.add(view.dayLowNanos());
        bits.add(view.bidNanos());
        bits.add(view.askNanos());
        bits.add((long) view.bidSizeShares());
        bits.add((long) view.askSizeShares());
        bits.add(view.bidAgeNs());
        bits.add(view.askAgeNs());
        bits.add(view.preMarketHighNanos());
        bits.add(view.preMarketLowNanos());
        bits.add(view.openingRangeHighNanos());
        bits.add(view.openingRangeLowNanos());
        bits.add((long) view.tradingStatus().name().hashCode());
        bits.add((long) view.condition().name().hashCode());
        bits.add((long) view.shortSaleRestricted());
        bits.add(view.statusAgeNs());
        bits.add(view.minuteAgeNs());
    }
}
