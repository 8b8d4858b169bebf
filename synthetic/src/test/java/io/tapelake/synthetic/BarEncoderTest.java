package io.tapelake.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.LittleEndian;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.model.SessionCalendar;
import io.tapelake.synthetic.market.MarketModel;
import io.tapelake.synthetic.market.TradeTape;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BarEncoderTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void tradeReceivedInTheNextSecondBelongsToTheNextBar() {
        TradeTape trades = MarketModel.of(1, 1, LocalDate.of(2025, 6, 2), 1, SessionCalendar.usEquities(), 5, 0)
                .tape(0, 0)
                .trades();
        Map<Long, Long> expected = new TreeMap<>();
        int late = 0;
        for (int row = 0; row < trades.size(); row++) {
            expected.merge(trades.tsRecvNs(row) / SECOND, (long) trades.sizeShares(row), Long::sum);
            late += trades.tsRecvNs(row) / SECOND != trades.tsEventNs(row) / SECOND ? 1 : 0;
        }
        assertThat(late).as("trades on the edge of a second").isPositive();

        SchemaForm form = SchemaForm.of(Schema.OHLCV_1S);
        RecordRun bars = new RecordRun(form, new DayIds(1, 1, 0), 0);
        BarEncoder.encode(trades, SECOND, bars);

        Map<Long, Long> actual = new TreeMap<>();
        for (int at = 0; at < bars.size(); at += form.bytes()) {
            long start = LittleEndian.i64(bars.bytes(), at + HeaderLayout.TS_EVENT);
            actual.merge(start / SECOND, LittleEndian.i64(bars.bytes(), at + OhlcvLayout.VOLUME), Long::sum);
        }
        assertThat(actual).isEqualTo(expected);
    }
}
