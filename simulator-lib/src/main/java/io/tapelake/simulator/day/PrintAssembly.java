package io.tapelake.simulator.day;

import io.tapelake.model.Prices;
import io.tapelake.scanner.tape.PrintFilter;
import io.tapelake.scanner.tape.WickFilter;

/** Trades and bars on their way into {@link PrintColumns}, in the order in which they are known. Not thread-safe. */
final class PrintAssembly {
    private static final long NS_PER_MINUTE = 60_000_000_000L;
    private static final double USD_PER_NANO = 1e-9;

    final LongRows known = new LongRows();
    final LongRows price = new LongRows();
    final LongRows cleanPrice = new LongRows();
    final IntRows cleanRow = new IntRows();
    final ByteRows side = new ByteRows();
    final ByteRows publisher = new ByteRows();
    final IntRows otherRow = new IntRows();
    final LongRows volume = new LongRows();
    final LongRows pricedVolume = new LongRows();
    final LongRows dollars = new LongRows();
    final LongRows bought = new LongRows();
    final LongRows sold = new LongRows();
    final LongRows large = new LongRows();
    final LongRows minuteOpen = new LongRows();
    final LongRows minuteHigh = new LongRows();
    final LongRows minuteLow = new LongRows();
    final IntRows minute = new IntRows();

    private final PrintFilter filter = new PrintFilter();
    private final WickFilter secondWicks = new WickFilter(1);
    private final WickFilter minuteWicks = new WickFilter(60);
    private final long dayStartNs;
    private final double largePrintUsd;
    private final SessionHighs highs;

    private int runningMinute = Integer.MIN_VALUE;
    private long open = Prices.UNDEF;
    private long high = Prices.UNDEF;
    private long low = Prices.UNDEF;
    private long clean = Prices.UNDEF;
    private int cleanAt = -1;
    private long shares;
    private long pricedShares;
    private double usd;
    private long buys;
    private long sells;
    private long largeShares;
    private long doubtedShares;

    PrintAssembly(long dayStartNs, double largePrintUsd, SessionHighs highs) {
        this.dayStartNs = dayStartNs;
        this.largePrintUsd = largePrintUsd;
        this.highs = highs;
    }

    /** A trade; its price may be {@link Prices#UNDEF}. */
    void trade(long knownNs, long tsNs, long priceNanos, long size, char aggressor, int publisherNumber) {
        enter(tsNs);
        shares += size;
        buys += aggressor == 'B' ? size : 0;
        sells += aggressor == 'A' ? size : 0;
        if (priceNanos != Prices.UNDEF) {
            print(tsNs, priceNanos, size);
            largeShares += priceNanos * USD_PER_NANO * size >= largePrintUsd ? size : 0;
        }
        row(knownNs, priceNanos, aggressor, publisherNumber);
        otherRow.add(lastElsewhere(publisherNumber));
    }

    private int lastElsewhere(int publisherNumber) {
        int before = known.size - 2;
        if (before < 0 || side.values[before] == PrintColumns.BAR) {
            return -1;
        }
        return publisher.values[before] == publisherNumber ? otherRow.values[before] : before;
    }

    private void print(long tsNs, long priceNanos, long size) {
        int counting = filter.print(tsNs, priceNanos);
        if (counting == 2 || counting == PrintFilter.CONFIRMED_ONLY) {
            count(filter.confirmed(), doubtedShares, known.size - 1);
        }
        if (counting > 0) {
            count(priceNanos, size, known.size);
        } else {
            doubtedShares = size;
        }
    }

    private void count(long priceNanos, long size, int row) {
        price(priceNanos, row);
        pricedShares += size;
        usd += priceNanos * USD_PER_NANO * size;
    }

    private void price(long priceNanos, int row) {
        extend(priceNanos, priceNanos);
        open = open == Prices.UNDEF ? priceNanos : open;
        clean = priceNanos;
        cleanAt = row;
        highs.first(priceNanos, known.size);
    }

    private void extend(long top, long bottom) {
        high = high == Prices.UNDEF ? top : Math.max(high, top);
        low = low == Prices.UNDEF ? bottom : Math.min(low, bottom);
    }

    /** A bar of 1 or 60 seconds, with positive prices; the same judgement as the scanner's on its bars. */
    void bar(long knownNs, long startNs, int seconds, long open, long top, long bottom, long close, long size) {
        enter(startNs);
        shares += size;
        boolean openCounts = false;
        if (filter.clean() == 0 && PrintFilter.distance(open, close) > PrintFilter.CEILING) {
            filter.bad(startNs, open, startNs);
        } else {
            openCounts = barPrint(startNs, open);
        }
        boolean closeCounts = barPrint(startNs, close);
        if (openCounts || closeCounts) {
            WickFilter wicks = seconds == 60 ? minuteWicks : secondWicks;
            long bodyTop = Math.max(openCounts ? open : filter.clean(), filter.clean());
            long bodyBottom = Math.min(openCounts ? open : filter.clean(), filter.clean());
            long cleanHigh = wicks.high(top, bodyTop);
            long cleanLow = wicks.low(bottom, bodyBottom);
            extend(cleanHigh, cleanLow);
            wicks.bar(cleanHigh, cleanLow);
            pricedShares += size;
            usd += (cleanHigh + cleanLow + filter.clean()) / 3.0 * USD_PER_NANO * size;
        }
        row(knownNs, close, PrintColumns.BAR, PrintColumns.NO_PUBLISHER);
        otherRow.add(-1);
    }

    private boolean barPrint(long startNs, long priceNanos) {
        int counting = filter.print(startNs, priceNanos);
        if (counting == 2 || counting == PrintFilter.CONFIRMED_ONLY) {
            price(filter.confirmed(), known.size);
        }
        if (counting > 0) {
            price(priceNanos, known.size);
        }
        return counting > 0;
    }

    /** Goes to the minute of the next row, and closes the one before. */
    private void enter(long tsNs) {
        int now = (int) Math.floorDiv(tsNs - dayStartNs, NS_PER_MINUTE);
        if (now != runningMinute) {
            closeMinute();
            runningMinute = now;
            open = Prices.UNDEF;
            high = Prices.UNDEF;
            low = Prices.UNDEF;
        }
    }

    private void closeMinute() {
        if (high != Prices.UNDEF) {
            highs.minute(runningMinute, high, low);
        }
    }

    private void row(long knownNs, long priceNanos, char aggressor, int publisherNumber) {
        known.add(knownNs);
        price.add(priceNanos);
        cleanPrice.add(clean);
        cleanRow.add(cleanAt);
        side.add((byte) aggressor);
        publisher.add((byte) publisherNumber);
        volume.add(shares);
        pricedVolume.add(pricedShares);
        dollars.add(Double.doubleToRawLongBits(usd));
        bought.add(buys);
        sold.add(sells);
        large.add(largeShares);
        minuteOpen.add(open);
        minuteHigh.add(high);
        minuteLow.add(low);
        minute.add(runningMinute);
    }

    PrintColumns build() {
        closeMinute();
        return new PrintColumns(this);
    }
}
