package io.tapelake.scanner.tape;

import io.tapelake.model.Halt;
import io.tapelake.model.NewYork;
import java.time.LocalDate;
import java.util.List;

/**
 * Folds trades or bars into a {@link MinuteTape}. Either trades or bars of one length, in order of their index timestamp;
 * rows of other dates and rows without usable prices are the caller's to leave out. Not thread-safe.
 */
public final class TapeBuilder {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long NS_PER_MINUTE = 60 * NS_PER_SECOND;
    private static final long NS_PER_PART = NS_PER_MINUTE / MinuteTape.PARTS;
    private static final double USD_PER_NANO = 1e-9;

    /** What became of the minute of the print that the filter holds back. */
    private enum DoubtedMinute {
        RUNNING,
        IN_ROW,
        WITHOUT_ROW
    }

    private final TapeColumns columns = new TapeColumns();
    private final PrintFilter filter = new PrintFilter();
    private final WickFilter wicks;
    private final int barSeconds;
    private long minuteStartNs = Long.MIN_VALUE;
    private int row = -1;
    /** Volume of the running minute before its first clean price: a minute without one is no row. */
    private long volumeBefore;
    /** Shares of the print that the filter holds back. */
    private long doubtedShares;

    private DoubtedMinute doubtedMinute = DoubtedMinute.IN_ROW;

    private final long[] partsBefore = new long[MinuteTape.PARTS];

    /**
     * A builder for a trade date.
     *
     * @param barSeconds length of the bars to come, 1 or 60; 0 for trades
     */
    public TapeBuilder(LocalDate tradeDate, int barSeconds) {
        columns.dayStartNs = NewYork.startOfDayNs(tradeDate);
        this.barSeconds = barSeconds;
        this.wicks = new WickFilter(barSeconds);
    }

    /** Adds a trade with a positive price. */
    public void trade(long indexNs, long priceNanos, long shares) {
        volume(indexNs, shares);
        int counting = filter.print(indexNs, priceNanos);
        if (counting == 2 || counting == PrintFilter.CONFIRMED_ONLY) {
            price(indexNs, filter.confirmed());
            countTrade(filter.confirmed(), doubtedShares);
            if (doubtedMinute == DoubtedMinute.WITHOUT_ROW) {
                // Its own minute is in no row: the shares come with the price.
                volume(indexNs, doubtedShares);
            }
        }
        if (counting > 0) {
            price(indexNs, priceNanos);
            countTrade(priceNanos, shares);
        } else {
            doubtedShares = shares;
            doubtedMinute = DoubtedMinute.RUNNING;
        }
    }

    /** Adds a bar with positive prices. */
    public void bar(long barStartNs, long open, long high, long low, long close, long shares) {
        volume(barStartNs, shares);
        boolean openCounts = false;
        if (filter.clean() == 0 && PrintFilter.distance(open, close) > PrintFilter.CEILING) {
            // The day's first price is far from where its first bar ends: nothing before it can speak for it.
            filter.bad(barStartNs, open, barStartNs);
        } else {
            openCounts = barPrint(barStartNs, open);
        }
        boolean closeCounts = barPrint(barStartNs, close);
        if (!openCounts && !closeCounts) {
            return;
        }
        long top = Math.max(openCounts ? open : filter.clean(), filter.clean());
        long bottom = Math.min(openCounts ? open : filter.clean(), filter.clean());
        long cleanHigh = wicks.high(high, top);
        long cleanLow = wicks.low(low, bottom);
        if (cleanHigh != high && high != open && high != close) {
            filter.bad(barStartNs, high, barStartNs);
        }
        if (cleanLow != low && low != open && low != close) {
            filter.bad(barStartNs, low, barStartNs);
        }
        extend(barStartNs, cleanHigh, cleanLow);
        wicks.bar(cleanHigh, cleanLow);
        columns.pricedVolume[row] += shares;
        columns.dollars[row] += (cleanHigh + cleanLow + filter.clean()) / 3.0 * USD_PER_NANO * shares;
    }

