package io.tapelake.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DaySessionsTest {
    @Test
    void boundsMustAscend() {
        assertThatThrownBy(() -> new DaySessions(1, 3, 2, 4, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("openNs=3 closeNs=2");
    }

    @Test
    void aSplitNeedsAPositiveRatio() {
        LocalDate date = LocalDate.of(2014, 6, 9);
        assertThatThrownBy(() -> CorporateAction.split("AAPL", date, BigDecimal.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("AAPL on 2014-06-09")
                .hasMessageContaining("0");
        assertThatThrownBy(() -> CorporateAction.dividend("AAPL", date, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSymbolDayNamesWhatIsMissing() {
        assertThatThrownBy(() -> new SymbolDay(LocalDate.of(2025, 1, 2), "XNAS.ITCH", " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("XNAS.ITCH");
    }
}
