package io.tapelake.synthetic.market;

import io.tapelake.model.Prices;
import io.tapelake.model.Session;

/**
 * Draws the top of book of every venue around the trades of one symbol-day. Venues refresh at random, so they lag each
 * other: locked and crossed markets between venues happen, within one venue they do not. A trade with a known side always
 * meets its own venue's price. In a pause the books go on, wide and unsteady. One instance per symbol-day.
 */
final class QuoteSimulator {
    private static final double REFRESHES_PER_BURST = 0.25;
    private static final double IDLE_REFRESHES = 0.006;
    private static final double REFRESHES_PER_MOVE = 0.5;
    /** A move is this part of the spread, or of a tick when the spread is narrower. */
    private static final double MOVE = 0.35;

    private static final double SPREAD_CHANGE = 0.3;

    private static final double REFRESHED_BY_TRADE = 0.6;
    private static final int REFRESHES_BY_TRADE = 2;
    private static final double SAME_VENUE = 0.5;
    private static final double REFRESHES_IN_PAUSE = 0.25;
    private static final double STALE_IS_NOTICED = 0.5;
    private static final int CORRECTED_WITHIN = 6;
    private static final double LOCKED_MAKES_ROOM = 0.75;
    private static final double CROSSED_MAKES_ROOM = 0.97;

    private final SymbolProfile profile;
    private final DayPath path;
    private final TradeDay day;
    private final TradeTape trades;
    private final double activity;
    private final KeyedRandom random;
    private final BookWriter out;
    private int nextTrade;
    private Touch touch;
    private double touchLogPrice = Double.NEGATIVE_INFINITY;
    private double touchSpread;
    private double touchTick;
    private int secondsToCorrect;

    QuoteSimulator(
            SymbolProfile profile,
            DayPath path,
            TradeTape trades,
            double activity,
            KeyedRandom random,
            QuoteSink sink) {
        this.profile = profile;
        this.path = path;
        this.day = path.plan().day();
        this.trades = trades;
        this.activity = activity;
        this.random = random;
        this.out = new BookWriter(random, sink, Math.max(0.6, Math.min(4, 3 - 0.5 * profile.logPrice())));
    }

    void run() {
        double untilNext = random.exponential();
        // Venues fall silent a second before the end, so that no sample is stamped with the next UTC date in summer.
        int last = path.seconds() - 1;
        for (int second = 0; second < last; second++) {
            long startNs = day.startOfSecondNs(second);
            if (second % 60 == 0) {
                openAndClose(startNs);
            }
            boolean paused = path.plan().events().halted(second);
            boolean moved = follow(second, paused);
            if (secondsToCorrect > 0) {
                secondsToCorrect--;
                refreshStale(startNs);
            }
            double rate = refreshRate(second, paused, moved);
            double part = 0;
            while (untilNext < rate * (1 - part)) {
                part += untilNext / rate;
                long recvNs = startNs + (long) (part * 999_990_000) + 1_000;
                tradesBefore(recvNs);
                refresh(profile.venues().draw(random, day.sessions(), recvNs), recvNs);
                untilNext = random.exponential();
            }
            untilNext -= rate * (1 - part);
            tradesBefore(startNs + TradeDay.SECOND_NS);
        }
        tradesBefore(Long.MAX_VALUE);
    }

    private double refreshRate(int second, boolean paused, boolean moved) {
        double unhurried = Math.min(1, activity);
        if (paused) {
            return REFRESHES_IN_PAUSE * unhurried;
        }
        return REFRESHES_PER_BURST * path.rate(second) * activity
                + unhurried * (IDLE_REFRESHES + (moved ? REFRESHES_PER_MOVE : 0));
    }

    /** Draws the touch anew when the efficient price or the spread has left the old one; says whether it did. */
    private boolean follow(int second, boolean paused) {
        double logPrice = path.logPrice(second, 0);
        double spread = path.spread(second);
        boolean still = Math.abs(logPrice - touchLogPrice) < MOVE * Math.max(spread, touchTick);
        boolean asWide = Math.abs(spread - touchSpread) < SPREAD_CHANGE * touchSpread;
        if (still && asWide && !paused) {
            return false;
        }
        touchLogPrice = logPrice;
        touchSpread = spread;
        double shaken = logPrice + (paused ? 0.01 * random.gaussian() : 0);
        double price = StrictMath.exp(shaken) * Prices.NANOS_PER_UNIT;
        touch = Touch.around(price, paused ? 3 * spread : spread);
        touchTick = Ticks.at(touch.bid()) / price;
        secondsToCorrect = CORRECTED_WITHIN;
        return true;
    }

    private void openAndClose(long startNs) {
        for (Venue venue : Venue.ALL) {
            if (venue.opensNs(day.sessions()) == startNs || venue.closesNs(day.sessions()) == startNs) {
                out.clear(venue, startNs);
            }
        }
    }

