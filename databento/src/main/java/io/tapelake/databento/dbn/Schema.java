package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.RType;
import java.util.Optional;

/** The kinds of data a DBN file can be asked to hold. New ids may appear in files at any time. */
public enum Schema {
    /** Order events. */
    MBO(0, "mbo"),
    /** Top of book updates. */
    MBP_1(1, "mbp-1"),
    /** Ten level book updates. */
    MBP_10(2, "mbp-10"),
    /** Trades with the best bid and offer before them. */
    TBBO(3, "tbbo"),
    /** Trades. */
    TRADES(4, "trades"),
    /** One second bars. */
    OHLCV_1S(5, "ohlcv-1s"),
    /** One minute bars. */
    OHLCV_1M(6, "ohlcv-1m"),
    /** One hour bars. */
    OHLCV_1H(7, "ohlcv-1h"),
    /** Bars of a UTC day. */
    OHLCV_1D(8, "ohlcv-1d"),
    /** Instrument definitions. */
    DEFINITION(9, "definition"),
    /** Statistics of the venue. */
    STATISTICS(10, "statistics"),
    /** Trading status. */
    STATUS(11, "status"),
    /** Auction imbalances. */
    IMBALANCE(12, "imbalance"),
    /** Bars of a session. */
    OHLCV_EOD(13, "ohlcv-eod"),
    /** Consolidated top of book updates. */
    CMBP_1(14, "cmbp-1"),
    /** Consolidated best bid and offer, each second. */
    CBBO_1S(15, "cbbo-1s"),
    /** Consolidated best bid and offer, each minute. */
    CBBO_1M(16, "cbbo-1m"),
    /** Trades with the consolidated best bid and offer before them. */
    TCBBO(17, "tcbbo"),
    /** Best bid and offer, each second. */
    BBO_1S(18, "bbo-1s"),
    /** Best bid and offer, each minute. */
    BBO_1M(19, "bbo-1m");

    /** The id in the metadata that stands for no schema or a mixture of several, as in live streams. */
    public static final int MIXED = 0xFFFF;

    private static final Schema[] BY_ID = values();

    private final int id;
    private final String text;

    Schema(int id, String text) {
        this.id = id;
        this.text = text;
    }

    /** The number in the metadata. */
    public int id() {
        return id;
    }

    /** The name, such as {@code ohlcv-1s}. */
    public String text() {
        return text;
    }

    /** The type of this schema's records, see {@link RType}; {@code mbp-1} and {@code tbbo} share one. */
    public int rtype() {
        return switch (this) {
            case MBO -> RType.MBO;
            case TRADES -> RType.MBP_0;
            case MBP_1, TBBO -> RType.MBP_1;
            case MBP_10 -> RType.MBP_10;
            case OHLCV_1S -> RType.OHLCV_1S;
            case OHLCV_1M -> RType.OHLCV_1M;
            case OHLCV_1H -> RType.OHLCV_1H;
            case OHLCV_1D -> RType.OHLCV_1D;
            case OHLCV_EOD -> RType.OHLCV_EOD;
            case DEFINITION -> RType.INSTRUMENT_DEF;
            case STATISTICS -> RType.STATISTICS;
            case STATUS -> RType.STATUS;
            case IMBALANCE -> RType.IMBALANCE;
            case CMBP_1 -> RType.CMBP_1;
            case TCBBO -> RType.TCBBO;
            case CBBO_1S -> RType.CBBO_1S;
            case CBBO_1M -> RType.CBBO_1M;
            case BBO_1S -> RType.BBO_1S;
            case BBO_1M -> RType.BBO_1M;
        };
    }

    /** The schema with this id, or empty for {@link #MIXED} and ids that are not known here. */
    public static Optional<Schema> fromId(int id) {
        return id >= 0 && id < BY_ID.length ? Optional.of(BY_ID[id]) : Optional.empty();
    }

    /** The schema with this name, or empty. */
    public static Optional<Schema> fromText(String text) {
        for (Schema schema : BY_ID) {
            if (schema.text.equals(text)) {
                return Optional.of(schema);
            }
        }
        return Optional.empty();
    }
}
