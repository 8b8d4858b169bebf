package io.tapelake.synthetic.market;

import io.tapelake.model.DaySessions;

/** How the activity of one symbol spreads over the venues. Immutable. */
final class VenueMix {
    private static final double LISTING_BONUS = 0.20;

    private final double[] shares;

    private VenueMix(double[] shares) {
        this.shares = shares;
    }

    /** The usual shares, shaken by the random source, with a bonus for the listing venue. */
    static VenueMix around(Venue listing, KeyedRandom random) {
        double[] shares = new double[Venue.COUNT];
        for (Venue venue : Venue.ALL) {
            double share = venue.share() + (venue == listing ? LISTING_BONUS : 0);
            shares[venue.index()] = random.logNormal(share, 0.25);
        }
        return new VenueMix(shares);
    }

    /** A venue that is open at the instant, drawn by share. */
    Venue draw(KeyedRandom random, DaySessions day, long epochNs) {
        double total = 0;
        for (Venue venue : Venue.ALL) {
            total += isOpen(venue, day, epochNs) ? shares[venue.index()] : 0;
        }
        double left = random.uniform() * total;
        for (Venue venue : Venue.ALL) {
            if (isOpen(venue, day, epochNs)) {
                left -= shares[venue.index()];
                if (left < 0) {
                    return venue;
                }
            }
        }
        return Venue.XNAS;
    }

    static boolean isOpen(Venue venue, DaySessions day, long epochNs) {
        return epochNs >= venue.opensNs(day) && epochNs < venue.closesNs(day);
    }
}
