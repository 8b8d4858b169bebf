package io.tapelake.scanner.event;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Halt;
import io.tapelake.model.Prices;
import io.tapelake.scanner.Lookback;
import io.tapelake.scanner.tape.MinuteTape;
import java.util.List;

/**
 * What is known of a symbol-day at the end of a minute: that minute and those before it. Minutes are counted from the start
 * of the pre-market session; asking for one later than {@link #now()} throws {@link IllegalArgumentException}. Prices are
 * USD, NaN before the first trade; a minute without a trade has the last close for all four. The object moves on with the
 * day: it is for one thread and not to be kept.
 */
public final class MinuteView {
    private final MinuteGrid grid;
    private int now = -1;

    MinuteView(MinuteGrid grid) {
        this.grid = grid;
    }

    /** The view at the end of a minute. */
    static MinuteView at(MinuteGrid grid, int minute) {
        MinuteView view = new MinuteView(grid);
        view.moveTo(minute);
        return view;
    }

    void moveTo(int minute) {
        now = minute;
    }

    private int known(int minute) {
        if (minute < 0 || minute > now) {
            throw new IllegalArgumentException("minute " + minute + " is not known yet; minutes 0 to " + now + " are");
        }
        return minute;
    }

    /** The last minute that is over. */
    public int now() {
        return now;
    }

    /** When it ended, nanoseconds UTC. */
    public long nowNs() {
        return grid.endNs(now);
    }

    /** When a minute began, nanoseconds UTC. */
    public long startNs(int minute) {
        return grid.startNs(minute);
    }

    /** First minute of the regular session. */
    public int openMinute() {
        return grid.openMinute;
    }

    /** First minute after the regular session. */
    public int closeMinute() {
        return grid.closeMinute;
    }

    /** Whether a minute lies in the regular session. */
    public boolean isRegular(int minute) {
        return minute >= grid.openMinute && minute < grid.closeMinute;
    }

    /** The bounds of the sessions. */
    public DaySessions sessions() {
        return grid.sessions;
    }

    /** What was known before the day. */
    public Lookback lookback() {
        return grid.lookback;
    }

    /** The prior close in USD, split-adjusted; NaN when unknown. */
    public double prevClose() {
        return grid.prevClose;
    }

    /** The day's first price so far in USD; NaN before the first trade. */
    public double firstPrice() {
        return Double.isNaN(grid.close[Math.max(0, now)]) ? Double.NaN : grid.firstPrice;
    }

    /** Whether a minute had a trade. */
    public boolean traded(int minute) {
        return grid.traded(known(minute));
    }

    /** First price of a minute. */
    public double open(int minute) {
        return grid.open[known(minute)];
    }

    /** Highest price of a minute. */
    public double high(int minute) {
        return grid.high[known(minute)];
    }

    /** Lowest price of a minute. */
    public double low(int minute) {
        return grid.low[known(minute)];
    }

    /** Last price of a minute. */
    public double close(int minute) {
        return grid.close[known(minute)];
    }

    /** The last price in price nanos; {@link Prices#UNDEF} before the first trade. */
    public long closeNanos(int minute) {
        return nanos(grid.close[known(minute)]);
    }

    /** Shares of a minute. */
    public double volume(int minute) {
        return grid.volume[known(minute)];
    }

    /** Shares since the start of the pre-market session. */
    public double cumVolume(int minute) {
        return grid.cumVolume[known(minute)];
    }

    /** Volume-weighted average price since then; NaN before the first trade. */
    public double vwap(int minute) {
        return grid.vwap[known(minute)];
    }

    /** Highest price of the day so far. */
    public double dayHigh(int minute) {
        return grid.dayHigh[known(minute)];
    }

    /** Lowest price of the day so far. */
    public double dayLow(int minute) {
        return grid.dayLow[known(minute)];
    }

    /** Best bid at the end of a minute; NaN when there is none. */
    public double bid(int minute) {
        return grid.bid[known(minute)];
    }

    /** Best ask at the end of a minute; NaN when there is none. */
    public double ask(int minute) {
        return grid.ask[known(minute)];
    }

    /** z-score of a minute's volume against the 20 minutes before it; NaN for the first 20. */
    public double volumeZ(int minute) {
        return grid.volumeZ[known(minute)];
    }

