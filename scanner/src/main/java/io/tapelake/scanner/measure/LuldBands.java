package io.tapelake.scanner.measure;

import io.tapelake.model.DaySessions;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Price bands of limit up, limit down: how far from its reference price a security may trade. The rules are data with dates,
 * see the resource {@code luld-bands.csv}. Immutable and thread-safe.
 *
 * <p>{@link #on} answers for one security and day; it knows nothing, and says so, where date, tier or previous close leave the
 * rule open. The reference price, the mean of the eligible trades of the past five minutes, is the caller's.
 */
public final class LuldBands {
    private static final String RESOURCE = "luld-bands.csv";
    private static final List<String> NAMES = List.of(
            "from", "to", "tier", "previous_close", "share", "dollars", "open_minutes", "close_minutes", "confirmed");

    private final List<Line> lines;

    private LuldBands(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /** The bands of US equities, from 2014 on. */
    public static LuldBands usEquities() {
        return UsEquities.BANDS;
    }

    /**
     * Bands from lines in the format of the resource.
     *
     * @param source name of the text, for messages
     * @throws IllegalArgumentException naming source and line, when one is malformed
     */
    public static LuldBands parse(List<String> text, String source) {
        List<Line> lines = new ArrayList<>();
        boolean named = false;
        for (int i = 0; i < text.size(); i++) {
            String line = text.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split(",", -1));
            try {
                if (named) {
                    lines.add(Line.of(cells));
                } else if (!cells.equals(NAMES)) {
                    throw new IllegalArgumentException("the names must be " + String.join(",", NAMES));
                }
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        source + " line " + (i + 1) + " '" + line + "': " + e.getMessage(), e);
            }
            named = true;
        }
        return new LuldBands(lines);
    }

    /**
     * The bands of one security on one day.
     *
     * @param tradeDate New York date
     * @param sessions of that date; the bands hold in the regular session only
     * @param previousClose USD, on the day's split basis; NaN or 0 and less when unknown
     * @param tier where it is {@link LuldTier#UNKNOWN}, the bands are known only if both tiers have the same
     */
    public LuldDay on(LocalDate tradeDate, DaySessions sessions, double previousClose, LuldTier tier) {
        Objects.requireNonNull(sessions, "sessions");
        Optional<LuldRule> rule = tier == LuldTier.UNKNOWN
                ? rule(tradeDate, previousClose, LuldTier.ONE)
                        .filter(one ->
                                rule(tradeDate, previousClose, LuldTier.TWO).equals(Optional.of(one)))
                : rule(tradeDate, previousClose, tier);
        return new LuldDay(rule.orElse(null), sessions);
    }

    private Optional<LuldRule> rule(LocalDate tradeDate, double previousClose, LuldTier tier) {
        if (!(previousClose > 0)) {
            return Optional.empty();
        }
        return lines.stream()
                .filter(line -> line.fits(tradeDate, previousClose, tier))
                .map(Line::rule)
                .findFirst();
    }

    private record Line(LocalDate from, LocalDate to, String tier, double limit, boolean orEqual, LuldRule rule) {
        static Line of(List<String> cells) {
            if (cells.size() != NAMES.size()) {
                throw new IllegalArgumentException(cells.size() + " cells instead of " + NAMES.size());
            }
            String tier = oneOf(cells.get(2), "1", "2", "any");
            String close = cells.get(3);
            boolean orEqual = close.startsWith("<=");
            if (!close.equals("any") && !close.startsWith("<")) {
                throw new IllegalArgumentException("previous_close is '" + close + "', must be '<X', '<=X' or 'any'");
            }
            return new Line(
                    LocalDate.parse(cells.get(0)),
                    cells.get(1).isEmpty() ? LocalDate.MAX : LocalDate.parse(cells.get(1)),
                    tier,
                    close.equals("any")
                            ? Double.POSITIVE_INFINITY
                            : Checks.positive("previous_close", Double.parseDouble(close.substring(orEqual ? 2 : 1))),
                    orEqual,
                    new LuldRule(
                            Checks.positive("share", Double.parseDouble(cells.get(4))),
                            cells.get(5).isEmpty()
                                    ? Double.POSITIVE_INFINITY
                                    : Checks.positive("dollars", Double.parseDouble(cells.get(5))),
                            Integer.parseUnsignedInt(cells.get(6)),
                            Integer.parseUnsignedInt(cells.get(7)),
                            oneOf(cells.get(8), "yes", "no").equals("yes")));
        }

        private static String oneOf(String cell, String... allowed) {
            if (!List.of(allowed).contains(cell)) {
                throw new IllegalArgumentException("'" + cell + "' is none of " + String.join(", ", allowed));
            }
            return cell;
        }

        boolean fits(LocalDate date, double previousClose, LuldTier ofTier) {
            return !date.isBefore(from)
                    && !date.isAfter(to)
                    && (tier.equals("any") || tier.equals(ofTier.text()))
                    && (previousClose < limit || (orEqual && previousClose == limit));
        }
    }

    /** Read when first asked for. */
    private static final class UsEquities {
        static final LuldBands BANDS = parse(Resources.lines(LuldBands.class, RESOURCE), RESOURCE);
    }
}
