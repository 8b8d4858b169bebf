package io.tapelake.jobs.night;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.index.DayIndex;
import io.tapelake.index.DayQuery;
import io.tapelake.index.DayRecord;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.SymbolDayReader;
import io.tapelake.model.SymbolDay;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Winter dates in files cut at UTC midnight, night by night: each is open until the file after it is there. */
class OpenDatesTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.interpreting();
    }

    private static TestLake lake(Path root) {
        return TestLake.in(
                root,
                "scan.lookback-days=3",
                "scan.momentum.movement-min=0.03",
                "scan.momentum.movement-alone=0.04",
                "scan.momentum.dollar-volume-min=1000");
    }

    private static NightReport night(TestLake lake, List<Path> files) {
        return lake.jobs().nightly(files.stream().map(Path::toString).toList());
    }

    private static Set<LocalDate> indexDates(TestLake lake, DayQuery query) {
        try (Stream<DayRecord> days = DayIndex.open(lake.run()).find(query)) {
            return days.map(DayRecord::tradeDate).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static int bars(SymbolDayReader reader, LocalDate date) {
        return reader.bars(Tables.BARS_1M, new SymbolDay(date, "EQUS.ALL", "AAA"))
                .size();
    }

    @Test
    void aDateIsOpenUntilTheNextFileThenScannedOnceMoreAndTheEndIsThatOfOneBulkScan() throws IOException {
        LocalDate one = WinterBars.FIRST;
        LocalDate two = one.plusDays(1);
        LocalDate three = one.plusDays(2);
        LocalDate four = one.plusDays(3);
        // Nothing trades in the last hour of the third date: the file that closes it has no row of it.
        List<Path> files = WinterBars.write(folder.resolve("files"), 4, three);
        TestLake lake = lake(folder.resolve("lake"));

        NightReport first = night(lake, files.subList(0, 2));

        assertThat(first.scan().dates()).containsExactly(one, two);
        assertThat(first.dates().open().byDate()).containsOnlyKeys(two);
        assertThat(first.dates().newestComplete()).contains(one);
        assertThat(indexDates(lake, DayQuery.all())).isSubsetOf(one);
        assertThat(indexDates(lake, DayQuery.all().top(100))).isSubsetOf(one);
        assertThat(indexDates(lake, DayQuery.all().withOpenDays())).contains(two);
        assertThat(indexDates(lake, DayQuery.all().top(100).withOpenDays())).contains(two);
        assertThat(bars(SymbolDayReader.of(lake.run()), one)).isPositive();
        assertThat(bars(SymbolDayReader.of(lake.run()), two)).isZero();
        assertThat(bars(SymbolDayReader.of(lake.run()).withOpenDays(), two)).isPositive();
        for (LakeTable table : List.of(Tables.DAY_STATS, Tables.DAY_INDEX, Tables.RESET_POINTS)) {
            assertThat(lake.rows(table)
                            .where("state <> 'open' AND trade_date = '" + two + "'")
                            .count())
                    .isZero();
            assertThat(lake.rows(table)
                            .where("state = 'open' AND trade_date <> '" + two + "'")
                            .count())
                    .isZero();
        }

        NightReport second = night(lake, files.subList(0, 3));

        assertThat(second.ingest().files()).filteredOn(FileReport::opened).hasSize(1);
        assertThat(second.scan().dates()).containsExactly(two, three);
        assertThat(second.dates().closed()).containsExactly(two);
        assertThat(second.dates().open().byDate()).containsOnlyKeys(three);
        assertThat(indexDates(lake, DayQuery.all())).contains(two).doesNotContain(three);

        NightReport third = night(lake, files);

        assertThat(third.scan().dates()).containsExactly(three, four);
        assertThat(third.dates().closed()).containsExactly(three);
        assertThat(lake.run().openDays().byDate()).containsOnlyKeys(four);

        TestLake bulk = lake(folder.resolve("bulk"));
        night(bulk, files);
        for (LakeTable table : List.of(
                Tables.BARS_1M, Tables.DAY_STATS, Tables.DAY_INDEX, Tables.RESET_POINTS, Tables.INGESTED_FILES)) {
            assertThat(TestLake.differences(bulk.rows(table), lake.rows(table)))
                    .as("rows of %s that differ", table.name())
                    .isZero();
        }
        assertThat(bulk.rows(Tables.DAY_INDEX).count()).isPositive();
        assertThat(bulk.run().openDays()).isEqualTo(lake.run().openDays());
    }
}
