package io.tapelake.synthetic;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something that happened to a security of a made-up market: its ground truth.
 *
 * @param kind what
 * @param securityId the security, as the reference files name it
 * @param symbol its name before the date; for a listing, the name it begins with
 * @param date first trade date on which it holds: the ex-date, the first date of a name, the first without trading
 * @param ratio new shares per old share; null but for splits
 * @param newSymbol the name from the date on; null but for a new name
 */
public record SecurityEvent(
        Kind kind, String securityId, String symbol, LocalDate date, BigDecimal ratio, String newSymbol) {

    /** Kinds of events. */
    public enum Kind {
        /** More shares, each worth less. */
        SPLIT("split"),
        /** Fewer shares, each worth more. */
        REVERSE_SPLIT("reverse-split"),
        /** The end of trading. */
        DELISTING("delisting"),
        /** Another name of the same security. */
        NEW_NAME("new-name"),
        /** The first date of a security, under a name that another one had before. */
        REUSED_NAME("reused-name");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** The name in files. */
        public String text() {
            return text;
        }
    }
}
