package io.tapelake.cli.state;

import io.tapelake.model.Prices;
import io.tapelake.scanner.reset.Phase;
import io.tapelake.simulator.check.RecordOrigin;
import io.tapelake.simulator.day.MinuteMeasures;
import io.tapelake.simulator.day.PrintColumns;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureSet;
import io.tapelake.simulator.market.MarketView;
import io.tapelake.simulator.window.BarWindow;
import io.tapelake.simulator.window.FormingBar;
import io.tapelake.simulator.window.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The market at an instant, value by value. */
public final class StateLines {
    private static final long NO_AGE = -1;

    private final MarketView view;
    private final SimulatorDay day;
    private final RecordOrigin origin;
    private final List<StateLine> lines = new ArrayList<>();

    private StateLines(MarketView view, RecordOrigin origin) {
        this.view = view;
        this.day = view.day();
        this.origin = origin;
    }

    /**
     * What a view shows.
     *
     * @param origin where to ask for the records behind the values; null for not at all
     */
    public static List<StateLine> of(MarketView view, RecordOrigin origin) {
        StateLines state = new StateLines(view, origin);
        state.trade();
        state.book();
        state.venues();
        state.status();
        state.levels();
        state.minute();
        return List.copyOf(state.lines);
    }

    /** The features of a set at the instant of a view. */
    public static List<StateLine> features(MarketView view, FeatureSet set) {
        float[] values = new float[set.floats()];
        set.on(view.day()).fill(view, values, 0);
        List<StateLine> lines = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            boolean valid = values[set.size() + i] == 1;
            float age = values[2 * set.size() + i];
            lines.add(new StateLine(
                    set.name(i),
                    valid ? (Object) Double.valueOf(Float.toString(values[i])) : null,
                    set.unit(i),
                    valid ? Math.round(age * 1e9) : NO_AGE,
                    ""));
        }
        return lines;
    }

    private void price(String name, long nanos, long ageNs, String source) {
        lines.add(new StateLine(name, Prices.toDecimal(nanos), "USD", age(ageNs), source));
    }

    private void add(String name, Object value, String unit, long ageNs, String source) {
        lines.add(new StateLine(name, value, unit, age(ageNs), source));
    }

    private static long age(long ageNs) {
        return ageNs == MarketView.NO_AGE ? NO_AGE : ageNs;
    }

    private void trade() {
        PrintColumns prints = day.prints();
        int row = view.printRow() < 0 ? -1 : prints.cleanRow(view.printRow());
        String source = row < 0 ? "" : printSource(row);
        price("last_price", view.lastPriceNanos(), view.lastPriceAgeNs(), source);
        int last = view.printRow();
        long lastAge = last < 0 ? NO_AGE : view.nowNs() - prints.knownNs(last);
        price(
                "last_print_raw",
                view.rawLastPriceNanos(),
                lastAge,
                last < 0 || last == row ? source : printSource(last));
        add("last_size", last < 0 ? null : (Object) view.lastSizeShares(), "shares", lastAge, "");
        add("volume", view.volume(), "shares", lastAge, "");
        add("vwap", Double.isNaN(view.vwap()) ? null : (Object) view.vwap(), "USD", lastAge, "");
        price("day_open", view.firstPriceNanos(), NO_AGE, "");
        price("day_high", view.dayHighNanos(), NO_AGE, "");
        price("day_low", view.dayLowNanos(), NO_AGE, "");
    }

    private String printSource(int row) {
        if (origin == null) {
            return "";
        }
        PrintColumns prints = day.prints();
        return text(
                prints.isBar(row)
                        ? origin.barEndingAt(prints.knownNs(row))
                        : origin.trade(
                                prints.knownNs(row) - day.feedDelayNs(),
                                day.publisherId(prints.publisher(row)),
                                prints.shares(row)));
    }

    private String quoteSource(int row) {
        return origin == null || row < 0
                ? ""
                : text(origin.quote(
                        day.quotes().knownNs(row) - day.feedDelayNs(),
                        day.publisherId(day.quotes().publisher(row))));
    }

    private static String text(Optional<RecordOrigin.Place> place) {
        return place.map(RecordOrigin.Place::toString).orElse("not found");
    }

    private void book() {
        String bid = quoteSource(view.bidRow());
        String ask = quoteSource(view.askRow());
        price("bid", view.bidNanos(), view.bidAgeNs(), bid);
        price("ask", view.askNanos(), view.askAgeNs(), ask);
        add(
                "bid_size",
                view.bidRow() < 0 ? null : (Object) (long) view.bidSizeShares(),
                "shares",
                view.bidAgeNs(),
                bid);
        add(
                "ask_size",
                view.askRow() < 0 ? null : (Object) (long) view.askSizeShares(),
                "shares",
                view.askAgeNs(),
                ask);
        price("spread", view.spreadNanos(), Math.max(view.bidAgeNs(), view.askAgeNs()), "");
        add("condition", lower(view.condition()), "", NO_AGE, "");
    }

    private void venues() {
        for (int publisher = 0; publisher < day.publisherCount(); publisher++) {
            int row = view.bookRow(publisher);
            if (row >= 0) {
                String text = text(day.quotes().bidNanos(row)) + " x "
                        + day.quotes().bidSizeShares(row) + " / "
                        + text(day.quotes().askNanos(row)) + " x "
                        + day.quotes().askSizeShares(row) + (view.isLive(row) ? "" : " (stale)");
                long age = view.nowNs() - day.quotes().knownNs(row);
                add("book_" + day.publisherId(publisher), text, "", age, quoteSource(row));
            }
        }
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private void status() {
        add("session", lower(view.session()), "", NO_AGE, "");
        String source = origin == null || view.statusRow() < 0
                ? ""
                : text(origin.status(day.status().knownNs(view.statusRow()) - day.feedDelayNs()));
        add("trading_status", lower(view.tradingStatus()), "", view.statusAgeNs(), source);
        char restricted = view.shortSaleRestricted();
        add(
                "short_sale_restricted",
                restricted == '~' ? "unknown" : restricted == 'Y' ? "yes" : "no",
                "",
                view.statusAgeNs(),
                source);
        measure("luld_upper", MinuteMeasures.Kind.LULD_UPPER, "USD");
        measure("luld_lower", MinuteMeasures.Kind.LULD_LOWER, "USD");
    }

    private void levels() {
        price("prior_high", view.prior().highNanos(), NO_AGE, "");
        price("prior_low", view.prior().lowNanos(), NO_AGE, "");
        price("prior_close", view.prior().closeNanos(), NO_AGE, "");
        price("pre_market_high", view.preMarketHighNanos(), NO_AGE, "");
        price("pre_market_low", view.preMarketLowNanos(), NO_AGE, "");
        price("opening_range_high", view.openingRangeHighNanos(), NO_AGE, "");
        price("opening_range_low", view.openingRangeLowNanos(), NO_AGE, "");
    }

    private void minute() {
        double phase = view.measure(MinuteMeasures.Kind.PHASE);
        Phase known = Double.isNaN(phase) ? null : MinuteMeasures.PHASES.get((int) phase);
        add("phase", known == null ? null : known.name(), "", view.minuteAgeNs(), "");
        measure("setup_quality", MinuteMeasures.Kind.SETUP_QUALITY, "0 to 1");
        measure("rvol", MinuteMeasures.Kind.RVOL, "ratio");
        measure("atr5", MinuteMeasures.Kind.ATR5, "USD");
        BarWindow window = BarWindow.of(day, 1, 1, Reach.DAY).at(view);
        add("minute_bar", window.isFilled(0) ? bar(window) : null, "o h l c, shares", view.minuteAgeNs(), "");
        FormingBar forming = window.forming();
        add(
                "forming_minute",
                bar(
                        forming.openNanos(),
                        forming.highNanos(),
                        forming.lowNanos(),
                        forming.closeNanos(),
                        forming.volume()),
                "o h l c, shares",
                view.nowNs() - forming.startNs(),
                "");
    }

    private static String bar(BarWindow window) {
        return bar(
                window.openNanos(0), window.highNanos(0), window.lowNanos(0), window.closeNanos(0), window.volume(0));
    }

    /** A minute without a trade has no prices but, at most, the last one carried on. */
    private static String bar(long open, long high, long low, long close, long volume) {
        return text(open) + " " + text(high) + " " + text(low) + " " + text(close) + " " + volume;
    }

    private static String text(long priceNanos) {
        return priceNanos == Prices.UNDEF ? "-" : Prices.toText(priceNanos);
    }

    private void measure(String name, MinuteMeasures.Kind kind, String unit) {
        double value = view.measure(kind);
        add(name, Double.isNaN(value) ? null : (Object) value, unit, view.minuteAgeNs(), "");
    }
}
