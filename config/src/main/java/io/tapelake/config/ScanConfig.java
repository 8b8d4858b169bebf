package io.tapelake.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * Section {@code scan}. Schemas are named as Databento names them.
 *
 * @param sourceOrder schemas that can give prices and volumes, best first
 * @param quoteOrder schemas that can give the spread, best first
 * @param lookbackDays trading days before a day that describe what is usual for its symbol
 * @param rvolMinDays fewest such days for which relative volume is computed
 * @param haltGapSeconds without status records, a gap between trades that counts as a halt
 * @param haltMinTrades trades needed in the minute before such a gap
 * @param crossedShareMax largest share of crossed among two-sided quotes that raises no quality flag
 * @param momentum which days enter the day index
 * @param detectors names of the detectors that look for events
 * @param scorer name of the scorer of days
 * @param setupScorer name of the scorer of reset points
 * @param resets how reset points are drawn
 */
public record ScanConfig(
        @NotNull @UniqueElements
                List<
                                @NotNull @OneOf({
                                    "trades",
                                    "tbbo",
                                    "mbp-1",
                                    "tcbbo",
                                    "cmbp-1",
                                    "ohlcv-1s",
                                    "ohlcv-1m",
                                    "ohlcv-1h",
                                    "ohlcv-1d"
                                })
                                String>
                        sourceOrder,
        @NotNull @UniqueElements
                List<
                                @NotNull @OneOf({"mbp-1", "tbbo", "bbo-1s", "bbo-1m", "cmbp-1", "tcbbo", "cbbo-1s", "cbbo-1m"})
                                String>
                        quoteOrder,
        @NotNull @Range(min = 1, max = 250) Integer lookbackDays,
        @NotNull @Range(min = 1, max = 250) Integer rvolMinDays,
        @NotNull @Range(min = 1, max = 23_400) Integer haltGapSeconds,
        @NotNull @Range(min = 1, max = 100_000) Integer haltMinTrades,
        @NotNull @Range(min = 0, max = 1) Double crossedShareMax,
        @NotNull @Valid MomentumConfig momentum,
        @NotNull @UniqueElements List<@NotNull String> detectors,
        @NotNull String scorer,
        @NotNull String setupScorer,
        @NotNull @Valid ResetsConfig resets) {
    /** Keeps the lists unmodifiable. */
    public ScanConfig {
        sourceOrder = Copies.list(sourceOrder);
        quoteOrder = Copies.list(quoteOrder);
        detectors = Copies.list(detectors);
    }
}
