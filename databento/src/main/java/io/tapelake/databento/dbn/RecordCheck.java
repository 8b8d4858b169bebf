package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.Field;
import io.tapelake.databento.dbn.layout.FieldType;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.RecordLayout;
import java.util.List;

/**
 * Says whether the values of a well-formed record have a place in a table: prices as DECIMAL(18,9), times and volumes as
 * signed 64-bit integers, a symbol for every row. Everyone who turns records into rows asks here, so that all give the same
 * reason. Stateless and thread-safe.
 *
 * <p>A price of a record that may lack it (one side of a book, a reference price) is allowed to be undefined; the prices
 * of bars and trades are not. Negative prices are sound: spreads have them. A record of an unknown type has no values that
 * could be wrong.
 */
public final class RecordCheck {
    /** The index timestamp is undefined, so the row has no date. */
    public static final String UNDEFINED_TIMESTAMP = "undefined-timestamp";

    /** A timestamp is after 2262 and is not the undefined value. */
    public static final String TIMESTAMP_OUT_OF_RANGE = "timestamp-out-of-range";

    /** No symbol is known for the instrument id on the UTC day of the index timestamp. */
    public static final String MISSING_MAPPING = "missing-mapping";

    /** A price of a bar or a trade is undefined. */
    public static final String UNDEFINED_PRICE = "undefined-price";

    /** A price is 1e9 or more in size and is not the undefined value. */
    public static final String PRICE_OUT_OF_RANGE = "price-out-of-range";

    /** A volume is 2^63 or more. */
    public static final String VOLUME_OUT_OF_RANGE = "volume-out-of-range";

    /** Every reason, in the order in which they are looked for: a record with several problems is given the first. */
    public static final List<String> REASONS = List.of(
            UNDEFINED_TIMESTAMP,
            TIMESTAMP_OUT_OF_RANGE,
            MISSING_MAPPING,
            UNDEFINED_PRICE,
            PRICE_OUT_OF_RANGE,
            VOLUME_OUT_OF_RANGE);

    /** The raw price from which on, in either direction, a price does not fit DECIMAL(18,9). */
    public static final long PRICE_LIMIT = 1_000_000_000_000_000_000L;

    private static final int RTYPES = 256;
    private static final int[] NO_OFFSETS = {};
    private static final int[][][] PRICES = new int[RecordLayout.MAX_VERSION + 1][][];
    private static final int[][][] TIMES = new int[RecordLayout.MAX_VERSION + 1][][];
    private static final boolean[] IS_BAR = new boolean[RTYPES];

    static {
        for (int version = RecordLayout.MIN_VERSION; version <= RecordLayout.MAX_VERSION; version++) {
            PRICES[version] = new int[RTYPES][];
            TIMES[version] = new int[RTYPES][];
            for (int rtype = 0; rtype < RTYPES; rtype++) {
                PRICES[version][rtype] = offsets(rtype, version, FieldType.PRICE);
                TIMES[version][rtype] = offsets(rtype, version, FieldType.TIMESTAMP);
            }
        }
        for (int rtype : new int[] {
            RType.OHLCV_1S, RType.OHLCV_1M, RType.OHLCV_1H, RType.OHLCV_1D, RType.OHLCV_EOD, RType.OHLCV_DEPRECATED
        }) {
            IS_BAR[rtype] = true;
        }
    }

    private RecordCheck() {}

    private static int[] offsets(int rtype, int version, FieldType type) {
        return RecordLayout.of(rtype, version)
                .map(layout -> layout.flatFields().stream()
                        .filter(field -> field.type() == type)
                        .mapToInt(Field::offset)
                        .toArray())
                .orElse(NO_OFFSETS);
    }

    /** Whether a raw price, in 1e-9 units, fits DECIMAL(18,9); the undefined price does not. */
    public static boolean isPriceInRange(long priceNanos) {
        return priceNanos > -PRICE_LIMIT && priceNanos < PRICE_LIMIT;
    }

    /** Whether nanoseconds since the epoch fit a signed 64-bit integer; the undefined timestamp does not. */
    public static boolean isTimeInRange(long ns) {
        return ns >= 0;
    }

    /**
     * Why a record cannot become a row as it is.
     *
     * @param record of any version; a known type must have its full length, as the reader's records have
     * @param hasSymbol whether a symbol was found for it
     * @return one of {@link #REASONS}, or null when nothing is wrong
     */
    public static String problem(RecordView record, boolean hasSymbol) {
        int rtype = record.rtype();
        long indexNs = record.indexTs();
        if (indexNs == Undefined.TIMESTAMP) {
            return UNDEFINED_TIMESTAMP;
        }
        if (indexNs < 0 || !timesInRange(record, rtype)) {
            return TIMESTAMP_OUT_OF_RANGE;
        }
        if (!hasSymbol) {
            return MISSING_MAPPING;
        }
        String price = priceProblem(record, rtype);
        if (price != null) {
            return price;
        }
        return IS_BAR[rtype] && record.i64(OhlcvLayout.VOLUME) < 0 ? VOLUME_OUT_OF_RANGE : null;
    }

    private static boolean timesInRange(RecordView record, int rtype) {
        long tsEventNs = record.tsEvent();
        if (tsEventNs < 0 && tsEventNs != Undefined.TIMESTAMP) {
            return false;
        }
        for (int offset : TIMES[record.version()][rtype]) {
            long ns = record.i64(offset);
            if (ns < 0 && ns != Undefined.TIMESTAMP) {
                return false;
            }
        }
        return true;
    }

    private static String priceProblem(RecordView record, int rtype) {
        boolean required = IS_BAR[rtype] || rtype == RType.MBP_0;
        boolean outOfRange = false;
        for (int offset : PRICES[record.version()][rtype]) {
            long priceNanos = record.i64(offset);
            if (!isPriceInRange(priceNanos)) {
                if (priceNanos != Undefined.PRICE) {
                    outOfRange = true;
                } else if (required) {
                    return UNDEFINED_PRICE;
                }
            }
        }
        return outOfRange ? PRICE_OUT_OF_RANGE : null;
    }
}
