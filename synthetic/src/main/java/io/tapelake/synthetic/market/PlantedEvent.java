package io.tapelake.synthetic.market;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One entry of the ground truth: something that was planted, and where.
 *
 * @param symbol the ticker
 * @param tradeDate the New York trade date
 * @param kind what it is, or nearly is
 * @param decoy whether it is a near miss, which a detector of the kind should leave alone
 * @param startNs first instant, nanoseconds UTC
 * @param endNs instant at which it is complete (exclusive end of a pause)
 * @param amplitude simple return, signed; from what to what depends on the kind
 * @param parameters further numbers, by name, in a fixed order; see docs/synthetic-market.md
 */
public record PlantedEvent(
        String symbol,
        LocalDate tradeDate,
        Kind kind,
        boolean decoy,
        long startNs,
        long endNs,
        double amplitude,
        Map<String, Double> parameters) {

    /** Kinds of planted events. */
    public enum Kind {
        /** A move of given size on heavy volume out of a calm base, of which at least 45% stays. */
        BREAKOUT_RUN("breakout-run"),
        /** The same, but at least 75% is given back within the hour. */
        FAILED_BREAKOUT("failed-breakout"),
        /** A fall within minutes on heavy volume. */
        FLUSH("flush"),
        /** What comes back of a flush in the minutes after it. */
        BOUNCE("bounce"),
        /** A volatility pause: no trades, and another price afterwards. */
        HALT("halt"),
        /** A narrow range on even volume after a run. */
        CONSOLIDATION("consolidation"),
        /** A stretch in which trading all but stops. */
        DEAD_ZONE("dead-zone"),
        /** An opening away from the close before. */
        GAP("gap"),
        /** A lone trade far from the market. */
        BAD_PRINT("bad-print");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name in files. */
        public String text() {
            return text;
        }

        boolean isMove() {
            return this == BREAKOUT_RUN || this == FAILED_BREAKOUT || this == FLUSH || this == GAP;
        }
    }

    /** Parameters that are prices. */
    private static final Set<String> PRICES = Set.of("price", "market_price", "last_price", "resume_price");

    /** Keeps the order of the parameters. */
    public PlantedEvent {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    PlantedEvent inSmallerShares(int perShare) {
        Map<String, Double> smaller = new LinkedHashMap<>(parameters);
        smaller.replaceAll((name, value) -> PRICES.contains(name) ? value / perShare : value);
        return new PlantedEvent(symbol, tradeDate, kind, decoy, startNs, endNs, amplitude, smaller);
    }
}
