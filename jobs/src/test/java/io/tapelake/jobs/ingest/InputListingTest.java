package io.tapelake.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputListingTest {

    @TempDir
    private Path folder;

    @Test
    void findsDbnFilesAtAnyDepthAndNamesTheOthers() throws IOException {
        Files.createDirectories(folder.resolve("job/day"));
        Files.createDirectories(folder.resolve("_staging"));
        for (String name : List.of(
                "job/day/b.trades.dbn.zst", "a.dbn", "old.dbz", "_staging/c.dbn.zst", ".hidden.dbn", "notes.txt")) {
            Files.writeString(folder.resolve(name), "x");
        }
        Files.writeString(folder.resolve("manifest.json"), "{}");

        InputListing listing = InputListing.of(new Configuration(), List.of(folder.toString()));

        assertThat(listing.files()).extracting(InputFile::name).containsExactly("a.dbn", "b.trades.dbn.zst", "old.dbz");
        assertThat(listing.ignored())
                .containsExactly(folder.resolve("notes.txt").toString());
    }

    @Test
    void readsWhatTheVendorSaysOfADate() throws IOException {
        Path file = Files.writeString(folder.resolve("a.dbn"), "x");
        Files.writeString(
                folder.resolve("condition.json"),
                """
                [{"date": "2025-03-03", "condition": "available", "last_modified_date": "2025-03-04"},
                 {"date": "2025-03-04", "condition": "degraded", "last_modified_date": null}]
                """);
        InputListing listing = InputListing.of(new Configuration(), List.of(file.toString(), folder.toString()));

        VendorConditions conditions = listing.conditionsOf(listing.files().get(0));

        VendorConditions.Said both = conditions.over(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 4));
        assertThat(both.condition()).isEqualTo(VendorCondition.DEGRADED);
        assertThat(both.lastModified()).isEqualTo(LocalDate.of(2025, 3, 4));
        assertThat(conditions.over(LocalDate.of(2025, 3, 5), LocalDate.of(2025, 3, 6)))
                .isEqualTo(VendorConditions.Said.NOTHING);
    }

    @Test
    void inputThatDoesNotExistIsNamed() {
        String absent = folder.resolve("absent").toString();
        assertThatThrownBy(() -> InputListing.of(new Configuration(), List.of(absent)))
                .isInstanceOf(MissingInputException.class)
                .hasMessageContaining(absent);
    }

    @Test
    void datesOfANameAreReadWithOneDateOrTwoAndNeverGuessed() {
        assertThat(FileNameDates.of("xnas-itch-20251110.mbo.dbn.zst"))
                .contains(new FileNameDates(LocalDate.of(2025, 11, 10), LocalDate.of(2025, 11, 10)));
        assertThat(FileNameDates.of("xnas-itch-20241031-20251030.ohlcv-1s.BRK.B.dbn"))
                .contains(new FileNameDates(LocalDate.of(2024, 10, 31), LocalDate.of(2025, 10, 30)));
        assertThat(FileNameDates.of("xnas-itch-20251399.mbo.dbn.zst")).isEmpty();
        assertThat(FileNameDates.of("trades.dbn")).isEmpty();
    }
}
