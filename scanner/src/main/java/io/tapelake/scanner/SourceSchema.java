package io.tapelake.scanner;

import java.util.Arrays;

/** A DBN schema that measures can be computed from. */
public enum SourceSchema {
    /** Trades. */
    TRADES("trades", Kind.TRADES, 0),
    /** Top of one venue's book before each trade. */
    TBBO("tbbo", Kind.BOOK_WITH_TRADES, 0),
    /** Every change of the top of one venue's book, trades among them. */
    MBP_1("mbp-1", Kind.BOOK_WITH_TRADES, 0),
    /** Consolidated top of book before each trade. */
    TCBBO("tcbbo", Kind.BOOK_WITH_TRADES, 0),
    /** Every change of the consolidated top of book, trades among them. */
    CMBP_1("cmbp-1", Kind.BOOK_WITH_TRADES, 0),
    /** Top of one venue's book, sampled each second. */
    BBO_1S("bbo-1s", Kind.BOOK, 0),
    /** Top of one venue's book, sampled each minute. */
    BBO_1M("bbo-1m", Kind.BOOK, 0),
    /** Consolidated top of book, sampled each second. */
    CBBO_1S("cbbo-1s", Kind.BOOK, 0),
    /** Consolidated top of book, sampled each minute. */
    CBBO_1M("cbbo-1m", Kind.BOOK, 0),
    /** One-second bars. */
    OHLCV_1S("ohlcv-1s", Kind.BARS, 1),
    /** One-minute bars. */
    OHLCV_1M("ohlcv-1m", Kind.BARS, 60),
    /** One-hour bars; they straddle the sessions, so nothing about sessions can be computed from them. */
    OHLCV_1H("ohlcv-1h", Kind.BARS, 3_600),
    /** One-day bars; as hour bars. */
    OHLCV_1D("ohlcv-1d", Kind.BARS, 86_400);

    private enum Kind {
        TRADES,
        BOOK_WITH_TRADES,
        BOOK,
        BARS
    }

    private final String text;
    private final Kind kind;
    private final int barSeconds;

    SourceSchema(String text, Kind kind, int barSeconds) {
        this.text = text;
        this.kind = kind;
        this.barSeconds = barSeconds;
    }

    /**
     * The schema of a name as Databento writes it, such as {@code ohlcv-1s}.
     *
     * @throws IllegalArgumentException when no measure can be computed from a schema of that name
     */
    public static SourceSchema fromText(String text) {
        return Arrays.stream(values())
                .filter(s -> s.text.equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no measures can be computed from schema '" + text
                        + "'; allowed: "
                        + String.join(
                                ", ", Arrays.stream(values()).map(s -> s.text).toList())));
    }

    /** The name as Databento writes it. */
    public String text() {
        return text;
    }

    /** Whether prices and volumes can be computed from it. */
    public boolean hasPrices() {
        return kind != Kind.BOOK;
    }

    /** Whether a spread can be computed from it. */
    public boolean hasQuotes() {
        return kind == Kind.BOOK || kind == Kind.BOOK_WITH_TRADES;
    }

    /** Whether its rows are bars. */
    public boolean isBars() {
        return kind == Kind.BARS;
    }

    /** Whether each row lies in one session and one five-minute interval: true but for hour and day bars. */
    public boolean resolvesSessions() {
        return barSeconds <= 60;
    }

    /** Length of a bar in seconds; 0 when rows are no bars. */
    public int barSeconds() {
        return barSeconds;
    }
}
