package io.tapelake.lake.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.files.TableSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;

/** Scans of random tables against a naive filter and sort of the same rows. */
class ScanPropertyTest {

    private static final Comparator<Map<String, Object>> ORDER = Comparator.comparing(
                    (Map<String, Object> row) -> (String) row.get("symbol"))
            .thenComparing(row -> (Long) row.get("bar_start_ns"))
            .thenComparing(row -> (Integer) row.get("publisher"));

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void scansEqualFilterAndSort(
            @ForAll long seed,
            @ForAll @IntRange(min = 1, max = 6) int files,
            @ForAll @IntRange(min = 0, max = 12_000) int count,
            @ForAll @IntRange(min = 1, max = 30) int symbols)
            throws IOException {
        Random random = new Random(seed);
        Path root = Files.createTempDirectory("scan");
        try {
            List<Map<String, Object>> rows = rows(random, count, symbols);
            write(root, random, files, rows);
            check(root, rows, random, symbols);
        } finally {
            delete(root);
        }
    }

    private static List<Map<String, Object>> rows(Random random, int count, int symbols) {
        List<Map<String, Object>> rows = new ArrayList<>();
        long start = 1_763_110_800_000_000_000L;
        for (int i = 0; i < count; i++) {
            int symbol = (int) Math.min(symbols - 1, Math.abs(random.nextGaussian()) * symbols / 2);
            Map<String, Object> row = TestRows.bar(
                    random.nextInt(4) == 0 ? "EQUS.MINI" : "XNAS.ITCH",
                    i,
                    name(symbol),
                    start + random.nextInt(57_600) * 1_000_000_000L,
                    1 + random.nextInt(500),
                    random.nextInt(10_000));
            if (random.nextInt(20) == 0) {
                row.put("close", null);
            }
            rows.add(row);
        }
        return rows;
    }

    /** Some rows go to a random file, the rest in ranges, so that files overlap a little or a lot. */
    private static void write(Path root, Random random, int files, List<Map<String, Object>> rows) {
        List<Map<String, Object>> sorted = new ArrayList<>(rows);
        sorted.sort(ORDER);
        boolean scattered = random.nextBoolean();
        List<List<Map<String, Object>>> parts = new ArrayList<>();
        for (int i = 0; i < files; i++) {
            parts.add(new ArrayList<>());
        }
        for (int i = 0; i < sorted.size(); i++) {
            parts.get(scattered ? random.nextInt(files) : (int) ((long) i * files / sorted.size()))
                    .add(sorted.get(i));
        }
        Collections.shuffle(parts, random);
        TestLake lake = TestLake.in(root)
                .pages(1 + random.nextInt(700), 1 + random.nextInt(5000))
                .boundsOf(1 + random.nextInt(4));
        parts.forEach(part -> lake.add(Tables.BARS_1S, "2025-11-14", part));
    }

    private static void check(Path root, List<Map<String, Object>> rows, Random random, int symbols) {
        TableScan scan = TableScan.of(
                TableSnapshot.open(LakeStorage.local(), root.toString(), Tables.BARS_1S, OptionalLong.empty()));
        Predicate<Map<String, Object>> naive = row -> true;
        int conditions = random.nextInt(4);
        for (int i = 0; i < conditions; i++) {
            Condition condition = condition(random, symbols);
            scan = scan.where(condition);
            naive = naive.and(row -> passes(condition, row));
        }
        List<String> expected = rows.stream()
                .filter(naive)
                .sorted(ORDER)
                .map(row -> row.get("symbol") + " " + row.get("bar_start_ns") + " " + row.get("publisher") + " "
                        + row.get("dataset") + " " + row.get("close") + " " + row.get("volume"))
                .toList();
        List<String> ordered = read(scan.inOrder());
        assertThat(ordered).isEqualTo(expected);
        assertThat(read(scan)).containsExactlyInAnyOrderElementsOf(expected);
    }

    private static List<String> read(TableScan scan) {
        List<String> read = new ArrayList<>();
        try (RowCursor row = scan.columns("symbol", "bar_start_ns", "publisher", "dataset", "close", "volume")
                .open()) {
            while (row.next()) {
                Object close = row.valueAt(4);
                read.add(row.textAt(0) + " " + row.longAt(1) + " " + row.longAt(2) + " " + row.textAt(3) + " "
                        + (close == null ? null : ((java.math.BigDecimal) close).toBigIntegerExact()) + " "
                        + row.longAt(5));
            }
        }
        return read;
    }

    private static Condition condition(Random random, int symbols) {
        String a = name(random.nextInt(symbols + 2));
        String b = name(random.nextInt(symbols + 2));
        return switch (random.nextInt(6)) {
            case 0 -> Condition.equal("symbol", a);
            case 1 -> Condition.between("symbol", a, b);
            case 2 -> Condition.in("symbol", List.of(a, b));
            case 3 -> Condition.equal("dataset", "EQUS.MINI");
            case 4 -> Condition.between("volume", random.nextInt(5000), 9000);
            default ->
                Condition.between(
                        "bar_start_ns",
                        1_763_110_800_000_000_000L + random.nextInt(57_600) * 1_000_000_000L,
                        Long.MAX_VALUE);
        };
    }

    private static boolean passes(Condition condition, Map<String, Object> row) {
        Object value = row.get(condition.column());
        if (condition instanceof Condition.NumberBetween range) {
            return (Long) row.get(range.column()) >= range.from() && (Long) row.get(range.column()) <= range.to();
        }
        if (condition instanceof Condition.TextIn in) {
            return in.allowed().contains((String) value);
        }
        Condition.TextBetween range = (Condition.TextBetween) condition;
        return ((String) value).compareTo(range.from()) >= 0 && ((String) value).compareTo(range.to()) <= 0;
    }

    private static String name(int symbol) {
        return "S" + (char) ('A' + symbol % 26) + symbol;
    }

    private static void delete(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
