package io.tapelake.synthetic.market;

import io.tapelake.model.Prices;
import java.util.List;

/**
 * Draws the trades of one symbol-day. Bursts arrive at the path's rate and excite further bursts; a burst is one aggressor
 * sweeping one or more venues at the bid or the ask around the efficient price, or a hidden print between them. The
 * listing venue holds an opening and a closing cross and reopens after a pause. One instance per symbol-day.
 */
final class TradeSimulator {
    /** Share of bursts that are set off by earlier ones, and how long the excitement lasts. */
    private static final double EXCITED = 0.55;

    private static final double DECAY = StrictMath.exp(-1 / 4.0);

    private static final double SAME_VENUE = 0.65;
    private static final double HIDDEN = 0.28;
    private static final double OPENING_CROSS = 0.012;
    private static final double CLOSING_CROSS = 0.05;

    private final SymbolProfile profile;
    private final DayPath path;
    private final TradeDay day;
    private final double activity;
    private final KeyedRandom random;
    private final TradeSizes sizes;
    private final TradeTape tape = new TradeTape();
    private final long[] lastRecvNs = new long[Venue.COUNT];
    private double lastLogPrice;
    private double lastSign;
    private int nextStray;

    private TradeSimulator(SymbolProfile profile, DayPath path, double activity, KeyedRandom random) {
        this.profile = profile;
        this.path = path;
        this.day = path.plan().day();
        this.activity = activity;
        this.random = random;
        this.sizes = TradeSizes.of(profile, path.plan().startLog());
        this.lastLogPrice = path.plan().startLog();
    }

    static TradeTape trades(SymbolProfile profile, DayPath path, double activity, KeyedRandom random) {
        return new TradeSimulator(profile, path, activity, random).run();
    }

    private TradeTape run() {
        int opening = day.openSecond();
        int closing = day.closeSecond();
        double untilNext = random.exponential();
        double excitement = 0;
        // The last second stays empty, so that no print leaves the day.
        for (int second = 0; second < path.seconds() - 1; second++) {
            double earliest = forced(second, opening, closing);
            double base = path.rate(second) * activity;
            if (base <= 0) {
                excitement = 0;
                strays(second, 1);
                continue;
            }
            double rate = (1 - EXCITED) * base + excitement;
            excitement *= DECAY;
            double part = 0;
            while (untilNext < rate * (1 - part)) {
                part += untilNext / rate;
                strays(second, part);
                burst(second, Math.max(part, earliest));
                excitement += EXCITED * (1 - DECAY);
                untilNext = random.exponential();
            }
            untilNext -= rate * (1 - part);
            strays(second, 1);
        }
        return tape;
    }

    /** Crosses and the last burst before a pause; returns the part of the second before which nothing else may trade. */
    private double forced(int second, int opening, int closing) {
        double expected = path.plan().trades() * activity * sizes.mean();
        if (second == opening) {
            cross(second, random.between(0.15, 0.9), expected * OPENING_CROSS);
        } else if (second == closing) {
            cross(second, random.between(0.05, 0.9), expected * CLOSING_CROSS);
        }
        for (HaltPlan halt : path.plan().events().halts()) {
            if (second == halt.pauseSecond() - 1) {
                burst(second, random.between(0.3, 0.8));
            } else if (second == halt.resumeSecond()) {
                cross(second, 0.05, expected * random.between(0.002, 0.01));
                return 0.1;
            }
        }
        for (Excursion excursion : path.plan().events().excursions()) {
            if (second == excursion.startSecond()) {
                excursion(excursion);
            }
        }
        return 0;
    }

    private void excursion(Excursion excursion) {
        double length = excursion.endSecond() - excursion.startSecond();
        for (int i = 0; i < excursion.prints(); i++) {
            double at = (i + random.between(0.1, 0.9)) / excursion.prints() * length;
            int second = excursion.startSecond() + (int) at;
            double part = at - (int) at;
            double price = StrictMath.exp(path.logPrice(second, part)) * Prices.NANOS_PER_UNIT;
            boolean buyer = random.chance(0.5);
            long eventNs = eventNs(second, part);
            Venue venue = profile.venues().draw(random, day.sessions(), eventNs);
            long side = Touch.around(price, path.spread(second)).side(buyer);
            print(venue, eventNs, Ticks.floor(side), sizes.draw(random), buyer ? 'B' : 'A');
        }
    }

