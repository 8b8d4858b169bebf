package io.tapelake.bench.index;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Made-up rows of one month, sorted as a scan writes them, with as many digits and as many different texts as real ones. */
final class IndexRowsOfMonth {

    private static final int SYMBOLS = 1_000;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final List<String> CATEGORIES = List.of("PRIME", "RISK", "SECONDARY", "MIXED", "MIXED", "CONTROL");
    private static final List<String> PHASES = List.of(
            "ACCUMULATION", "BREAKOUT", "BREAKOUT", "MOMENTUM", "FLUSH", "BOUNCE", "CONSOLIDATION", "DEAD_ZONE");
    private static final List<String> BUCKETS =
            List.of("PREMARKET", "OPEN", "MORNING", "MIDDAY", "AFTERNOON", "POWER_HOUR", "POSTMARKET");
    private static final List<String> DETECTORS = List.of(
            "breakout", "opening-range", "flush", "bounce", "consolidation", "halt", "dead-zone", "accumulation");
    private static final List<String> PATTERNS =
            List.of("donchian_up", "donchian_down", "opening_range_up", "opening_range_down", "flush", "bounce");
    private static final List<String> TAGS = List.of("breakout", "flush", "gap_up", "halt", "surge", "squeeze");

    private final LakeTable table;
    private final SplittableRandom random;
    private final YearMonth month;

    private IndexRowsOfMonth(LakeTable table, YearMonth month) {
        this.table = table;
        this.month = month;
        this.random = new SplittableRandom(month.hashCode() * 31L + table.name().hashCode());
    }

    static String symbol(int number) {
        return String.format("S%03d", number);
    }

    static List<Row> days(YearMonth month, int count) {
        IndexRowsOfMonth rows = new IndexRowsOfMonth(Tables.DAY_INDEX, month);
        List<Row> made = new ArrayList<>();
        rows.symbolDays(count).forEach(day -> made.add(rows.row(day.date(), day.symbol(), 0)));
        return made;
    }

    static List<Row> points(YearMonth month, int days, int count) {
        IndexRowsOfMonth rows = new IndexRowsOfMonth(Tables.RESET_POINTS, month);
        List<Row> made = new ArrayList<>();
        List<SymbolDay> of = rows.symbolDays(days);
        for (int i = 0; i < of.size(); i++) {
            int points = (int) ((long) (i + 1) * count / of.size() - (long) i * count / of.size());
            for (int p = 0; p < points; p++) {
                long minute = 540 + (long) p * 660 / points + rows.random.nextInt(3);
                made.add(rows.row(of.get(i).date(), of.get(i).symbol(), minute));
            }
        }
        return made;
    }

    record SymbolDay(LocalDate date, String symbol) {}

    /** The same for both tables: every date has as many, spread over the symbols. */
    List<SymbolDay> symbolDays(int count) {
        return symbolDays(month, count);
    }

    static List<SymbolDay> symbolDays(YearMonth month, int count) {
        List<LocalDate> dates = IntStream.rangeClosed(1, month.lengthOfMonth())
                .mapToObj(month::atDay)
                .filter(date -> date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY)
                .toList();
        List<SymbolDay> days = new ArrayList<>();
        for (int i = 0; i < dates.size(); i++) {
            int from = (int) ((long) i * count / dates.size());
            int to = (int) ((long) (i + 1) * count / dates.size());
            LocalDate date = dates.get(i);
            new SplittableRandom(date.toEpochDay())
                    .ints(0, SYMBOLS)
                    .distinct()
                    .limit(Math.min(SYMBOLS, to - from))
                    .sorted()
                    .forEach(symbol -> days.add(new SymbolDay(date, symbol(symbol))));
        }
        return days;
    }

    private Row row(LocalDate date, String symbol, long minute) {
        Object[] values = new Object[table.columns().size()];
        long decisionNs = date.toEpochDay() * DAY_NS + minute * MINUTE_NS;
        for (int i = 0; i < values.length; i++) {
            LakeColumn column = table.columns().get(i);
            values[i] = switch (column.name()) {
                case "trade_month" -> month.toString();
                case "trade_date" -> Date.valueOf(date);
                case "symbol" -> symbol;
                case "dataset" -> "XNAS.ITCH";
                case "decision_ts_ns" -> decisionNs;
                case "decision_ts" -> new Timestamp(decisionNs / 1_000_000);
                case "state" -> "complete";
                case "run_id" -> date + "-run";
                default -> value(column, date, decisionNs);
            };
        }
        return RowFactory.create(values);
    }

    private Object value(LakeColumn column, LocalDate date, long decisionNs) {
        if (column.nullable() && random.nextInt(20) == 0) {
            return null;
        }
        return switch (column.type()) {
            case STRING -> text(column.name());
            case INT -> random.nextInt(6);
            case BIGINT ->
                column.name().endsWith("_ns")
                        ? decisionNs + random.nextInt(600) * MINUTE_NS
                        : 100L * random.nextInt(5_000_000);
            case BOOLEAN -> random.nextInt(5) > 0;
            case DATE -> Date.valueOf(date.minusDays(1));
            case PRICE ->
                // A mean is a price with all its digits.
                column.name().equals("vwap") || column.name().startsWith("atr")
                        ? BigDecimal.valueOf(random.nextLong(50_000_000_000L), 9)
                        : BigDecimal.valueOf(100 + random.nextInt(500_000), 4);
            case FLOAT -> ratio(column.name());
            case ARRAY_BIGINT ->
                column.name().equals("file_ids")
                        ? new long[] {date.toEpochDay(), date.toEpochDay() + 100_000}
                        : new long[] {10_000_000L * random.nextInt(5_000), 10_000_000L * random.nextInt(5_000)};
            default -> throw new IllegalStateException("no rows are made for " + column);
        };
    }

    private float ratio(String column) {
        if (column.equals("inclusion_probability") || column.equals("weight")) {
            float probability = (2 + random.nextInt(99)) / 100f;
            return column.equals("weight") ? 1 / probability : probability;
        }
        boolean part = column.startsWith("setup_") || column.startsWith("score_") || column.equals("quality");
        double value = part ? Math.min(1, random.nextDouble() * 1.2) : Math.exp(2 * random.nextDouble(-2, 2));
        int digits = table.equals(Tables.DAY_INDEX) ? 6 : 4;
        return new BigDecimal(value).round(new MathContext(digits)).floatValue();
    }

    private String text(String column) {
        return switch (column) {
            case "category" -> of(CATEGORIES);
            case "phase" -> of(PHASES);
            case "time_bucket" -> of(BUCKETS);
            case "detector" -> of(DETECTORS);
            case "pattern" -> of(PATTERNS);
            case "tags" -> of(TAGS) + "," + of(TAGS);
            case "direction" -> random.nextBoolean() ? "UP" : "DOWN";
            case "category_reason" -> "quality " + random.nextInt(100) + " of 100";
            case "data_grade" -> "A";
            case "components_missing", "quality_flags" -> random.nextInt(10) == 0 ? "spread" : "";
            default -> column;
        };
    }

    private String of(List<String> texts) {
        return texts.get(random.nextInt(texts.size()));
    }
}
