package io.tapelake.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.ingest.InputSelection.Dated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which files a backfill takes, and in which parts. */
class InputSelectionTest {

    private static final long DAY_NS = 86_400_000_000_000L;

    @TempDir
    private Path folder;

    private static Dated file(LocalDate date, long bytes) {
        long start = date.toEpochDay() * DAY_NS;
        return new Dated(new InputFile("/in/" + date + "-" + bytes, bytes, 0, null), start, start + DAY_NS);
    }

    private InputSelection select(String from, String to) {
        return InputSelection.of(
                new Configuration(),
                List.of(folder.toString()),
                Optional.empty(),
                LocalDate.parse(from),
                LocalDate.parse(to),
                new FileRules(3, "CSV", ZoneOffset.UTC));
    }

    /** None of these files can be opened: what their names say is enough, or they could not be selected. */
    @Test
    void filesOutsideTheRangeAreToldByTheirNamesAndTheWinterEveningLiesInTheNextFile() throws IOException {
        for (String name : List.of(
                "x-20250113.trades.dbn.zst",
                "x-20250114.trades.dbn.zst",
                "x-20250115.trades.dbn.zst",
                "x-20250116.trades.dbn.zst",
                "x-20250715.trades.dbn.zst",
                "x-20250716.trades.dbn.zst",
                "nameless.dbn.zst")) {
            Files.writeString(folder.resolve(name), "no DBN");
        }

        InputSelection winter = select("2025-01-14", "2025-01-14");
        assertThat(winter.files())
                .extracting(dated -> dated.file().name())
                .containsExactly("x-20250114.trades.dbn.zst", "x-20250115.trades.dbn.zst");
        assertThat(winter.outside()).isEqualTo(4);
        assertThat(winter.undated())
                .containsExactly(folder.resolve("nameless.dbn.zst").toString());

        InputSelection summer = select("2025-07-15", "2025-07-15");
        assertThat(summer.files())
                .extracting(dated -> dated.file().name())
                .containsExactly("x-20250715.trades.dbn.zst");
    }

    @Test
    void aMonthIsCutOnlyIfItAloneIsTooMuchAndADateNever() {
        List<Dated> files = new ArrayList<>();
        for (int day = 1; day <= 3; day++) {
            files.add(file(LocalDate.of(2025, 1, day), 10));
            files.add(file(LocalDate.of(2025, 2, day), 40));
            files.add(file(LocalDate.of(2025, 2, day), 41));
            files.add(file(LocalDate.of(2025, 3, day), 10));
        }
        files.sort(java.util.Comparator.comparingLong(Dated::startNs));
        assertThat(InputSelection.parts(files, 100, 60)).extracting(List::size).containsExactly(3, 2, 2, 2, 3);
        assertThat(InputSelection.parts(files, 9, 1_000)).extracting(List::size).containsExactly(9, 3);
        assertThat(InputSelection.parts(files, 100, 1_000)).hasSize(1);
    }

    @Test
    void theFilesComeEachOnceInDateOrderWhateverTheLimits() {
        Random random = new Random(9);
        for (int round = 0; round < 100; round++) {
            List<Dated> files = new ArrayList<>();
            LocalDate date = LocalDate.of(2025, 1, 1);
            for (int i = 0; i < 60; i++) {
                date = date.plusDays(random.nextInt(4));
                files.add(file(date, 1 + random.nextInt(100)));
            }
            List<List<Dated>> parts = InputSelection.parts(files, 1 + random.nextInt(20), 1 + random.nextInt(900));
            assertThat(parts.stream().flatMap(List::stream).toList()).isEqualTo(files);
        }
    }
}
