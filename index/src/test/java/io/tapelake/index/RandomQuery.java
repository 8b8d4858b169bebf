package io.tapelake.index;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/** Filters, orders and limits drawn at random, each with the same in SQL. */
final class RandomQuery {

    private final LakeTable table;
    private final Random random;
    private final List<String> conditions = new ArrayList<>();
    private RowQuery rows;
    private String order = "";

    private RandomQuery(LakeTable table, Random random) {
        this.table = table;
        this.random = random;
        this.rows = RowQuery.all(table);
    }

    /** A filter and the condition in SQL that holds for the same rows, never null. */
    record Both(Filter filter, String sql) {}

    static RandomQuery of(LakeTable table, Random random) {
        RandomQuery query = new RandomQuery(table, random);
        query.draw();
        return query;
    }

    RowQuery rows() {
        return rows;
    }

    String where() {
        return conditions.isEmpty() ? "true" : String.join(" AND ", conditions);
    }

    /** Order and limit in SQL; what is equal stays in the order of the table. */
    String orderAndLimit() {
        String key = table.sortColumns().stream().map(RandomQuery::quoted).collect(Collectors.joining(", "));
        String limit = rows.limit() == Long.MAX_VALUE ? "" : " LIMIT " + rows.limit();
        return " ORDER BY " + order + key + limit;
    }

    private void draw() {
        if (random.nextInt(3) == 0) {
            rows = rows.withOpen();
        } else {
            conditions.add("coalesce(state, '') <> 'open'");
        }
        if (random.nextInt(3) == 0) {
            LocalDate from = RandomIndex.FIRST.plusDays(random.nextInt(RandomIndex.DAYS + 20) - 10);
            LocalDate to = from.plusDays(random.nextInt(RandomIndex.DAYS));
            rows = rows.dates(from, random.nextBoolean() ? to : null);
            conditions.add("trade_date >= DATE '" + from + "'");
            if (rows.to() != null) {
                conditions.add("trade_date <= DATE '" + to + "'");
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            Both both = filter(2);
            rows = rows.where(both.filter());
            conditions.add(both.sql());
        }
        int orders = random.nextInt(3);
        for (int i = 0; i < orders; i++) {
            LakeColumn column = column(c -> !c.type().isNested());
            boolean descending = random.nextBoolean();
            rows = rows.order(descending ? Order.descending(column.name()) : Order.ascending(column.name()));
            order += quoted(column.name()) + (descending ? " DESC" : " ASC") + " NULLS LAST, ";
        }
        if (random.nextBoolean()) {
            rows = rows.limit(random.nextInt(40));
        }
    }

    private Both filter(int depth) {
        switch (random.nextInt(depth > 0 ? 8 : 6)) {
            case 0 -> {
                LakeColumn column = column(c -> c.type() == LakeType.STRING);
                List<String> texts = List.of(text(column.name()), text(column.name()));
                return both(
                        Filter.in(column.name(), texts),
                        quoted(column.name()) + " IN ('" + texts.get(0) + "', '" + texts.get(1) + "')");
            }
            case 1 -> {
                String column = table.hasColumn("tags") && random.nextBoolean() ? "tags" : "components_missing";
                String name = RandomIndex.NAMES.get(random.nextInt(RandomIndex.NAMES.size()));
                return both(
                        Filter.names(column, name), "list_contains(string_split(" + column + ", ','), '" + name + "')");
            }
            case 2 -> {
                LakeColumn column = column(c -> true);
                return both(Filter.known(column.name()), quoted(column.name()) + " IS NOT NULL");
            }
            case 3 -> {
                LakeColumn column = column(c -> c.type() == LakeType.BOOLEAN);
                if (column == null) {
                    return both(Filter.holds("file_ids", 2), "list_contains(file_ids, 2)");
                }
                return both(Filter.is(column.name(), true), quoted(column.name()));
            }
            case 6 -> {
                Both inner = filter(depth - 1);
                return both(Filter.not(inner.filter()), "NOT " + inner.sql());
            }
            case 7 -> {
                Both a = filter(depth - 1);
                Both b = filter(depth - 1);
                return both(Filter.anyOf(a.filter(), b.filter()), a.sql() + " OR " + b.sql());
            }
            default -> {
                return range(column(c -> RowQuery.numbers(table).contains(c.name())));
            }
        }
    }

    private Both range(LakeColumn column) {
        String name = column.name();
        boolean ratio = column.type() == LakeType.FLOAT;
        // A float counts as the number that its shortest decimal says.
        String value = ratio ? "CAST(CAST(" + quoted(name) + " AS VARCHAR) AS DOUBLE)" : quoted(name);
        BigDecimal low = bound(column);
        BigDecimal high = low.add(bound(column).abs());
        String from = literal(low, ratio);
        String to = literal(high, ratio);
        return switch (random.nextInt(3)) {
            case 0 -> both(Filter.between(name, low, null), value + " >= " + from);
            case 1 -> both(Filter.between(name, null, high), value + " <= " + to);
            default -> both(Filter.between(name, low, high), value + " BETWEEN " + from + " AND " + to);
        };
    }

    private BigDecimal bound(LakeColumn column) {
        return switch (column.type()) {
            case FLOAT -> BigDecimal.valueOf((random.nextInt(41) - 10) / 10d);
            case PRICE ->
                random.nextInt(3) == 0
                        ? BigDecimal.valueOf(random.nextInt(50_000_000), 9)
                        : BigDecimal.valueOf(random.nextInt(5_000), 2);
            case INT -> BigDecimal.valueOf(random.nextInt(16) - 8, 1 - random.nextInt(2));
            default -> BigDecimal.valueOf(random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(100_000_000));
        };
    }

    private static String literal(BigDecimal bound, boolean ratio) {
        return ratio ? "CAST('" + bound + "' AS DOUBLE)" : bound.toPlainString();
    }

    private static Both both(Filter filter, String sql) {
        return new Both(filter, "coalesce(" + sql + ", false)");
    }

    private String text(String column) {
        return switch (column) {
            case "symbol" -> RandomIndex.SYMBOLS.get(random.nextInt(RandomIndex.SYMBOLS.size()));
            case "dataset" -> RandomIndex.DATASETS.get(random.nextInt(2));
            case "phase" -> random.nextBoolean() ? "FLUSH" : "BOUNCE";
            case "category" -> random.nextBoolean() ? "PRIME" : "RISK";
            case "trade_month" -> random.nextBoolean() ? "2025-10" : "2025-11";
            default -> random.nextBoolean() ? "x" : "y";
        };
    }

    /** Null if there is none. */
    private LakeColumn column(java.util.function.Predicate<LakeColumn> fits) {
        List<LakeColumn> columns = table.columns().stream().filter(fits).toList();
        return columns.isEmpty() ? null : columns.get(random.nextInt(columns.size()));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
