package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TickersTest {
    @Test
    void tickersAreAllDifferentAndWellFormed() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < Tickers.COUNT; i++) {
            String ticker = Tickers.of(i);
            assertThat(ticker).matches("[A-Z]{4}(\\.B)?");
            assertThat(seen.add(ticker)).as("ticker %s is new", ticker).isTrue();
        }
    }

    @Test
    void numberOutOfRangeIsRefusedWithTheRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tickers.of(Tickers.COUNT))
                .withMessageContaining("20000")
                .withMessageContaining("19999");
    }
}
