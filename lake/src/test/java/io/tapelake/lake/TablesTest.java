package io.tapelake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    @Test
    void namesAreUnique() {
        assertThat(Tables.names()).doesNotHaveDuplicates().hasSize(Tables.all().size());
    }

    @Test
    void tablesOfMarketEventsArePartitionedByTradeDateAndSortedByItFirst() {
        for (LakeTable table : Tables.all()) {
            if (!table.hasColumn("publisher")) {
                continue;
            }
            assertThat(table.partitionColumn()).as(table.name()).contains("trade_date");
            assertThat(table.sortColumns().subList(0, 2)).as(table.name()).containsExactly("trade_date", "symbol");
            assertThat(table.columnNames().subList(0, 4))
                    .as(table.name())
                    .containsExactly("trade_date", "dataset", "publisher", "symbol");
        }
    }

    @Test
    void everyTimestampHasItsExactNanosecondsBesideIt() {
        for (LakeTable table : Tables.all()) {
            for (LakeColumn column : table.columns()) {
                if (column.type() == LakeType.TIMESTAMP) {
                    assertThat(table.column(column.name() + "_ns").type()).isEqualTo(LakeType.BIGINT);
                }
            }
        }
    }

    @Test
    void sortColumnsAreNeverNullSoThatTheOrderIsTotal() {
        for (LakeTable table : Tables.all()) {
            if (table.name().equals("quarantine")) {
                continue; // a refused file has no record index
            }
            for (String column : table.sortColumns()) {
                assertThat(table.column(column).nullable())
                        .as(table.name() + "." + column)
                        .isFalse();
            }
        }
    }

    @Test
    void filesStayReadableWithoutRowLevelDeltaFeatures() {
        for (LakeTable table : Tables.all()) {
            assertThat(table.properties())
                    .containsEntry("delta.enableDeletionVectors", "false")
                    .containsEntry("delta.columnMapping.mode", "none");
        }
    }

    @Test
    void unknownTableOffersTheNearestNames() {
        assertThatThrownBy(() -> Tables.named("bar_1s"))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("no table 'bar_1s'")
                .hasMessageContaining("Did you mean bars_1s");
        assertThatThrownBy(() -> Tables.named("zzz")).hasMessageContaining("Allowed: bars_1s, ");
    }

    @Test
    void unknownColumnOffersTheNearestNames() {
        assertThatThrownBy(() -> Tables.TRADES.column("prize"))
                .hasMessageContaining("table 'trades' has no column 'prize'")
                .hasMessageContaining("price");
    }

    @Test
    void nearMissesAreOrderedByDistance() {
        assertThat(NearMisses.of("day_stat", List.of("day_index", "day_stats", "statistics")))
                .startsWith("day_stats");
        assertThat(NearMisses.of("quotes", List.of("bars_1s"))).isEmpty();
    }
}