    private boolean barPrint(long ns, long priceNanos) {
        int counting = filter.print(ns, priceNanos);
        if (counting == 2 || counting == PrintFilter.CONFIRMED_ONLY) {
            price(ns, filter.confirmed());
        }
        if (counting > 0) {
            price(ns, priceNanos);
        }
        return counting > 0;
    }

    /** Adds volume that has no usable price. */
    public void volume(long indexNs, long shares) {
        long start = Math.floorDiv(indexNs, NS_PER_MINUTE) * NS_PER_MINUTE;
        if (start != minuteStartNs) {
            if (doubtedMinute == DoubtedMinute.RUNNING) {
                doubtedMinute = row < 0 ? DoubtedMinute.WITHOUT_ROW : DoubtedMinute.IN_ROW;
            }
            minuteStartNs = start;
            row = -1;
            volumeBefore = 0;
            java.util.Arrays.fill(partsBefore, 0);
        }
        int part = barSeconds == 60 ? -1 : (int) ((indexNs - start) / NS_PER_PART);
        if (row < 0) {
            volumeBefore += shares;
            if (part >= 0) {
                partsBefore[part] += shares;
            }
        } else {
            columns.volume[row] += shares;
            if (part >= 0) {
                columns.partVolume[row * MinuteTape.PARTS + part] += shares;
            }
        }
    }

    /** A clean price in the running minute. */
    private void price(long ns, long price) {
        if (row < 0) {
            startRow(price);
            setHigh(ns, price);
            setLow(ns, price);
        }
        extend(ns, price, price);
        columns.close[row] = price;
    }

    private void extend(long ns, long high, long low) {
        if (high > columns.high[row]) {
            setHigh(ns, high);
        }
        if (low < columns.low[row]) {
            setLow(ns, low);
        }
    }

    private void setHigh(long ns, long high) {
        columns.high[row] = high;
        columns.highSecond[row] = second(ns);
    }

    private void setLow(long ns, long low) {
        columns.low[row] = low;
        columns.lowSecond[row] = second(ns);
    }

    private byte second(long ns) {
        return (byte) (barSeconds == 60 ? MinuteTape.UNKNOWN_SECOND : (ns - minuteStartNs) / NS_PER_SECOND);
    }

    private void startRow(long price) {
        row = columns.addMinute();
        columns.minute[row] = (short) ((minuteStartNs - columns.dayStartNs) / NS_PER_MINUTE);
        columns.open[row] = price;
        columns.volume[row] = volumeBefore;
        System.arraycopy(partsBefore, 0, columns.partVolume, row * MinuteTape.PARTS, MinuteTape.PARTS);
        columns.trades[row] = barSeconds == 0 ? 0 : MinuteTape.UNKNOWN_TRADES;
    }

    private void countTrade(long price, long shares) {
        columns.trades[row]++;
        columns.priceSum[row] += price * USD_PER_NANO;
        columns.pricedVolume[row] += shares;
        columns.dollars[row] += price * USD_PER_NANO * shares;
    }

    /**
     * The tape. To be called once, at the end.
     *
     * @param quotes best bids and asks of the day; null when there were none
     * @param halts the day's halts in order
     * @param haltsKnownFromNs from when on it is known whether there are any
     */
    public MinuteTape build(QuoteSampler quotes, List<Halt> halts, long haltsKnownFromNs) {
        columns.undecidedNanos = filter.doubted();
        columns.badPrintsNs = filter.badNs();
        columns.badPrintsNanos = filter.badNanos();
        columns.badPrintsKnownNs = filter.badKnownNs();
        columns.halts = List.copyOf(halts);
        columns.haltsKnownFromNs = haltsKnownFromNs;
        if (quotes != null) {
            quotes.writeTo(columns);
        }
        return new MinuteTape(columns);
    }
}
