package io.tapelake.databento.dbn;

import java.util.Optional;

/** The kinds of symbols. New ids may appear in files at any time. */
public enum SType {
    /** A number that the vendor or the venue assigns, good for one day. */
    INSTRUMENT_ID(0, "instrument_id"),
    /** The symbol as the publisher writes it. */
    RAW_SYMBOL(1, "raw_symbol"),
    /** Deprecated. */
    SMART(2, "smart"),
    /** A continuous contract. */
    CONTINUOUS(3, "continuous"),
    /** All instruments of a parent. */
    PARENT(4, "parent"),
    /** The symbol in Nasdaq's convention. */
    NASDAQ_SYMBOL(5, "nasdaq_symbol"),
    /** The symbol in the CMS convention. */
    CMS_SYMBOL(6, "cms_symbol"),
    /** ISIN. */
    ISIN(7, "isin"),
    /** A US code (CUSIP). */
    US_CODE(8, "us_code"),
    /** Bloomberg composite id. */
    BBG_COMP_ID(9, "bbg_comp_id"),
    /** Bloomberg composite ticker. */
    BBG_COMP_TICKER(10, "bbg_comp_ticker"),
    /** FIGI. */
    FIGI(11, "figi"),
    /** FIGI ticker. */
    FIGI_TICKER(12, "figi_ticker"),
    /** The vendor's id of a listing. */
    LISTING_ID(13, "listing_id"),
    /** The vendor's id of an issuer. */
    ISSUER_ID(14, "issuer_id"),
    /** The vendor's id of a security. */
    SECURITY_ID(15, "security_id");

    /** The id that stands for none or a mixture, as in live streams. */
    public static final int MIXED = 0xFF;

    private static final SType[] BY_ID = values();

    private final int id;
    private final String text;

    SType(int id, String text) {
        this.id = id;
        this.text = text;
    }

    /** The number in the metadata. */
    public int id() {
        return id;
    }

    /** The name, such as {@code raw_symbol}. */
    public String text() {
        return text;
    }

    /** The symbol type with this id, or empty for {@link #MIXED} and ids that are not known here. */
    public static Optional<SType> fromId(int id) {
        return id >= 0 && id < BY_ID.length ? Optional.of(BY_ID[id]) : Optional.empty();
    }
}
