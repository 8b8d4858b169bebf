package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.SymbolMappingLayout;
import io.tapelake.databento.dbn.layout.SymbolMappingV1Layout;
import io.tapelake.databento.dbn.layout.TradeLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SymbolResolverTest {
    private static final long DAY_NS = 86_400_000_000_000L;
    /** Midnight UTC of 2024-01-02. */
    private static final long JAN_2 = 1_704_153_600_000_000_000L;

    private static SymbolMapping mapping(String raw, Object... intervals) {
        List<SymbolMapping.Interval> list = new ArrayList<>();
        for (int i = 0; i < intervals.length; i += 3) {
            list.add(new SymbolMapping.Interval(
                    (Integer) intervals[i], (Integer) intervals[i + 1], (String) intervals[i + 2]));
        }
        return new SymbolMapping(raw, list);
    }

    private static SymbolResolver resolver(SymbolMapping... mappings) {
        return SymbolResolver.of(Metadata.of("XNAS.ITCH", Schema.TRADES, 0, 0, List.of(mappings)));
    }

    private static SymbolResolver resolver(SType in, SType out, SymbolMapping... mappings) {
        Metadata m = Metadata.of("XNAS.ITCH", Schema.TRADES, 0, 0, List.of(mappings));
        return SymbolResolver.of(new Metadata(
                3, "X", 0, 0, 0, 0, -1, in.id(), out.id(), false, 71, m.symbols(), List.of(), List.of(), m.mappings()));
    }

    @Test
    void idsThatSwapOverNightResolvePerDay() {
        SymbolResolver resolver = resolver(
                mapping("AAA", 20240102, 20240103, "100", 20240103, 20240104, "101"),
                mapping("BBB", 20240102, 20240103, "101", 20240103, 20240104, "100"));

        assertThat(resolver.forDate(20240102).symbol(100)).isEqualTo("AAA");
        assertThat(resolver.forDate(20240103).symbol(100)).isEqualTo("BBB");
        assertThat(resolver.forDate(20240103).instrumentId("AAA")).hasValue(101);
        assertThat(resolver.forDate(20240104).symbol(100)).isNull();
        assertThat(resolver.forDate(20240101).symbol(100)).isNull();
    }

    @Test
    void theCursorTakesTheUtcDayOfTheIndexTimestamp() {
        SymbolCursor cursor = SymbolCursor.of(
                resolver(mapping("AAA", 20240102, 20240103, "100"), mapping("BBB", 20240103, 20240104, "100")));
        RecordBuffer trade = RecordBuffer.of(RType.MBP_0, 3).header(2, 100, JAN_2 + DAY_NS - 1);
        RecordBuffer bar = RecordBuffer.of(RType.OHLCV_1D, 3)
                .header(2, 100, JAN_2 + DAY_NS - 1)
                .i64(OhlcvLayout.VOLUME, JAN_2 + DAY_NS);

        assertThat(cursor.symbol(view(trade.i64(TradeLayout.TS_RECV, JAN_2 + DAY_NS))))
                .isEqualTo("BBB");
        assertThat(cursor.symbol(view(trade.i64(TradeLayout.TS_RECV, JAN_2)))).isEqualTo("AAA");
        assertThat(cursor.symbol(view(bar))).isEqualTo("AAA");
        assertThat(cursor.symbol(JAN_2 + 2 * DAY_NS, 100)).isNull();
        assertThat(cursor.symbol(JAN_2 - 1, 100)).isNull();
        assertThat(cursor.symbol(Undefined.TIMESTAMP, 100)).isNull();
        assertThat(cursor.symbol(JAN_2, 100)).isEqualTo("AAA");
    }

    private static RecordView view(RecordBuffer record) {
        return RecordView.of(record.toByteArray(), 0, 3, false);
    }

    @Test
    void mappingsFromIdsToSymbolsAreTurnedRound() {
        SymbolResolver resolver =
                resolver(SType.INSTRUMENT_ID, SType.RAW_SYMBOL, mapping("100", 20240102, 20240103, "AAA"));

        assertThat(resolver.forDate(20240102).symbol(100)).isEqualTo("AAA");
        assertThat(resolver.problems()).isEmpty();
    }

    @Test
    void mappingsWithoutIdsResolveNothingAndSaySo() {
        SymbolResolver resolver =
                resolver(SType.RAW_SYMBOL, SType.NASDAQ_SYMBOL, mapping("AAA", 20240102, 20240103, "AAB"));

        assertThat(resolver.forDate(20240102).size()).isZero();
        assertThat(resolver.problems()).singleElement().asString().contains("instrument id");
    }

    @Test
    void gapsAndEmptyIntervalsAreIgnored() {
        SymbolResolver resolver = resolver(mapping("AAA", 20240102, 20240103, "", 20240103, 20240103, "7"));

        assertThat(resolver.forDate(20240102).size()).isZero();
        assertThat(resolver.problems()).isEmpty();
    }

    @Test
    void uselessMappingsAreNamed() {
        SymbolResolver resolver = resolver(
                mapping("AAA", 20240104, 20240103, "100"),
                mapping("BBB", 20240102, 20240103, "x1"),
                mapping("CCC", 20240102, 20240103, "4294967296"),
                mapping("DDD", 20240102, 20240103, "4294967295"));

        assertThat(resolver.problems()).hasSize(3);
        assertThat(resolver.problems().get(0)).contains("AAA").contains("20240104");
        assertThat(resolver.problems().get(1)).contains("BBB").contains("'x1'");
        assertThat(resolver.problems().get(2)).contains("CCC");
        assertThat(resolver.forDate(20240102).symbol(-1)).isEqualTo("DDD");
    }

    @Test
    void manyIdsResolveAsAMapDoes() {
        Random random = new Random(3);
        Map<Integer, String> expected = new HashMap<>();
        List<SymbolMapping> mappings = new ArrayList<>();
        for (int i = 0; i < 20_000; i++) {
            int id = random.nextBoolean() ? i : random.nextInt();
            expected.put(id, "S" + i);
            mappings.add(mapping("S" + i, 20240102, 20240103, Integer.toUnsignedString(id)));
        }
        SymbolDay day = resolver(mappings.toArray(SymbolMapping[]::new)).forDate(20240102);

        expected.forEach((id, symbol) -> assertThat(day.symbol(id)).isEqualTo(symbol));
        for (int i = 0; i < 20_000; i++) {
            int id = random.nextInt();
            assertThat(day.symbol(id)).isEqualTo(expected.get(id));
        }
    }

    @Test
    void liveSymbolsComeFromRecordsAndTheLastOneCounts() {
        LiveSymbols symbols = LiveSymbols.empty();
        RecordBuffer mapping = RecordBuffer.of(RType.SYMBOL_MAPPING, 3).header(0, 7, 0);
        symbols.see(view(mapping.text(SymbolMappingLayout.STYPE_OUT_SYMBOL, 71, "AAA")));
        symbols.see(view(RecordBuffer.of(RType.OHLCV_1S, 3).header(0, 8, 0)));

        assertThat(symbols.symbol(7)).isEqualTo("AAA");
        assertThat(symbols.symbol(8)).isNull();

        RecordBuffer old = RecordBuffer.of(RType.SYMBOL_MAPPING, 1)
                .header(0, 7, 0)
                .text(SymbolMappingV1Layout.STYPE_OUT_SYMBOL, 22, "BBB");
        symbols.see(RecordView.of(old.toByteArray(), 0, 1, false));
        assertThat(symbols.symbol(7)).isEqualTo("BBB");
    }

    @Test
    void datesAreDaysOfTheCalendar() {
        assertThat(UtcDate.isDate(20240229)).isTrue();
        assertThat(UtcDate.isDate(20230229)).isFalse();
        assertThat(UtcDate.isDate(20241302)).isFalse();
        assertThat(UtcDate.isDate(20240100)).isFalse();
        assertThat(UtcDate.isDate(-1)).isFalse();
        assertThat(UtcDate.of(JAN_2)).isEqualTo(20240102);
        assertThat(UtcDate.of(JAN_2 - 1)).isEqualTo(20240101);
        assertThat(UtcDate.of(UtcDate.toLocalDate(20240229))).isEqualTo(20240229);
    }
}
