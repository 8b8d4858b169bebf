package io.tapelake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapelake.databento.dbn.Schema;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarketSpecTest {
    private static final MarketSpec GOOD = MarketSpec.of(3, 2, 1);

    @Test
    void everyBadValueIsNamedWithWhatIsAllowed() {
        refused("symbols is 0", () -> MarketSpec.of(0, 2, 1));
        refused("symbols is 20001; allowed is 1 to 20000", () -> MarketSpec.of(20_001, 2, 1));
        refused("days is 0", () -> MarketSpec.of(3, 0, 1));
        refused("activity is 0.0; allowed is above 0, to 100", () -> GOOD.withActivity(0));
        refused("activity is NaN", () -> GOOD.withActivity(Double.NaN));
        refused("eventRate is -1.0", () -> GOOD.withEventRate(-1));
        refused("tickSymbols is -1", () -> GOOD.withTickSymbols(-1));
        refused("schemas is none", () -> GOOD.withSchemas(List.of()));
        refused("schemas is mbo; allowed is mbp-1, tbbo, trades", () -> GOOD.withSchemas(List.of(Schema.MBO)));
        refused("from and days is 2030-12-30 and 2", () -> GOOD.withFrom(LocalDate.of(2030, 12, 30)));
    }

    @Test
    void schemasAreASetInOneOrder() {
        assertThat(GOOD.withSchemas(List.of(Schema.STATUS, Schema.TRADES, Schema.STATUS))
                        .schemas())
                .containsExactly(Schema.TRADES, Schema.STATUS);
    }

    private static void refused(String message, Runnable attempt) {
        assertThatIllegalArgumentException().isThrownBy(attempt::run).withMessageContaining(message);
    }
}
