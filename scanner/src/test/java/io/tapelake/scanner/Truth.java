package io.tapelake.scanner;

import io.tapelake.model.CorporateAction;
import io.tapelake.model.NewYork;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Independently computed measures of real symbol-days, and how a scanned day is compared with them. */
public final class Truth {
    private Truth() {}

    /** The rows of {@code truth.csv}: column to value, empty values left out. */
    public static List<Map<String, String>> rows(Path csv) throws IOException {
        List<String> lines = Files.readAllLines(csv);
        String[] names = lines.get(0).split(",", -1);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
                if (!values[i].isEmpty()) {
                    row.put(names[i], values[i]);
                }
            }
            rows.add(row);
        }
        return rows;
    }

    static List<CorporateAction> splits(Path csv, String symbol) throws IOException {
        return Files.readAllLines(csv).stream()
                .map(line -> line.split(",", -1))
                .filter(f -> f[0].equals(symbol) && f[2].equals("split"))
                .map(f -> CorporateAction.split(symbol, LocalDate.parse(f[1]), new BigDecimal(f[3])))
                .toList();
    }

    /** Every difference between a truth row and a scanned day; integers exactly, ratios to 1e-9. */
    public static List<String> differences(Map<String, String> truth, ScannedDay day) {
        Map<String, Object> actual = values(truth.get("schema"), day);
        List<String> differences = new ArrayList<>();
        truth.forEach((column, expected) -> {
            if (column.equals("set") || column.equals("schema")) {
                return;
            }
            Object value = actual.get(column);
            if (!same(expected, value)) {
                differences.add(truth.get("set") + " " + truth.get("schema") + " " + truth.get("symbol") + " "
                        + truth.get("trade_date") + " " + column + ": expected " + expected + " but was " + value);
            }
        });
        return differences;
    }

    private static boolean same(String expected, Object value) {
        if (value instanceof Double ratio) {
            return Math.abs(Double.parseDouble(expected) - ratio) <= 1e-9;
        }
        return expected.equals(String.valueOf(value));
    }

    private static Map<String, Object> values(String schema, ScannedDay scanned) {
        DayStats s = scanned.stats();
        DayLookback l = scanned.lookback().measures();
        Map<String, Object> v = new LinkedHashMap<>();
        v.put("symbol", s.symbol());
        v.put("trade_date", s.tradeDate());
        v.put("regular_end", s.regularEnd());
        if (schema.equals("status")) {
            span(v, s.statusRows(), s.statusFirstIndexNs(), s.statusLastIndexNs());
        } else if (schema.equals(s.sourceSchema())) {
            span(v, s.rows(), s.firstIndexNs(), s.lastIndexNs());
        } else {
            span(v, s.quoteRows(), s.quoteFirstIndexNs(), s.quoteLastIndexNs());
        }
        v.put("volume", s.volume());
        v.put("pre_volume", s.preVolume());
        v.put("regular_volume", s.regularVolume());
        v.put("post_volume", s.postVolume());
        v.put("reg_open", s.regOpenNanos());
        v.put("reg_high", s.regHighNanos());
        v.put("reg_low", s.regLowNanos());
        v.put("reg_close", s.regCloseNanos());
        v.put("day_open", s.dayOpenNanos());
        v.put("day_high", s.dayHighNanos());
        v.put("day_low", s.dayLowNanos());
        v.put("day_close", s.dayCloseNanos());
        v.put("vwap", s.vwapNanos() / 1e9);
        v.put("range_regular", s.rangeRegular());
        v.put("range_day", s.rangeDay());
        v.put("prev_date", l.prevDate());
        v.put("prev_close", l.prevCloseNanos());
        v.put("gap", l.gap());
        v.put("gap_split_adjusted", l.gapSplitAdjusted());
        v.put("runup", s.runup());
        v.put("drawdown", s.drawdown());
        v.put("bars_1s", s.bars1s());
        v.put("bars_1m", s.bars1m());
        v.put("halts", halts(s));
        v.put("median_spread_bps", s.medianSpreadBps());
        return v;
    }

    private static void span(Map<String, Object> v, long rows, long firstNs, long lastNs) {
        v.put("rows", rows);
        v.put("first_index_ns", firstNs);
        v.put("last_index_ns", lastNs);
        v.put("first_et", time(firstNs));
        v.put("last_et", time(lastNs));
    }

    /** As the file writes times: without a fraction when there is none, else nine decimals. */
    private static String time(long ns) {
        LocalTime t = NewYork.at(ns).toLocalTime();
        return t.getNano() == 0
                ? String.format("%02d:%02d:%02d", t.getHour(), t.getMinute(), t.getSecond())
                : clock(ns);
    }

    private static String clock(long ns) {
        LocalTime t = NewYork.at(ns).toLocalTime();
        return String.format("%02d:%02d:%02d.%09d", t.getHour(), t.getMinute(), t.getSecond(), t.getNano());
    }

    private static String halts(DayStats s) {
        if (s.haltStartsNs() == null) {
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < s.haltCount(); i++) {
            texts.add(
                    clock(s.haltStartsNs().get(i)) + "-" + clock(s.haltEndsNs().get(i)));
        }
        return String.join(" ", texts);
    }
}