    /** The largest of {@link #volumeZ} over the last minutes. */
    public double maxVolumeZ(int minutes) {
        double max = Double.NaN;
        for (int i = Math.max(0, now - minutes + 1); i <= now; i++) {
            double z = grid.volumeZ[i];
            max = z <= max ? max : z;
        }
        return max;
    }

    /** What a minute usually moves, in USD: prior ATR14 / sqrt(390), or an estimate from today; NaN when unknown. */
    public double scale(int minute) {
        return grid.scale[known(minute)];
    }

    /** Whether {@link #scale} had to be estimated from today. */
    public boolean scaleIsEstimated() {
        return grid.scaleIsEstimated;
    }

    /** Wilder's average true range of five-minute bars so far, USD; NaN when unknown. */
    public double atr5(int minute) {
        return grid.atr5[known(minute)];
    }

    /** What was going on in a minute: trades where they are counted, else shares. */
    public double activity(int minute) {
        int row = grid.tapeRow[known(minute)];
        if (row < 0) {
            return 0;
        }
        int trades = grid.tape.trades(row);
        return trades == MinuteTape.UNKNOWN_TRADES ? grid.volume[minute] : trades;
    }

    /** Where the volume of the minutes from {@code from} to now steps up (1) or down (-1), nanoseconds UTC. */
    long volumeStepNs(int from, int sign, int otherwise) {
        return VolumeStep.find(grid, Math.max(0, from), now, sign, otherwise).ns();
    }

    /** Highest price from a minute to another, both included. */
    public double highest(int from, int to) {
        known(to);
        double max = Double.NaN;
        for (int i = Math.max(0, from); i <= to; i++) {
            max = grid.high[i] <= max ? max : grid.high[i];
        }
        return max;
    }

    /** Lowest price from a minute to another, both included. */
    public double lowest(int from, int to) {
        known(to);
        double min = Double.NaN;
        for (int i = Math.max(0, from); i <= to; i++) {
            min = grid.low[i] >= min ? min : grid.low[i];
        }
        return min;
    }

    /** Shares from a minute to another, both included. */
    public double volume(int from, int to) {
        double before = from <= 0 ? 0 : grid.cumVolume[from - 1];
        return grid.cumVolume[known(to)] - before;
    }

    /** Minutes with a trade from a minute to another, both included. */
    public int tradedMinutes(int from, int to) {
        known(to);
        int count = 0;
        for (int i = Math.max(0, from); i <= to; i++) {
            count += grid.traded(i) ? 1 : 0;
        }
        return count;
    }

    /** The clean minutes with a trade: row of a minute in it, -1 for none. */
    public int tapeRow(int minute) {
        return grid.tapeRow[known(minute)];
    }

    /** The tape, for figures that the view does not have; its rows of later minutes are not to be looked at. */
    MinuteTape tape() {
        return grid.tape;
    }

    /** Whether it can be known by now whether there were halts. */
    public boolean knowsHalts() {
        return grid.tape.haltsKnownFromNs() < nowNs();
    }

    /** Halts that had begun, in order; those that are not over yet look as if they would never be. */
    public List<Halt> halts() {
        return grid.tape.halts().stream()
                .filter(halt -> isKnown(halt))
                .map(halt -> halt.endNs() < nowNs()
                        ? halt
                        : new Halt(halt.startNs(), Halt.NOT_RESUMED, halt.evidence(), halt.reason()))
                .toList();
    }

    /** A halt inferred from a gap between trades is known when trading resumes. */
    private boolean isKnown(Halt halt) {
        return halt.evidence() == Halt.Evidence.STATUS ? halt.startNs() < nowNs() : halt.endNs() < nowNs();
    }

    /** Whether the symbol is known to be halted at the end of the last minute. */
    public boolean isHalted() {
        for (Halt halt : grid.tape.halts()) {
            if (halt.evidence() == Halt.Evidence.STATUS && halt.startNs() < nowNs() && halt.endNs() >= nowNs()) {
                return true;
            }
        }
        return false;
    }

    static long nanos(double price) {
        return Double.isNaN(price) ? Prices.UNDEF : Math.round(price * Prices.NANOS_PER_UNIT);
    }
}
