package io.tapelake.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.ingest.FileLayout.Cell;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileLayoutTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 3, 3);
    private static final long MILLION = 1_000_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everySymbolDayLiesInOnePieceAndPiecesAreInOrder(long seed) {
        Random random = new Random(seed);
        SortedMap<LocalDate, SortedMap<String, Long>> rows = new TreeMap<>();
        for (int d = 0; d < 1 + random.nextInt(20); d++) {
            SortedMap<String, Long> day = new TreeMap<>();
            for (int s = 0; s < 1 + random.nextInt(200); s++) {
                day.put("S" + random.nextInt(1000), 1 + (long) random.nextInt(200_000));
            }
            rows.put(FIRST.plusDays(d), day);
        }
        FileLayout layout = FileLayout.of(rows, 3 * MILLION, 4);

        List<Cell> cells = layout.pieces().stream().flatMap(List::stream).toList();
        List<Cell> expected = new ArrayList<>();
        rows.forEach((date, day) -> day.keySet().forEach(symbol -> expected.add(new Cell(date, symbol))));
        assertThat(cells)
                .containsExactlyElementsOf(expected)
                .isSortedAccordingTo(Comparator.comparing(Cell::date).thenComparing(Cell::symbol));
        for (List<Cell> piece : layout.pieces()) {
            long inPiece = piece.stream()
                    .mapToLong(c -> rows.get(c.date()).get(c.symbol()))
                    .sum();
            // The wanted size, and at most one symbol more.
            assertThat(inPiece).isLessThanOrEqualTo(3 * MILLION + 200_000);
        }
    }

    @Test
    void smallDatesShareAPieceAndALargeOneIsCutForTheCores() {
        SortedMap<LocalDate, SortedMap<String, Long>> small = new TreeMap<>();
        for (int d = 0; d < 10; d++) {
            small.put(FIRST.plusDays(d), new TreeMap<>(java.util.Map.of("A", 100L, "B", 100L)));
        }
        assertThat(FileLayout.of(small, 14 * MILLION, 8).pieces()).hasSize(1);

        small.replaceAll((date, day) -> new TreeMap<>(java.util.Map.of("A", 20_000L, "B", 20_000L)));
        assertThat(FileLayout.of(small, 14 * MILLION, 2).pieces())
                .as("whole dates, for each core as many")
                .extracting(List::size)
                .containsExactly(10, 10);

        SortedMap<String, Long> symbols = new TreeMap<>();
        for (int s = 0; s < 100; s++) {
            symbols.put("S" + s, MILLION / 10);
        }
        SortedMap<LocalDate, SortedMap<String, Long>> large = new TreeMap<>(java.util.Map.of(FIRST, symbols));
        assertThat(FileLayout.of(large, 14 * MILLION, 4).pieces()).hasSize(4);
        assertThat(FileLayout.of(large, 14 * MILLION, 64).pieces()).hasSize(10);

        // Uneven symbols leave no small rest behind.
        symbols.replace("S5", 3 * MILLION);
        symbols.replace("S77", 17L);
        assertThat(FileLayout.of(large, 14 * MILLION, 2).pieces()).hasSize(2);
    }
}
