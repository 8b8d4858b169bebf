package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.SyntheticMarket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is said about whole days holds on their tapes. */
class DayLabelTest {
    private static final int SYMBOLS = 30;
    private static final int DAYS = 40;

    private final MarketModel market =
            SyntheticMarket.of(MarketSpec.truth(SYMBOLS, DAYS, 5)).model();

    @Test
    void labelsHoldOnTheTape() {
        Map<DayCategory, Integer> counts = new EnumMap<>(DayCategory.class);
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            for (int day = 1; day < DAYS; day++) {
                SymbolDayTape tape = market.tape(symbol, day);
                DayLabel label = tape.label();
                List<DayCategory> expected = label.expected();
                if (!expected.isEmpty()) {
                    counts.merge(expected.get(0), 1, Integer::sum);
                    check(tape, label, tape.path().plan().events().things().isEmpty());
                }
            }
        }
        assertThat(counts.get(DayCategory.NONE)).isGreaterThan(100);
        assertThat(counts.get(DayCategory.PRIME)).isGreaterThan(8);
        assertThat(counts.get(DayCategory.RISK)).isGreaterThan(8);
    }

    private static void check(SymbolDayTape tape, DayLabel label, boolean nothingPlanted) {
        String day = label.symbol() + " " + label.tradeDate();
        double overMean = label.parameters().get("volume_over_mean");
        if (label.expected().contains(DayCategory.NONE)) {
            assertThat(label.expected()).as(day).hasSize(1);
            assertThat(nothingPlanted).as(day).isTrue();
            assertThat(Math.abs(label.dayReturn())).as(day).isLessThan(0.06);
            return;
        }
        assertThat(nothingPlanted).as(day).isFalse();
        assertThat(label.parameters().get("dollar_volume")).as(day).isGreaterThan(1_000_000);
        assertThat(overMean).as(day).isGreaterThanOrEqualTo(3);
        if (label.expected().contains(DayCategory.PRIME)) {
            boolean strong = label.expected().size() == 2;
            assertThat(overMean).as(day).isGreaterThanOrEqualTo(strong ? 5 : 3);
            double highest = Math.max(label.dayReturn(), highOverLow(tape));
            assertThat(highest).as(day).isGreaterThan(strong ? 0.15 : 0.10);
            assertThat(label.parameters().get("range")).as(day).isGreaterThan(strong ? 0.25 : 0.17);
        } else {
            assertThat(label.expected()).as(day).containsExactly(DayCategory.RISK);
            assertThat(highOverLow(tape)).as(day).isGreaterThan(0.12);
        }
    }

    private static double highOverLow(SymbolDayTape tape) {
        long high = 0;
        long low = Long.MAX_VALUE;
        for (int row = 0; row < tape.trades().size(); row++) {
            high = Math.max(high, tape.trades().priceNanos(row));
            low = Math.min(low, tape.trades().priceNanos(row));
        }
        return high / (double) low - 1;
    }
}
