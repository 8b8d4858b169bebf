package io.tapelake.cli.explain;

import io.tapelake.model.DaySessions;
import java.time.LocalDate;
import java.util.List;

/**
 * What there is to say about one symbol-day, in plain values: prices in units of the currency, times in nanoseconds UTC,
 * ratios as fractions (0.05 is 5%). A number that is absent is NaN, a text that is absent is empty, a list is never null.
 *
 * @param source where the values come from, for the foot of the page: tables, run, schema
 * @param sessions the bounds of the day, or null when it is not a trading day
 * @param facts measures of the day as text, in the order in which they are shown
 * @param candles minutes with trades, ascending
 * @param events ascending by start
 * @param resetPoints ascending by decision time
 */
public record ExplainedDay(
        String symbol,
        String dataset,
        LocalDate date,
        String source,
        DaySessions sessions,
        Verdict verdict,
        List<Fact> facts,
        List<Candle> candles,
        List<Level> levels,
        List<Phase> phases,
        List<Event> events,
        List<BadPrint> badPrints,
        List<ResetPoint> resetPoints) {

    /** Copies the lists. */
    public ExplainedDay {
        facts = List.copyOf(facts);
        candles = List.copyOf(candles);
        levels = List.copyOf(levels);
        phases = List.copyOf(phases);
        events = List.copyOf(events);
        badPrints = List.copyOf(badPrints);
        resetPoints = List.copyOf(resetPoints);
    }

    /**
     * How the day was judged.
     *
     * @param category such as RISK, or NONE
     * @param rule why it is that category, in a sentence
     * @param quality in [0, 1]
     * @param multiplier of the time of day, already in {@code quality}
     * @param components of the quality
     */
    public record Verdict(
            String category,
            String rule,
            String direction,
            double quality,
            double multiplier,
            List<Component> components,
            List<String> tags) {

        /** Copies the lists. */
        public Verdict {
            components = List.copyOf(components);
            tags = List.copyOf(tags);
        }
    }

    /**
     * A part of a score.
     *
     * @param measured what was measured, as text
     * @param score what that is worth, in [0, 1]; NaN when it could not be measured
     */
    public record Component(String name, double weight, String measured, double score) {}

    /** A name and a value, both as shown. */
    public record Fact(String name, String value) {}

    /** One minute: its start, clean prices, volume in shares, and the day's average price by volume at its end. */
    public record Candle(long startNs, double open, double high, double low, double close, long volume, double vwap) {}

    /** A price that matters, as a line across the day. */
    public record Level(String name, double price) {}

    /** A stretch of the day, end exclusive. */
    public record Phase(String name, long startNs, long endNs) {}

    /**
     * Something that happened.
     *
     * @param kind in lower_snake, such as failed_breakout
     * @param hindsight whether it can only be known later
     * @param failed whether it came to nothing later
     * @param endNs not before {@code startNs}
     * @param direction 1 up, -1 down, 0 neither
     * @param change of the price, signed; NaN when that means nothing
     */
    public record Event(
            String kind,
            boolean hindsight,
            boolean failed,
            long startNs,
            long endNs,
            int direction,
            double change,
            List<Fact> details) {

        /** Copies the list. */
        public Event {
            details = List.copyOf(details);
        }
    }

    /** A lone print that was left out. */
    public record BadPrint(long timeNs, double price) {}

    /**
     * A place where an episode could begin.
     *
     * @param price the last clean price before {@code decisionNs}
     * @param setupQuality in [0, 1]
     * @param selected whether it was drawn
     * @param probability of being drawn
     */
    public record ResetPoint(
            long decisionNs,
            double price,
            String detector,
            String phase,
            String timeBucket,
            double setupQuality,
            List<Component> components,
            boolean selected,
            double probability,
            double weight,
            List<Fact> details) {

        /** Copies the lists. */
        public ResetPoint {
            components = List.copyOf(components);
            details = List.copyOf(details);
        }
    }
}
