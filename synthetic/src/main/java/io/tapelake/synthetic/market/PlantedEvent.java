package io.tapelake.synthetic.market;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One entry of the ground truth: something that was planted, and where.
 *
 * @param symbol the ticker
 * @param tradeDate the New York trade date
 * @param kind what it is
 * @param startNs first instant, nanoseconds UTC
 * @param endNs instant at which it is complete (exclusive end of a pause)
 * @param amplitude simple return: of the efficient price for a run; from the last trade before to the first after for a halt
 * @param parameters further numbers, by name, in a fixed order; see docs/synthetic-market.md
 */
public record PlantedEvent(
        String symbol,
        LocalDate tradeDate,
        Kind kind,
        long startNs,
        long endNs,
        double amplitude,
        Map<String, Double> parameters) {

    /** Kinds of planted events. */
    public enum Kind {
        /** A move of given size on heavy volume out of a calm base, then a fade. */
        BREAKOUT_RUN("breakout-run"),
        /** A volatility pause: no trades, and another price afterwards. */
        HALT("halt");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name in files. */
        public String text() {
            return text;
        }
    }

    /** Keeps the order of the parameters. */
    public PlantedEvent {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
