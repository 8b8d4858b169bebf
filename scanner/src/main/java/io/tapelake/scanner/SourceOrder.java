package io.tapelake.scanner;

import static io.tapelake.scanner.SourceSchema.BBO_1M;
import static io.tapelake.scanner.SourceSchema.BBO_1S;
import static io.tapelake.scanner.SourceSchema.CBBO_1M;
import static io.tapelake.scanner.SourceSchema.CBBO_1S;
import static io.tapelake.scanner.SourceSchema.CMBP_1;
import static io.tapelake.scanner.SourceSchema.MBP_1;
import static io.tapelake.scanner.SourceSchema.OHLCV_1D;
import static io.tapelake.scanner.SourceSchema.OHLCV_1H;
import static io.tapelake.scanner.SourceSchema.OHLCV_1M;
import static io.tapelake.scanner.SourceSchema.OHLCV_1S;
import static io.tapelake.scanner.SourceSchema.TBBO;
import static io.tapelake.scanner.SourceSchema.TCBBO;
import static io.tapelake.scanner.SourceSchema.TRADES;

import java.io.Serializable;
import java.util.List;
import java.util.Set;

/**
 * Which schema is preferred when several could give the same measure.
 *
 * @param prices schemas for prices and volumes, best first
 * @param quotes schemas for the spread, best first
 */
public record SourceOrder(List<SourceSchema> prices, List<SourceSchema> quotes) implements Serializable {
    private static final SourceOrder DEFAULTS = new SourceOrder(
            List.of(TRADES, TBBO, MBP_1, TCBBO, CMBP_1, OHLCV_1S, OHLCV_1M, OHLCV_1H, OHLCV_1D),
            List.of(MBP_1, TBBO, BBO_1S, BBO_1M, CMBP_1, TCBBO, CBBO_1S, CBBO_1M));

    /**
     * Checks that every schema can give what it is listed for.
     *
     * @throws IllegalArgumentException naming the schema that cannot
     */
    public SourceOrder {
        prices = List.copyOf(prices);
        quotes = List.copyOf(quotes);
        for (SourceSchema schema : prices) {
            if (!schema.hasPrices()) {
                throw new IllegalArgumentException("schema " + schema.text() + " cannot give prices and volumes");
            }
        }
        for (SourceSchema schema : quotes) {
            if (!schema.hasQuotes()) {
                throw new IllegalArgumentException("schema " + schema.text() + " cannot give a spread");
            }
        }
    }

    /** Ticks before bars, fine before coarse. */
    public static SourceOrder defaults() {
        return DEFAULTS;
    }

    /**
     * The order of schema names as Databento writes them.
     *
     * @throws IllegalArgumentException naming the schema that is unknown or cannot give what it is listed for
     */
    public static SourceOrder parse(List<String> prices, List<String> quotes) {
        return new SourceOrder(
                prices.stream().map(SourceSchema::fromText).toList(),
                quotes.stream().map(SourceSchema::fromText).toList());
    }

    /** Only this schema, for whatever it can give. */
    public static SourceOrder only(SourceSchema schema) {
        return new SourceOrder(
                schema.hasPrices() ? List.of(schema) : List.of(), schema.hasQuotes() ? List.of(schema) : List.of());
    }

    /** The first schema of each order that is available. */
    public DaySources choose(Set<SourceSchema> available) {
        return new DaySources(
                prices.stream().filter(available::contains).findFirst(),
                quotes.stream().filter(available::contains).findFirst());
    }
}
