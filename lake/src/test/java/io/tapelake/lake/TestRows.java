package io.tapelake.lake;

import io.tapelake.model.NewYork;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rows for tests. */
public final class TestRows {

    private TestRows() {}

    /** One-minute bars from the open on, in order, of dataset XNAS.ITCH. */
    public static List<Map<String, Object>> bars(String symbol, LocalDate date, int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        long open = NewYork.toEpochNs(date, LocalTime.of(9, 30));
        for (int i = 0; i < count; i++) {
            rows.add(bar("XNAS.ITCH", 2, symbol, open + i * 60_000_000_000L, 10 + i % 7, 100 + i));
        }
        return rows;
    }

    /** The row, with something in every column that may not be null. */
    public static Map<String, Object> complete(LakeTable table, Map<String, Object> row) {
        Map<String, Object> full = new HashMap<>(row);
        for (LakeColumn column : table.columns()) {
            if (!column.nullable() && full.get(column.name()) == null) {
                full.put(
                        column.name(),
                        switch (column.type()) {
                            case INT -> 1;
                            case BIGINT -> 1L;
                            case DOUBLE, FLOAT -> 1.5;
                            case BOOLEAN -> true;
                            case DATE -> LocalDate.of(2025, 11, 14);
                            case TIMESTAMP -> Instant.EPOCH;
                            case PRICE -> new BigDecimal("1.000000000");
                            case BINARY -> new byte[0];
                            case MAP_STRING_BIGINT -> Map.of();
                            case ARRAY_BIGINT, ARRAY_STRING, ARRAY_DATE -> List.of();
                            case STRING -> "x";
                        });
            }
        }
        return full;
    }

    public static Map<String, Object> bar(
            String dataset, int publisher, String symbol, long startNs, int price, long volume) {
        Map<String, Object> row = new HashMap<>();
        row.put("dataset", dataset);
        row.put("publisher", publisher);
        row.put("symbol", symbol);
        row.put("bar_start_ns", startNs);
        row.put("bar_start", Instant.ofEpochSecond(0, startNs));
        row.put("open", BigDecimal.valueOf(price));
        row.put("high", BigDecimal.valueOf(price).add(new BigDecimal("0.25")));
        row.put("low", BigDecimal.valueOf(price).subtract(new BigDecimal("0.000000001")));
        row.put("close", BigDecimal.valueOf(price));
        row.put("volume", volume);
        row.put("file_id", 7L);
        return row;
    }
}
