package io.tapelake.simulator.feature;

import static io.tapelake.simulator.feature.Feature.Basis.CLOCK;
import static io.tapelake.simulator.feature.Feature.Basis.MINUTES;
import static io.tapelake.simulator.feature.Feature.Basis.PRINTS;
import static io.tapelake.simulator.feature.Feature.Basis.QUOTES;
import static io.tapelake.simulator.feature.Feature.Basis.STATUS;

import io.tapelake.model.Prices;
import io.tapelake.model.Session;
import io.tapelake.scanner.reset.Phase;
import io.tapelake.simulator.day.MinuteMeasures;
import io.tapelake.simulator.market.MarketView;
import io.tapelake.simulator.market.TradingStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Every feature there is, in the order of the default set. A new one is one line here, and raises {@link #VERSION}. */
final class FeatureTable {
    /** Goes into every schema hash: the meaning of a name may change only with it. */
    static final int VERSION = 1;

    private static final double BPS = 10_000;
    private static final double SECONDS_PER_NANO = 1e-9;
    private static final double SECONDS_PER_HOUR = 3_600;

    private final List<Feature> features = new ArrayList<>();

    private FeatureTable() {}

    static List<Feature> all() {
        FeatureTable table = new FeatureTable();
        table.prices();
        table.levels();
        table.book();
        table.tape();
        table.minutes();
        table.clock();
        return List.copyOf(table.features);
    }

    private void add(
            String name, String unit, String warmUp, Feature.Basis basis, ToDoubleFunction<FeatureInputs> value) {
        features.add(new Feature(name, unit, warmUp, basis, value));
    }

    private void prices() {
        for (int seconds : new int[] {1, 5, 10, 30, 60, 300, 900}) {
            add(
                    "return_" + seconds + "s",
                    "log return",
                    "a print " + seconds + " s ago",
                    PRINTS,
                    in -> in.logReturn(seconds));
        }
        add(
                "return_prior_close",
                "ratio",
                "a print; a previous day",
                PRINTS,
                in -> in.above(in.view.prior().closeNanos()));
        add("return_day_open", "ratio", "a print", PRINTS, in -> in.above(in.view.firstPriceNanos()));
        add("log_price", "log USD", "a print", PRINTS, in -> Math.log(in.lastUsd()));
    }

    private void levels() {
        add("vwap_distance", "ratio", "a print", PRINTS, in -> in.aboveUsd(in.view.vwap()));
        add("day_high_distance", "ratio", "a print", PRINTS, in -> in.above(in.view.dayHighNanos()));
        add("day_low_distance", "ratio", "a print", PRINTS, in -> in.above(in.view.dayLowNanos()));
        add("day_range_position", "0 to 1", "two prices", PRINTS, FeatureTable::rangePosition);
        add(
                "session_high_distance",
                "ratio",
                "a print in the session",
                PRINTS,
                in -> in.above(in.day.sessionHighNanos(in.view.printRow())));
        add(
                "session_low_distance",
                "ratio",
                "a print in the session",
                PRINTS,
                in -> in.above(in.day.sessionLowNanos(in.view.printRow())));
        add(
                "prior_high_distance",
                "ratio",
                "a print; a previous day",
                PRINTS,
                in -> in.above(in.view.prior().highNanos()));
        add(
                "prior_low_distance",
                "ratio",
                "a print; a previous day",
                PRINTS,
                in -> in.above(in.view.prior().lowNanos()));
        add("pre_high_distance", "ratio", "a pre-market print", PRINTS, in -> in.above(in.view.preMarketHighNanos()));
        add("pre_low_distance", "ratio", "a pre-market print", PRINTS, in -> in.above(in.view.preMarketLowNanos()));
        add(
                "opening_range_high_distance",
                "ratio",
                "the opening range",
                PRINTS,
                in -> in.above(in.view.openingRangeHighNanos()));
        add(
                "opening_range_low_distance",
                "ratio",
                "the opening range",
                PRINTS,
                in -> in.above(in.view.openingRangeLowNanos()));
        add(
                "luld_upper_distance",
                "ratio",
                "five minutes of regular trades; known bands",
                MINUTES,
                in -> in.aboveUsd(in.measure(MinuteMeasures.Kind.LULD_UPPER)));
        add(
                "luld_lower_distance",
                "ratio",
                "five minutes of regular trades; known bands",
                MINUTES,
                in -> in.aboveUsd(in.measure(MinuteMeasures.Kind.LULD_LOWER)));
    }

    private static double rangePosition(FeatureInputs in) {
        long high = in.view.dayHighNanos();
        long low = in.view.dayLowNanos();
        return high == Prices.UNDEF || high == low
                ? Double.NaN
                : (in.view.lastPriceNanos() - low) / (double) (high - low);
    }

    private void book() {
        add(
                "spread_bps",
                "basis points",
                "a bid and an ask",
                QUOTES,
                in -> spread(in) * SECONDS_PER_NANO / in.view.midpoint() * BPS);
        add(
                "spread_ticks",
                "ticks",
                "a bid and an ask",
                QUOTES,
                in -> spread(in) / (in.view.midpoint() < 1 ? 100_000 : 10_000_000));
        add(
                "bid_size_log",
                "log shares",
                "a bid",
                QUOTES,
                in -> in.view.bidRow() < 0 ? Double.NaN : Math.log1p(in.view.bidSizeShares()));
        add(
                "ask_size_log",
                "log shares",
                "an ask",
                QUOTES,
                in -> in.view.askRow() < 0 ? Double.NaN : Math.log1p(in.view.askSizeShares()));
        add("book_imbalance", "-1 to 1", "a bid or an ask", QUOTES, FeatureTable::bookImbalance);
        add("micro_price_distance_bps", "basis points", "a bid and an ask", QUOTES, FeatureTable::microPrice);
        add(
                "last_mid_distance_bps",
                "basis points",
                "a print, a bid and an ask",
                QUOTES,
                in -> in.aboveUsd(in.view.midpoint()) * BPS);
        for (int seconds : new int[] {1, 10, 60}) {
            add(
                    "order_flow_imbalance_" + seconds + "s",
                    "mean best sizes",
                    "a quote " + seconds + " s ago",
                    QUOTES,
                    in -> in.flowImbalance(seconds));
        }
        for (int seconds : new int[] {1, 10, 60}) {
            add("quote_speed_" + seconds + "s", "quotes per second", "none", CLOCK, in -> in.quoteRate(seconds));
        }
    }

    private static double spread(FeatureInputs in) {
        long spread = in.view.spreadNanos();
        return spread == Prices.UNDEF ? Double.NaN : spread;
    }

    private static double bookImbalance(FeatureInputs in) {
        double bid = in.view.bidSizeShares();
        double ask = in.view.askSizeShares();
        return (bid - ask) / (bid + ask);
    }

    private static double microPrice(FeatureInputs in) {
        return spread(in) * SECONDS_PER_NANO * bookImbalance(in) / 2 / in.view.midpoint() * BPS;
    }

    private void tape() {
        for (int seconds : new int[] {1, 10, 60, 300}) {
            add("trade_speed_" + seconds + "s", "prints per second", "none", CLOCK, in -> in.printRate(seconds));
        }
        for (int seconds : new int[] {1, 10, 60}) {
            add(
                    "share_speed_log_" + seconds + "s",
                    "log shares per second",
                    "none",
                    CLOCK,
                    in -> Math.log1p(in.shareRate(seconds)));
        }
        for (int seconds : new int[] {10, 60, 300}) {
            add(
                    "aggressor_ratio_" + seconds + "s",
                    "-1 to 1",
                    "a trade of known side within " + seconds + " s",
                    PRINTS,
                    in -> in.aggressorRatio(seconds));
        }
        for (int seconds : new int[] {10, 60, 300}) {
            add(
                    "large_print_share_" + seconds + "s",
                    "0 to 1",
                    "a trade within " + seconds + " s",
                    PRINTS,
                    in -> in.largeShare(seconds));
        }
        add("volume_log", "log shares", "none", CLOCK, in -> Math.log1p((double) in.view.volume()));
    }

    private void minutes() {
        add(
                "setup_quality",
                "0 to 1",
                "a component of the score",
                MINUTES,
                in -> in.measure(MinuteMeasures.Kind.SETUP_QUALITY));
        for (Phase phase : MinuteMeasures.PHASES) {
            int place = MinuteMeasures.PHASES.indexOf(phase);
            add(
                    "phase_" + phase.name().toLowerCase(Locale.ROOT),
                    "0 or 1",
                    "a minute",
                    MINUTES,
                    in -> isPhase(in.measure(MinuteMeasures.Kind.PHASE), place));
        }
        add(
                "rvol",
                "ratio",
                "five previous days; 100 shares usual by now",
                MINUTES,
                in -> in.measure(MinuteMeasures.Kind.RVOL));
        add("volume_velocity", "ratio", "25 minutes", MINUTES, in -> in.measure(MinuteMeasures.Kind.VOLUME_VELOCITY));
        add(
                "price_velocity",
                "ratio per minute",
                "5 minutes after the first print",
                MINUTES,
                in -> in.measure(MinuteMeasures.Kind.PRICE_VELOCITY));
        add("volume_z", "deviations", "20 minutes", MINUTES, in -> in.measure(MinuteMeasures.Kind.VOLUME_Z));
        add(
                "atr5_bps",
                "basis points",
                "a range of previous days, or of three five-minute bars",
                MINUTES,
                in -> in.measure(MinuteMeasures.Kind.ATR5) / in.lastUsd() * BPS);
        add(
                "minute_scale_bps",
                "basis points",
                "a range of previous days, or ten minutes with a trade",
                MINUTES,
                in -> in.measure(MinuteMeasures.Kind.SCALE) / in.lastUsd() * BPS);
        add("halts_so_far", "halts", "trades or a status record", MINUTES, in -> in.measure(MinuteMeasures.Kind.HALTS));
    }

    private static double isPhase(double phase, int place) {
        return Double.isNaN(phase) ? Double.NaN : phase == place ? 1 : 0;
    }

    private void clock() {
        add("is_halted", "0 or 1", "a status record", STATUS, FeatureTable::isHalted);
        add(
                "is_short_sale_restricted",
                "0 or 1",
                "a status record that says so",
                STATUS,
                in -> letter(in.view.shortSaleRestricted()));
        add("print_age_log", "log seconds", "a print", CLOCK, in -> logSeconds(in.view.lastPriceAgeNs()));
        add(
                "quote_age_log",
                "log seconds",
                "a bid and an ask",
                CLOCK,
                in -> logSeconds(Math.max(in.view.bidAgeNs(), in.view.askAgeNs())));
        add(
                "hours_since_open",
                "hours",
                "none",
                CLOCK,
                in -> (in.view.nowNs() - in.day.sessions().openNs()) * SECONDS_PER_NANO / SECONDS_PER_HOUR);
        add(
                "hours_to_close",
                "hours",
                "none",
                CLOCK,
                in -> (in.day.sessions().closeNs() - in.view.nowNs()) * SECONDS_PER_NANO / SECONDS_PER_HOUR);
        add("is_regular", "0 or 1", "none", CLOCK, in -> in.view.session() == Session.REGULAR ? 1 : 0);
    }

    private static double isHalted(FeatureInputs in) {
        TradingStatus status = in.view.tradingStatus();
        return status == TradingStatus.UNKNOWN ? Double.NaN : status == TradingStatus.TRADING ? 0 : 1;
    }

    private static double letter(char letter) {
        return letter == 'Y' ? 1 : letter == 'N' ? 0 : Double.NaN;
    }

    private static double logSeconds(long ageNs) {
        return ageNs == MarketView.NO_AGE ? Double.NaN : Math.log1p(ageNs * SECONDS_PER_NANO);
    }
}
