package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.layout.DefinitionLayout;
import io.tapelake.databento.dbn.layout.LevelLayout;
import io.tapelake.databento.dbn.layout.MbpLayout;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.RecordLayout;
import io.tapelake.databento.dbn.layout.TradeLayout;
import org.junit.jupiter.api.Test;

class RecordCheckTest {
    private static final long NOW_NS = 1_700_000_000_000_000_000L;
    private static final long MOST = RecordCheck.PRICE_LIMIT - 1;

    @Test
    void soundRecordsHaveNoProblem() {
        assertThat(problem(bar())).isNull();
        assertThat(problem(bar().i64(OhlcvLayout.LOW, -MOST).i64(OhlcvLayout.HIGH, MOST)))
                .isNull();
        assertThat(problem(bar().i64(OhlcvLayout.VOLUME, Long.MAX_VALUE))).isNull();
        assertThat(problem(trade())).isNull();
    }

    @Test
    void everyPriceOfABarIsNeeded() {
        for (int offset : new int[] {OhlcvLayout.OPEN, OhlcvLayout.HIGH, OhlcvLayout.LOW, OhlcvLayout.CLOSE}) {
            assertThat(problem(bar().i64(offset, Undefined.PRICE))).isEqualTo("undefined-price");
            assertThat(problem(bar().i64(offset, RecordCheck.PRICE_LIMIT))).isEqualTo("price-out-of-range");
            assertThat(problem(bar().i64(offset, -RecordCheck.PRICE_LIMIT))).isEqualTo("price-out-of-range");
            assertThat(problem(bar().i64(offset, Long.MIN_VALUE))).isEqualTo("price-out-of-range");
        }
    }

    @Test
    void thePriceOfATradeIsNeeded() {
        assertThat(problem(trade().i64(TradeLayout.PRICE, Undefined.PRICE))).isEqualTo("undefined-price");
    }

    @Test
    void aBookMayLackPricesButNotHaveThemOutOfRange() {
        RecordBuffer quote = RecordBuffer.of(RType.MBP_10, 3)
                .header(1, 2, NOW_NS)
                .i64(MbpLayout.TS_RECV, NOW_NS)
                .i64(MbpLayout.PRICE, Undefined.PRICE);
        int lastAsk = MbpLayout.LEVELS + 9 * LevelLayout.BYTES + LevelLayout.ASK_PX;
        assertThat(problem(quote.i64(lastAsk, Undefined.PRICE))).isNull();
        assertThat(problem(quote.i64(lastAsk, RecordCheck.PRICE_LIMIT))).isEqualTo("price-out-of-range");
    }

    @Test
    void undefinedComesBeforeOutOfRange() {
        RecordBuffer bar = bar().i64(OhlcvLayout.OPEN, Long.MIN_VALUE).i64(OhlcvLayout.CLOSE, Undefined.PRICE);
        assertThat(problem(bar)).isEqualTo("undefined-price");
    }

    @Test
    void aVolumeMustFitSigned64Bits() {
        assertThat(problem(bar().i64(OhlcvLayout.VOLUME, -1))).isEqualTo("volume-out-of-range");
        assertThat(problem(bar().i64(OhlcvLayout.VOLUME, Long.MIN_VALUE))).isEqualTo("volume-out-of-range");
    }

    @Test
    void theIndexTimeIsNeeded() {
        assertThat(problem(bar().header(1, 2, -1))).isEqualTo("undefined-timestamp");
        assertThat(problem(trade().i64(TradeLayout.TS_RECV, -1))).isEqualTo("undefined-timestamp");
        assertThat(problem(trade().header(1, 2, -1))).as("ts_event of a trade").isNull();
    }

    @Test
    void everyTimeMustFitSigned64Bits() {
        assertThat(problem(bar().header(1, 2, Long.MIN_VALUE))).isEqualTo("timestamp-out-of-range");
        assertThat(problem(trade().header(1, 2, -2))).isEqualTo("timestamp-out-of-range");
        RecordBuffer definition =
                RecordBuffer.of(RType.INSTRUMENT_DEF, 3).header(1, 2, NOW_NS).i64(DefinitionLayout.TS_RECV, NOW_NS);
        assertThat(problem(definition.i64(DefinitionLayout.EXPIRATION, -1))).isNull();
        assertThat(problem(definition.i64(DefinitionLayout.EXPIRATION, -2))).isEqualTo("timestamp-out-of-range");
    }

    @Test
    void aMissingSymbolComesBeforePrices() {
        RecordView bar = view(bar().i64(OhlcvLayout.OPEN, Undefined.PRICE), 3);
        assertThat(RecordCheck.problem(bar, false)).isEqualTo("missing-mapping");
    }

    @Test
    void recordsOfEveryTypeAndVersionCanBeAsked() {
        for (int version = 1; version <= RecordLayout.MAX_VERSION; version++) {
            for (int rtype = 0; rtype < 256; rtype++) {
                if (RecordLayout.of(rtype, version).isPresent()) {
                    RecordView record = view(RecordBuffer.of(rtype, version), version);
                    assertThat(RecordCheck.problem(record, true)).isNull();
                }
            }
        }
    }

    private static RecordBuffer bar() {
        return RecordBuffer.of(RType.OHLCV_1S, 3).header(1, 2, NOW_NS);
    }

    private static RecordBuffer trade() {
        return RecordBuffer.of(RType.MBP_0, 3).header(1, 2, NOW_NS).i64(TradeLayout.TS_RECV, NOW_NS);
    }

    private static String problem(RecordBuffer record) {
        return RecordCheck.problem(view(record, 3), true);
    }

    private static RecordView view(RecordBuffer record, int version) {
        return RecordView.of(record.toByteArray(), 0, version, false);
    }
}