    /** A venue left far behind is picked off or corrected, now or in one of the next seconds. */
    private void refreshStale(long startNs) {
        long recvNs = startNs + 950_000;
        for (Venue venue : Venue.ALL) {
            VenueBook book = out.book(venue);
            boolean stale =
                    (book.askSize > 0 && book.ask <= touch.bid()) || (book.bidSize > 0 && book.bid >= touch.ask());
            if (stale && random.chance(STALE_IS_NOTICED) && VenueMix.isOpen(venue, day.sessions(), recvNs)) {
                recvNs += 1 + random.below(40_000);
                tradesBefore(recvNs);
                refresh(venue, recvNs);
            }
        }
    }

    private void refresh(Venue venue, long recvNs) {
        VenueBook book = out.book(venue);
        double inside = Math.min(0.85, 0.45 + 1.2 * venue.share());
        long step = touch.levelStep();
        long bid = touch.bid() - (random.chance(inside) ? 0 : step * (1 + random.geometric(0.5, 5)));
        long ask = touch.ask() + (random.chance(inside) ? 0 : step * (1 + random.geometric(0.5, 5)));
        bid = Math.max(Ticks.at(0), Ticks.floor(bid));
        ask = Ticks.ceil(ask);
        double which = random.uniform();
        boolean bidToo = which < 0.6 || (book.bidSize > 0 && book.bid >= ask);
        boolean askToo = which >= 0.4 || (book.askSize > 0 && bidToo && book.ask <= bid);
        if (bidToo && askToo && book.askSize > 0 && bid >= book.ask) {
            // Upwards: the ask makes room first.
            out.quote(venue, recvNs, false, ask, 0);
            quote(venue, recvNs, true, bid, BookEvent.FLAG_LAST);
            return;
        }
        if (bidToo) {
            quote(venue, recvNs, true, bid, askToo ? 0 : BookEvent.FLAG_LAST);
        }
        if (askToo) {
            quote(venue, recvNs, false, ask, BookEvent.FLAG_LAST);
        }
        if (random.chance(0.01) && day.sessions().sessionAt(recvNs) != Session.REGULAR) {
            out.withdraw(venue, recvNs, random.chance(0.5));
        }
    }

    /** Sets one side of a venue; the other venues seldom stay locked with it, and hardly ever crossed. */
    private void quote(Venue venue, long recvNs, boolean bidSide, long price, int flags) {
        out.quote(venue, recvNs, bidSide, price, flags);
        for (Venue other : Venue.ALL) {
            VenueBook book = out.book(other);
            if (other == venue || book.size(!bidSide) == 0) {
                continue;
            }
            long facing = book.price(!bidSide);
            boolean crossed = bidSide ? facing < price : facing > price;
            if ((crossed || facing == price) && random.chance(crossed ? CROSSED_MAKES_ROOM : LOCKED_MAKES_ROOM)) {
                long away = bidSide
                        ? Math.max(touch.ask(), price + Ticks.at(price))
                        : Math.min(touch.bid(), price - Ticks.at(price - 1));
                out.quote(other, recvNs, !bidSide, Math.max(Ticks.at(0), away), BookEvent.FLAG_LAST);
            }
        }
    }

    private void tradesBefore(long recvNs) {
        while (nextTrade < trades.size() && trades.tsRecvNs(nextTrade) < recvNs) {
            trade(nextTrade);
            react(nextTrade++);
        }
    }

    /** Quotes change most in the instants after a trade. */
    private void react(int row) {
        long recvNs = trades.tsRecvNs(row);
        long untilNext = row + 1 < trades.size() ? trades.tsRecvNs(row + 1) - recvNs : 1;
        int reactionNs = (int) Math.min(60_000_000, untilNext);
        for (int i = 0; i < REFRESHES_BY_TRADE && reactionNs > 2_000; i++) {
            if (random.chance(REFRESHED_BY_TRADE)) {
                recvNs += random.below(reactionNs / REFRESHES_BY_TRADE);
                Venue venue = random.chance(SAME_VENUE)
                        ? trades.venue(row)
                        : profile.venues().draw(random, day.sessions(), recvNs);
                refresh(venue, recvNs);
            }
        }
    }

    private void trade(int row) {
        char side = trades.side(row);
        if (side == 'N') {
            out.trade(trades, row, BookEvent.FLAG_LAST);
            return;
        }
        boolean bidSide = side == 'A';
        Venue venue = trades.venue(row);
        long price = trades.priceNanos(row);
        long recvNs = trades.tsRecvNs(row);
        VenueBook book = out.book(venue);
        if (book.size(bidSide) == 0 || book.price(bidSide) != price) {
            long across = bidSide ? price + Ticks.at(price) : Math.max(Ticks.at(0), price - Ticks.at(price - 1));
            boolean blocked = book.size(!bidSide) > 0 && (bidSide ? book.ask <= price : book.bid >= price);
            if (blocked) {
                out.quote(venue, recvNs, !bidSide, across, 0);
            }
            quote(venue, recvNs, bidSide, price, BookEvent.FLAG_LAST);
        }
        out.trade(trades, row, 0);
        long next = bidSide ? Ticks.floor(price - touch.levelStep()) : Ticks.ceil(price + touch.levelStep());
        out.take(trades, row, bidSide, next);
    }
}
