package io.tapelake.scanner;

import io.tapelake.scanner.measure.KeyedUniform;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/**
 * Draws control days: as many of the ordinary days of a date and dataset as there are momentum days, each as likely as any
 * other. A draw depends on the seed and on the days it is made from, and on nothing else: not on their order, nor on what
 * happened on them. Pure.
 */
public final class ControlDraw {
    private static final String KEY = "control";

    private ControlDraw() {}

    /** A symbol with its place in the draw. */
    private record Ticket(long hash, String symbol) {}

    /**
     * Draws.
     *
     * @param seed seed of the draw
     * @param tradeDate date of the days
     * @param dataset their dataset
     * @param ordinary symbols of the ordinary days, each once
     * @param wanted how many to draw, the number of momentum days; not negative
     * @return the symbols drawn, each with its inclusion probability: number drawn / number of ordinary days
     */
    public static Map<String, Double> draw(
            long seed, LocalDate tradeDate, String dataset, Collection<String> ordinary, int wanted) {
        KeyedUniform key =
                KeyedUniform.of(seed).with(KEY).with(tradeDate.toEpochDay()).with(dataset);
        int drawn = Math.min(wanted, ordinary.size());
        double probability = (double) drawn / ordinary.size();
        Map<String, Double> controls = new TreeMap<>();
        ordinary.stream()
                .map(symbol -> new Ticket(key.with(symbol).bits(), symbol))
                .sorted(Comparator.comparingLong(Ticket::hash).thenComparing(Ticket::symbol))
                .limit(drawn)
                .forEach(ticket -> controls.put(ticket.symbol(), probability));
        return controls;
    }
}
