package io.tapelake.spark.dbn;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapelake.databento.dbn.layout.RType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a row must hold, from a line of the official decoder's JSON: written apart from the code under test, by the names
 * and rules of the README.
 */
final class GoldenRow {
    private static final BigInteger UNDEF_TIME = new BigInteger("18446744073709551615");
    private static final BigInteger UNDEF_PRICE = BigInteger.valueOf(Long.MAX_VALUE);
    private static final BigInteger PRICE_LIMIT = BigInteger.TEN.pow(18);
    private static final Map<String, String> QUOTE_NAMES = Map.of(
            "bid_px",
            "bid",
            "ask_px",
            "ask",
            "bid_sz",
            "bid_size",
            "ask_sz",
            "ask_size",
            "bid_ct",
            "bid_count",
            "ask_ct",
            "ask_count",
            "bid_pb",
            "bid_publisher",
            "ask_pb",
            "ask_publisher");

    private final Map<String, Object> values = new LinkedHashMap<>();

    private GoldenRow() {}

    static Map<String, Object> of(JsonNode json) {
        GoldenRow row = new GoldenRow();
        boolean bar = json.has("open");
        JsonNode header = json.get("hd");
        row.values.put("publisher", header.get("publisher_id").longValue());
        row.values.put("instrument_id", header.get("instrument_id").longValue());
        row.time(bar ? "bar_start" : "ts_event", header.get("ts_event").textValue());
        json.properties().forEach(field -> row.field(field.getKey(), field.getValue()));
        if (json.has("levels")) {
            row.levels(json.get("levels"));
        }
        Object index = row.values.get(bar ? "bar_start" : "ts_recv");
        ZoneId zone = ZoneId.of(header.get("rtype").intValue() == RType.OHLCV_1D ? "UTC" : "America/New_York");
        row.values.put("trade_date", index == null ? null : LocalDate.ofInstant((Instant) index, zone));
        return row.values;
    }

    private void levels(JsonNode levels) {
        for (int i = 0; i < levels.size(); i++) {
            String suffix = String.format("_%02d", i);
            boolean single = levels.size() == 1;
            levels.get(i)
                    .properties()
                    .forEach(field -> field(
                            single ? QUOTE_NAMES.get(field.getKey()) : field.getKey() + suffix, field.getValue()));
        }
    }

    private void field(String name, JsonNode value) {
        if (name.equals("hd") || name.equals("levels") || name.equals("ts_out")) {
            return;
        }
        if (name.matches("ts_recv|ts_ref|expiration|activation|auction_time")) {
            time(name, value.textValue());
        } else if (name.matches("volume|order_id|raw_instrument_id")) {
            BigInteger number = new BigInteger(value.textValue());
            boolean fits = number.bitLength() < 64 || !name.equals("volume");
            values.put(name, fits ? number.longValue() : null);
        } else if (name.equals("quantity")) {
            long quantity = Long.parseLong(value.textValue());
            values.put(name, quantity == Long.MAX_VALUE ? null : quantity);
        } else if (value.isTextual() && value.textValue().matches("-?[0-9]+") && isPrice(name)) {
            price(name, new BigInteger(value.textValue()));
        } else {
            values.put(name, value.isNull() ? null : value.isNumber() ? value.longValue() : value.textValue());
        }
    }

    private static boolean isPrice(String name) {
        return !name.matches(".*symbol.*|asset|group|underlying|cfi|exchange|security_type|.*currency|secsubtype"
                + "|unit_of_measure|.*_type|action|side|.*unpaired_side|significant_imbalance");
    }

    private void time(String name, String text) {
        BigInteger ns = new BigInteger(text);
        boolean undefined = ns.equals(UNDEF_TIME);
        values.put(name + "_ns", undefined ? null : ns.longValueExact());
        values.put(name, undefined ? null : Instant.ofEpochSecond(0, ns.longValueExact() / 1000 * 1000));
    }

    private void price(String name, BigInteger raw) {
        boolean sound = !raw.equals(UNDEF_PRICE) && raw.abs().compareTo(PRICE_LIMIT) < 0;
        values.put(name, sound ? new BigDecimal(raw, 9) : null);
    }
}
