package io.tapelake.synthetic.market;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The ground truth about a whole symbol-day.
 *
 * @param symbol the ticker
 * @param tradeDate the New York trade date
 * @param startNs opening of the pre-market session, nanoseconds UTC
 * @param endNs end of the post-market session, nanoseconds UTC
 * @param dayReturn simple return of the efficient price from the close of the trade date before to this date's close
 * @param expected categories of which any would be right; empty when the day is unclear and nothing should be asked of it
 * @param parameters the numbers behind the judgement, by name, in a fixed order; see docs/synthetic-market.md
 */
public record DayLabel(
        String symbol,
        LocalDate tradeDate,
        long startNs,
        long endNs,
        double dayReturn,
        List<DayCategory> expected,
        Map<String, Double> parameters) {

    /** The name of a day's line in files, beside the kinds of planted events. */
    public static final String KIND = "day";

    /** Copies, and keeps the order. */
    public DayLabel {
        expected = List.copyOf(expected);
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
