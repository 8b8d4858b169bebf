package io.tapelake.scanner.event;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Halt;
import io.tapelake.model.Prices;
import io.tapelake.scanner.Lookback;
import io.tapelake.scanner.measure.WilderAtr;
import io.tapelake.scanner.tape.MinuteTape;
import java.util.Arrays;

/**
 * Every minute from the start of the pre-market session to the end of the post-market session, with the figures that
 * detectors share. Index 0 is the first minute. Each figure of a minute was made of that minute and earlier ones only;
 * {@link MinuteView} shows those that are known, and nothing else in this package looks at the others before the day is over.
 * Prices are USD, NaN before the first trade; a minute without a trade has the last close for all four prices.
 */
public final class MinuteGrid {
    static final int WINDOW = 20;
    private static final int TRADED_MIN = 5;
    private static final double QUIET_DOLLARS = 10_000;
    private static final double ROUND_LOT = 100;
    private static final long NS_PER_MINUTE = 60_000_000_000L;
    private static final int MINUTES_PER_SESSION = 390;
    private static final int ATR_BARS = 14;
    private static final int ATR_BARS_MIN = 3;
    private static final double RANGE_PER_DEVIATION = 1.6;
    private static final int DEVIATION_MINUTES_MIN = 10;

    final MinuteTape tape;
    final DaySessions sessions;
    final Lookback lookback;
    final int size;
    final int openMinute;
    final int closeMinute;
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] volume;
    final int[] tapeRow;
    final double[] bid;
    final double[] ask;
    final double[] entryAsk;
    final double[] cumVolume;
    final double[] vwap;
    final double[] dayHigh;
    final double[] dayLow;
    final double[] volumeZ;
    final double[] scale;
    final double[] atr5;
    final double prevClose;
    final double firstPrice;
    final boolean scaleIsEstimated;

    private MinuteGrid(MinuteTape tape, DaySessions sessions, Lookback lookback) {
        this.tape = tape;
        this.sessions = sessions;
        this.lookback = lookback;
        size = minutes(sessions.postCloseNs());
        openMinute = minutes(sessions.openNs());
        closeMinute = minutes(sessions.closeNs());
        open = new double[size];
        high = new double[size];
        low = new double[size];
        close = new double[size];
        volume = new double[size];
        tapeRow = new int[size];
        bid = new double[size];
        ask = new double[size];
        entryAsk = new double[size];
        cumVolume = new double[size];
        vwap = new double[size];
        dayHigh = new double[size];
        dayLow = new double[size];
        volumeZ = new double[size];
        scale = new double[size];
        atr5 = new double[size];
        prevClose = Prices.toDouble(lookback.prevCloseNanos());
        firstPrice = fillPrices();
        fillQuotes();
        fillVolumeZ();
        double atr14 = Prices.toDouble(lookback.measures().atr14Nanos());
        scaleIsEstimated = Double.isNaN(atr14);
        fillScale(atr14);
        fillAtr5(atr14);
    }

    /** The grid of a tape. */
    public static MinuteGrid of(MinuteTape tape, DaySessions sessions, Lookback lookback) {
        return new MinuteGrid(tape, sessions, lookback);
    }

    /** Number of minutes. */
    public int size() {
        return size;
    }

    private int minutes(long ns) {
        return (int) ((ns - sessions.preOpenNs()) / NS_PER_MINUTE);
    }

    /** When a minute begins, nanoseconds UTC. */
    public long startNs(int minute) {
        return sessions.preOpenNs() + minute * NS_PER_MINUTE;
    }

    /** When a minute is over and known, nanoseconds UTC. */
    public long endNs(int minute) {
        return startNs(minute + 1);
    }

    /** The minute an instant lies in; may be outside the grid. */
    public int minuteAt(long ns) {
        return (int) Math.floorDiv(ns - sessions.preOpenNs(), NS_PER_MINUTE);
    }

    /** Whether a minute had a trade. Hindsight, as are the figures below: these are for when the day is over. */
    public boolean traded(int minute) {
        return tapeRow[minute] >= 0;
    }

    /** Whether a minute lies in a halt, wholly or for the most part. */
    boolean isHalted(int minute) {
        for (Halt halt : tape.halts()) {
            if (halt.startNs() < startNs(minute) + NS_PER_MINUTE / 2
                    && halt.endNs() > startNs(minute) + NS_PER_MINUTE / 2) {
                return true;
            }
        }
        return false;
    }

    /** First price of a minute. */
    public double open(int minute) {
        return open[minute];
    }

    /** Highest price of a minute. */
    public double high(int minute) {
        return high[minute];
    }

    /** Lowest price of a minute. */
    public double low(int minute) {
        return low[minute];
    }

    /** Last price of a minute. */
    public double close(int minute) {
        return close[minute];
    }

    /** Shares of a minute. */
    public double volume(int minute) {
        return volume[minute];
    }

    /** Best bid at the end of a minute; NaN when there is none. */
    public double bid(int minute) {
        return bid[minute];
    }

    /** Best ask at the end of a minute; NaN when there is none. */
    public double ask(int minute) {
        return ask[minute];
    }

    /** Best ask at the end of a minute and the latency of a decision; NaN when there is none. */
    public double entryAsk(int minute) {
        return entryAsk[minute];
    }

    /** What a minute usually moves, in USD; NaN when unknown. */
    public double scale(int minute) {
        return scale[minute];
    }

    /** Wilder's average true range of five-minute bars up to a minute; NaN when unknown. */
    public double atr5(int minute) {
        return atr5[minute];
    }

    /** Volume-weighted average price up to a minute. */
    public double vwap(int minute) {
        return vwap[minute];
    }

    /** First minute of the regular session. */
    public int openMinute() {
        return openMinute;
    }

    /** First minute after the regular session. */
    public int closeMinute() {
        return closeMinute;
    }

    /** The bounds of the sessions. */
    public DaySessions sessions() {
        return sessions;
    }

    /** Whether {@link #scale} had to be estimated from the day itself. */
    public boolean scaleIsEstimated() {
        return scaleIsEstimated;
    }

    private double fillPrices() {
        Arrays.fill(tapeRow, -1);
        int offset = minutesFromMidnight();
        for (int row = 0; row < tape.size(); row++) {
            int minute = tape.minute(row) - offset;
            if (minute >= 0 && minute < size) {
                tapeRow[minute] = row;
            }
        }
        double first = Double.NaN;
        double last = Double.NaN;
        double shares = 0;
        double pricedShares = 0;
        double dollars = 0;
        double highest = Double.NaN;
        double lowest = Double.NaN;
        for (int i = 0; i < size; i++) {
            int row = tapeRow[i];
            if (row < 0) {
                open[i] = last;
                high[i] = last;
                low[i] = last;
                close[i] = last;
            } else {
                open[i] = Prices.toDouble(tape.openNanos(row));
                high[i] = Prices.toDouble(tape.highNanos(row));
                low[i] = Prices.toDouble(tape.lowNanos(row));
                close[i] = Prices.toDouble(tape.closeNanos(row));
                volume[i] = tape.volume(row);
                first = Double.isNaN(first) ? open[i] : first;
                last = close[i];
                highest = high[i] <= highest ? highest : high[i];
                lowest = low[i] >= lowest ? lowest : low[i];
                shares += volume[i];
                pricedShares += tape.pricedVolume(row);
                dollars += tape.dollars(row);
            }
            cumVolume[i] = shares;
            vwap[i] = pricedShares > 0 ? dollars / pricedShares : Double.NaN;
            dayHigh[i] = highest;
            dayLow[i] = lowest;
        }
        return first;
    }

    private int minutesFromMidnight() {
        return (int) ((sessions.preOpenNs() - tape.dayStartNs()) / NS_PER_MINUTE);
    }

    /** Bid and ask at the end of each minute, carried forward for as long as the venues are not given up. */
    private void fillQuotes() {
        Arrays.fill(bid, Double.NaN);
        Arrays.fill(ask, Double.NaN);
        Arrays.fill(entryAsk, Double.NaN);
        int offset = minutesFromMidnight();
        for (int row = 0; row < tape.quoteSize(); row++) {
            int from = tape.quoteMinute(row) - offset;
            int next = row + 1 < tape.quoteSize() ? tape.quoteMinute(row + 1) - offset : size;
            for (int i = Math.max(0, from); i < Math.min(Math.min(next, from + 5), size); i++) {
                bid[i] = Prices.toDouble(tape.bidNanos(row));
                ask[i] = Prices.toDouble(tape.askNanos(row));
                entryAsk[i] = Prices.toDouble(i == from ? tape.entryAskNanos(row) : tape.askNanos(row));
            }
        }
    }

    /** Volume of a minute against the mean and deviation of the 20 minutes before it, empty ones included. */
    private void fillVolumeZ() {
        Arrays.fill(volumeZ, Double.NaN);
        for (int i = WINDOW; i < size; i++) {
            double sum = 0;
            double squares = 0;
            int tradedBefore = 0;
            for (int j = i - WINDOW; j < i; j++) {
                tradedBefore += traded(j) ? 1 : 0;
                sum += volume[j];
                squares += volume[j] * volume[j];
            }
            double mean = sum / WINDOW;
            double deviation = Math.sqrt(Math.max(0, squares / WINDOW - mean * mean));
            // A quiet stretch has next to no deviation: a tenth of the mean and a round lot keep z in bounds; where
            // hardly
            // anything traded before, only real money counts as volume.
            double floor = tradedBefore < TRADED_MIN ? QUIET_DOLLARS / close[i] : ROUND_LOT;
            volumeZ[i] = (volume[i] - mean) / Math.max(deviation, 0.1 * mean + floor);
        }
    }

    /** What a minute usually moves: ATR14 / sqrt(390); without it, as wide from today's own minutes so far. */
    private void fillScale(double atr14) {
        if (!scaleIsEstimated) {
            Arrays.fill(scale, atr14 / Math.sqrt(MINUTES_PER_SESSION));
            return;
        }
        double squares = 0;
        int count = 0;
        double last = Double.NaN;
        for (int i = 0; i < size; i++) {
            if (traded(i)) {
                if (!Double.isNaN(last)) {
                    double step = Math.log(close[i] / last);
                    squares += step * step;
                    count++;
                }
                last = close[i];
            }
            scale[i] = count < DEVIATION_MINUTES_MIN
                    ? Double.NaN
                    : RANGE_PER_DEVIATION * Math.sqrt(squares / count) * close[i];
        }
    }

    /** Wilder's average over completed five-minute bars with a trade; before the third of them, from the scale of a minute. */
    private void fillAtr5(double atr14) {
        WilderAtr atr = new WilderAtr(ATR_BARS);
        double mean = 0;
        int bars = 0;
        double previous = Double.NaN;
        double current = Double.NaN;
        for (int i = 0; i < size; i++) {
            if (i % 5 == 4) {
                double barHigh = Double.NaN;
                double barLow = Double.NaN;
                for (int j = i - 4; j <= i; j++) {
                    if (traded(j)) {
                        barHigh = high[j] <= barHigh ? barHigh : high[j];
                        barLow = low[j] >= barLow ? barLow : low[j];
                    }
                }
                if (!Double.isNaN(barHigh)) {
                    double range = barHigh - barLow;
                    if (!Double.isNaN(previous)) {
                        range = Math.max(range, Math.max(Math.abs(barHigh - previous), Math.abs(barLow - previous)));
                    }
                    bars++;
                    mean += (range - mean) / bars;
                    double wilder = atr.next(barHigh, barLow, close[i]);
                    previous = close[i];
                    current = bars < ATR_BARS_MIN ? Double.NaN : Double.isNaN(wilder) ? mean : wilder;
                }
            }
            double fallback =
                    Double.isNaN(atr14) ? scale[i] * Math.sqrt(5) : atr14 / Math.sqrt(MINUTES_PER_SESSION / 5.0);
            atr5[i] = Double.isNaN(current) ? fallback : current;
        }
    }
}
