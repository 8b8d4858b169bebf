package io.tapelake.scanner;

import io.tapelake.model.CorporateAction;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** The splits of one security. */
final class Splits {
    private final List<CorporateAction> splits;

    private Splits(List<CorporateAction> splits) {
        this.splits = splits;
    }

    static Splits of(Collection<CorporateAction> actions) {
        return new Splits(actions.stream()
                .filter(a -> a.kind() == CorporateAction.Kind.SPLIT)
                .sorted(Comparator.comparing(CorporateAction::exDate))
                .toList());
    }

    /** New shares per share of the earlier date: the product over splits with {@code from < exDate <= to}. */
    BigDecimal factor(LocalDate from, LocalDate to) {
        BigDecimal factor = BigDecimal.ONE;
        for (CorporateAction split : splits) {
            if (split.exDate().isAfter(from) && !split.exDate().isAfter(to)) {
                factor = factor.multiply(split.ratio());
            }
        }
        return factor;
    }

    /** A price of the earlier date on the later date's basis, rounded to price nanos. */
    static long adjust(long priceNanos, BigDecimal factor) {
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return priceNanos;
        }
        return BigDecimal.valueOf(priceNanos)
                .divide(factor, MathContext.DECIMAL128)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
