package io.tapelake.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScanBatchesTest {

    private static SortedSet<LocalDate> days(String from, int count) {
        SortedSet<LocalDate> days = new TreeSet<>();
        for (int i = 0; i < count; i++) {
            days.add(LocalDate.parse(from).plusDays(i));
        }
        return days;
    }

    @Test
    void batchesAreWholeMonthsInOrderAndHoldEveryDateOnce() {
        SortedSet<LocalDate> dates = days("2024-12-30", 400);

        List<SortedSet<LocalDate>> batches = ScanBatches.of(dates);

        List<LocalDate> all = new ArrayList<>();
        batches.forEach(all::addAll);
        assertThat(all).containsExactlyElementsOf(dates);
        List<String> months = new ArrayList<>();
        batches.forEach(
                batch -> batch.stream().map(ScanBatches::month).distinct().forEach(months::add));
        assertThat(months).as("no month in two batches").doesNotHaveDuplicates();
        assertThat(batches).allMatch(batch -> batch.size() <= 46);
    }

    @Test
    void fewDatesAreOneBatchEvenIfTheyLieFarApart() {
        SortedSet<LocalDate> dates = days("2024-01-05", 3);
        dates.addAll(days("2025-06-05", 3));

        assertThat(ScanBatches.of(dates)).containsExactly(dates);
        assertThat(ScanBatches.of(new TreeSet<>())).isEmpty();
    }
}
