package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.layout.BboLayout;
import io.tapelake.databento.dbn.layout.CbboLayout;
import io.tapelake.databento.dbn.layout.ConsolidatedLevelLayout;
import io.tapelake.databento.dbn.layout.LevelLayout;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.StatusLayout;
import io.tapelake.databento.dbn.layout.SystemLayout;
import org.junit.jupiter.api.Test;

class RecordJsonTest {
    private static String json(RecordBuffer record, boolean tsOut) {
        return RecordJson.create()
                .text(RecordView.of(record.toByteArray(), 0, 3, tsOut))
                .orElseThrow();
    }

    @Test
    void numbersOf64BitsAreStringsAndUnsignedOnesKeepTheirSign() {
        RecordBuffer bar = RecordBuffer.of(RType.OHLCV_1S, 3, true)
                .header(0xFFFF, -1, -1)
                .i64(OhlcvLayout.OPEN, Long.MIN_VALUE)
                .i64(OhlcvLayout.HIGH, Long.MAX_VALUE)
                .i64(OhlcvLayout.LOW, -5)
                .i64(OhlcvLayout.VOLUME, -1)
                .tsOut(Long.MIN_VALUE);

        assertThat(json(bar, true))
                .isEqualTo("{\"hd\":{\"ts_event\":\"18446744073709551615\",\"rtype\":32,\"publisher_id\":65535,"
                        + "\"instrument_id\":4294967295},\"open\":\"-9223372036854775808\","
                        + "\"high\":\"9223372036854775807\",\"low\":\"-5\",\"close\":\"0\","
                        + "\"volume\":\"18446744073709551615\",\"ts_out\":\"9223372036854775808\"}");
    }

    @Test
    void receiveTimeComesFirstAndLevelsLast() {
        RecordBuffer bbo = RecordBuffer.of(RType.BBO_1S, 3)
                .header(1, 2, 3)
                .u8(BboLayout.SIDE, 'N')
                .i64(BboLayout.TS_RECV, 4)
                .i32(BboLayout.LEVELS + LevelLayout.ASK_CT, 9);

        assertThat(json(bbo, false))
                .isEqualTo("{\"ts_recv\":\"4\",\"hd\":{\"ts_event\":\"3\",\"rtype\":195,\"publisher_id\":1,"
                        + "\"instrument_id\":2},\"side\":\"N\",\"price\":\"0\",\"size\":0,\"flags\":0,\"sequence\":0,"
                        + "\"levels\":[{\"bid_px\":\"0\",\"ask_px\":\"0\",\"bid_sz\":0,\"ask_sz\":0,\"bid_ct\":0,"
                        + "\"ask_ct\":9}]}");
        RecordBuffer cbbo = RecordBuffer.of(RType.CBBO_1M, 3)
                .i32(CbboLayout.SIZE, -1)
                .i16(CbboLayout.LEVELS + ConsolidatedLevelLayout.BID_PB, 39);
        assertThat(json(cbbo, false)).contains("\"size\":4294967295").contains("\"bid_pb\":39,\"ask_pb\":0}]}");
    }

    @Test
    void unsetCharactersAreNullAndOddOnesAreEscaped() {
        RecordBuffer status = RecordBuffer.of(RType.STATUS, 3)
                .u8(StatusLayout.IS_TRADING, '"')
                .u8(StatusLayout.IS_QUOTING, 0)
                .u8(StatusLayout.IS_SHORT_SELL_RESTRICTED, 0xE9);

        assertThat(json(status, false))
                .endsWith("\"is_trading\":\"\\\"\",\"is_quoting\":null,\"is_short_sell_restricted\":\"\u00E9\"}");
    }

    @Test
    void textIsCutAtTheFirstNulAndEscaped() {
        RecordBuffer system = RecordBuffer.of(RType.SYSTEM, 3)
                .text(SystemLayout.MSG, SystemLayout.MSG_WIDTH, "a\"\\\n\r\t\b\f\u0001 \u007F")
                .u8(SystemLayout.MSG + 20, 'x');

        assertThat(json(system, false)).contains("\"msg\":\"a\\\"\\\\\\n\\r\\t\\b\\f\\u0001 \u007F\",\"code\":0}");
    }

    @Test
    void aTextThatFillsItsFieldIsPrintedWhole() {
        String full = "y".repeat(SystemLayout.MSG_WIDTH);
        RecordBuffer system = RecordBuffer.of(RType.SYSTEM, 3)
                .text(SystemLayout.MSG, SystemLayout.MSG_WIDTH, full)
                .u8(SystemLayout.CODE, 255);

        assertThat(json(system, false)).contains("\"msg\":\"" + full + "\",\"code\":255}");
    }

    @Test
    void unknownTypesHaveNoJson() {
        byte[] unknown = new byte[16];
        unknown[0] = 4;
        unknown[1] = 0x7F;

        assertThat(RecordJson.create().text(RecordView.of(unknown, 0, 3, false)))
                .isEmpty();
    }
}
