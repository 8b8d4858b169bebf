package io.tapelake.model;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A split or a cash dividend.
 *
 * @param securityId the security; null when only the symbol is known
 * @param symbol the raw symbol on the ex-date
 * @param exDate first trade date on the new basis
 * @param kind which of the two
 * @param ratio new shares per old share, positive; null for a dividend
 * @param cashAmount cash per share; null for a split
 */
public record CorporateAction(
        String securityId, String symbol, LocalDate exDate, Kind kind, BigDecimal ratio, BigDecimal cashAmount)
        implements Serializable {
    /** Kinds of corporate actions. */
    public enum Kind {
        /** A forward or reverse split, or a stock dividend expressed as one. */
        SPLIT,
        /** A cash dividend or the cash value of a distribution. */
        DIVIDEND
    }

    /**
     * Checks that the amount fits the kind.
     *
     * @throws IllegalArgumentException when a component is missing, or the ratio is not positive
     */
    public CorporateAction {
        if (symbol == null || exDate == null || kind == null) {
            throw new IllegalArgumentException(
                    "a corporate action needs symbol, exDate and kind: " + symbol + ", " + exDate + ", " + kind);
        }
        if (kind == Kind.SPLIT && (ratio == null || ratio.signum() <= 0)) {
            throw new IllegalArgumentException("split of " + symbol + " on " + exDate
                    + ": ratio must be positive (new shares per old share) but is " + ratio);
        }
        if (kind == Kind.DIVIDEND && cashAmount == null) {
            throw new IllegalArgumentException("dividend of " + symbol + " on " + exDate + " has no cash amount");
        }
    }

    /** A split of {@code ratio} new shares per old share: 2 for two-for-one, 0.1 for a one-for-ten reverse split. */
    public static CorporateAction split(String symbol, LocalDate exDate, BigDecimal ratio) {
        return new CorporateAction(null, symbol, exDate, Kind.SPLIT, ratio, null);
    }

    /** A cash dividend per share. */
    public static CorporateAction dividend(String symbol, LocalDate exDate, BigDecimal cashAmount) {
        return new CorporateAction(null, symbol, exDate, Kind.DIVIDEND, null, cashAmount);
    }

    /** The same action of a security that is known by more than its symbol. */
    public CorporateAction of(String security) {
        return new CorporateAction(security, symbol, exDate, kind, ratio, cashAmount);
    }
}