    /** Prints the lone trades that are due before a part of the second. */
    private void strays(int second, double before) {
        List<StrayPrint> all = path.plan().events().strays();
        while (nextStray < all.size()
                && all.get(nextStray).second() == second
                && all.get(nextStray).part() < before) {
            StrayPrint stray = all.get(nextStray++);
            long eventNs = eventNs(second, stray.part());
            double logPrice = path.logPrice(second, stray.part()) + stray.logAway();
            long price = Ticks.round(StrictMath.exp(logPrice) * Prices.NANOS_PER_UNIT);
            print(profile.venues().draw(random, day.sessions(), eventNs), eventNs, price, stray.shares(), 'N');
        }
    }

    private void cross(int second, double part, double shares) {
        double mid = StrictMath.exp(path.logPrice(second, part)) * Prices.NANOS_PER_UNIT;
        int size = (int) Math.max(1, Math.min(5_000_000, random.logNormal(shares, 0.4)));
        print(profile.listing(), eventNs(second, part), Ticks.round(mid), size, 'N');
    }

    private void burst(int second, double part) {
        double wiggle = path.deviation(second) * Math.sqrt(part * (1 - part)) * random.gaussian();
        double logPrice = path.logPrice(second, part) + wiggle;
        double spread = path.spread(second);
        Touch touch = Touch.around(StrictMath.exp(logPrice) * Prices.NANOS_PER_UNIT, spread);
        double pull = (logPrice - lastLogPrice) / spread;
        double buy = 0.5 + 0.3 * pull / (1 + Math.abs(pull)) + 0.12 * lastSign;
        boolean buyer = random.chance(buy);
        boolean hidden = random.chance(HIDDEN);
        long step = touch.levelStep();
        long walked = 0;
        long eventNs = eventNs(second, part);
        int prints = 1 + random.geometric(1 / ActivityCurve.TRADES_PER_BURST, 60);
        Venue venue = null;
        for (int i = 0; i < prints; i++) {
            if (venue == null || !random.chance(SAME_VENUE)) {
                venue = profile.venues().draw(random, day.sessions(), eventNs);
            }
            int size = sizes.draw(random);
            if (hidden) {
                print(venue, eventNs, random.chance(0.5) ? touch.middle() : touch.side(buyer), size, 'N');
            } else {
                walked += random.chance(0.08) ? step : 0;
                long price = buyer ? touch.ask() + walked : Math.max(touch.bid() - walked, step);
                print(venue, eventNs, Ticks.floor(price), size, buyer ? 'B' : 'A');
            }
            eventNs += 1_000 + random.below(140_000);
        }
        lastSign = buyer ? 1 : -1;
        lastLogPrice = logPrice;
    }

    private void print(Venue venue, long eventNs, long price, int size, char side) {
        double latency = random.logNormal(venue.latencyNanos(), 0.25) * (random.chance(0.003) ? 40 : 1);
        int where = venue.index();
        // A venue's feed keeps its order.
        long recvNs = Math.max(eventNs + (long) latency, lastRecvNs[where] + 1);
        if (insidePause(eventNs, recvNs)) {
            return;
        }
        lastRecvNs[where] = recvNs;
        tape.add(eventNs, recvNs, price, size, (int) (latency * random.between(0.6, 0.95)), side, venue);
    }

    /** A print that would reach the capture server after the pause began did not happen. */
    private boolean insidePause(long eventNs, long recvNs) {
        for (HaltPlan halt : path.plan().events().halts()) {
            if (recvNs >= day.startOfSecondNs(halt.pauseSecond())
                    && eventNs < day.startOfSecondNs(halt.resumeSecond())) {
                return true;
            }
        }
        return false;
    }

    private long eventNs(int second, double part) {
        return day.startOfSecondNs(second) + (long) (part * TradeDay.SECOND_NS);
    }
}
