package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.SessionCalendar;
import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntradayShapeTest {
    @ParameterizedTest
    @ValueSource(strings = {"2025-03-03", "2025-03-10", "2024-11-29"})
    void sharesSumToOneAndRegularHoursAreUShaped(String date) {
        LocalDate tradeDate = LocalDate.parse(date);
        TradeDay day = new TradeDay(tradeDate, SessionCalendar.usEquities().sessions(tradeDate));
        IntradayShape shape = IntradayShape.of(day);
        double volume = 0;
        double variance = 0;
        for (int minute = 0; minute < day.minutes(); minute++) {
            volume += shape.volume(minute);
            variance += shape.variance(minute);
        }
        assertThat(volume).isCloseTo(1, within(1e-9));
        assertThat(variance).isCloseTo(1, within(1e-9));
        int open = day.openSecond() / 60;
        int close = day.closeSecond() / 60;
        double midday = shape.volume((open + close) / 2);
        assertThat(shape.volume(open)).isGreaterThan(2.5 * midday);
        assertThat(shape.volume(close - 1)).isGreaterThan(1.8 * midday);
        assertThat(shape.volume(10)).isLessThan(midday / 20);
        assertThat(shape.volume(day.minutes() - 10)).isLessThan(midday / 10);
    }
}
