package io.tapelake.index;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A lake with days and reset points whose columns hold anything, in files that are not always sorted. */
final class RandomIndex {

    static final List<String> SYMBOLS = List.of("A", "AA", "BRK.B", "ZZZ", "Äö", "\uFB01", "\uD835\uDC9C");
    static final List<String> DATASETS = List.of("XNAS.ITCH", "EQUS.MINI");
    static final List<String> NAMES = List.of("gap_up", "gap", "halt", "flush", "in_order");
    static final LocalDate FIRST = LocalDate.of(2025, 9, 20);
    static final int DAYS = 100;

    private static final Map<String, List<String>> TEXTS = Map.of(
            "category", List.of("RISK", "PRIME", "SECONDARY", "MIXED", "CONTROL"),
            "phase", List.of("BREAKOUT", "FLUSH", "BOUNCE", "DEAD_ZONE"),
            "time_bucket", List.of("PREMARKET", "OPEN", "MORNING", "POWER_HOUR"),
            "pattern", List.of("donchian_up", "donchian_down", "opening_range_up"),
            "detector", List.of("breakout", "flush", "bell"),
            "direction", List.of("UP", "DOWN", "BOTH"));

    private final Random random;

    private RandomIndex(Random random) {
        this.random = random;
    }

    static void write(TestLake lake, Random random) {
        new RandomIndex(random).write(lake);
    }

    private void write(TestLake lake) {
        Map<String, List<Map<String, Object>>> days = new HashMap<>();
        Map<String, List<Map<String, Object>>> points = new HashMap<>();
        for (LocalDate date :
                Stream.iterate(FIRST, day -> day.plusDays(1)).limit(DAYS).toList()) {
            String month = date.toString().substring(0, 7);
            for (String symbol : SYMBOLS) {
                for (String dataset : DATASETS) {
                    if (random.nextInt(3) == 0) {
                        days.computeIfAbsent(month, m -> new ArrayList<>())
                                .add(row(Tables.DAY_INDEX, date, dataset, symbol));
                    }
                    for (int i = random.nextInt(5); i > 0; i--) {
                        Map<String, Object> point = row(Tables.RESET_POINTS, date, dataset, symbol);
                        long ns = date.toEpochDay() * 86_400_000_000_000L + (i * 60 + 600) * 60_000_000_000L;
                        point.put("decision_ts_ns", ns);
                        point.put("decision_ts", Instant.ofEpochSecond(0, ns));
                        points.computeIfAbsent(month, m -> new ArrayList<>()).add(point);
                    }
                }
            }
        }
        days.forEach((month, rows) -> add(lake, Tables.DAY_INDEX, month, rows));
        points.forEach((month, rows) -> add(lake, Tables.RESET_POINTS, month, rows));
        lake.publish("one");
    }

    /** In one to three files; half of the time sorted, as the jobs write, else in any order. */
    private void add(TestLake lake, LakeTable table, String month, List<Map<String, Object>> rows) {
        if (random.nextBoolean()) {
            Collections.shuffle(rows, random);
        }
        int files = 1 + random.nextInt(3);
        for (int i = 0; i < files; i++) {
            List<Map<String, Object>> some = rows.subList(i * rows.size() / files, (i + 1) * rows.size() / files);
            if (!some.isEmpty()) {
                lake.add(table, month, some);
            }
        }
    }

    private Map<String, Object> row(LakeTable table, LocalDate date, String dataset, String symbol) {
        Map<String, Object> row = new HashMap<>();
        for (LakeColumn column : table.columns()) {
            if (!column.nullable() || random.nextInt(6) > 0) {
                row.put(column.name(), value(column, table));
            }
        }
        row.put("trade_month", date.toString().substring(0, 7));
        row.put("trade_date", date);
        row.put("dataset", dataset);
        row.put("symbol", symbol);
        row.put("state", random.nextInt(10) == 0 ? "open" : random.nextInt(10) == 0 ? null : "complete");
        return TestRows.complete(table, row);
    }

    private Object value(LakeColumn column, LakeTable table) {
        return switch (column.type()) {
            case INT -> random.nextInt(7) - 3;
            case BIGINT -> random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(100_000) * 1_000L;
            case BOOLEAN -> random.nextBoolean();
            case DATE -> FIRST.minusDays(random.nextInt(5));
            case TIMESTAMP -> Instant.ofEpochSecond(random.nextInt(1_000_000));
            case PRICE ->
                random.nextInt(9) == 0
                        ? BigDecimal.valueOf(random.nextLong() % 1_000_000_000_000_000_000L, 9)
                        : BigDecimal.valueOf(random.nextInt(5_000), 2).setScale(9);
            case FLOAT, DOUBLE ->
                switch (random.nextInt(4)) {
                    case 0 -> (double) random.nextInt(2);
                    case 1 -> random.nextInt(11) / 10d;
                    case 2 -> (random.nextInt(20_001) - 10_000) / 10_000d;
                    // Six digits, as the writers round: of more the shortest decimal is a matter of taste.
                    default ->
                        new BigDecimal(random.nextGaussian() * Math.pow(10, random.nextInt(9) - 3))
                                .round(new MathContext(6))
                                .doubleValue();
                };
            case ARRAY_BIGINT ->
                Stream.generate(() -> (long) random.nextInt(4))
                        .limit(random.nextInt(4))
                        .toList();
            default -> text(column.name(), table);
        };
    }

    private String text(String column, LakeTable table) {
        if (column.equals("tags") || column.equals("quality_flags") || column.equals("components_missing")) {
            return NAMES.stream().filter(name -> random.nextInt(3) == 0).collect(Collectors.joining(","));
        }
        List<String> texts = TEXTS.getOrDefault(column, List.of("x", "y", "z"));
        return texts.get(random.nextInt(texts.size()));
    }
}
