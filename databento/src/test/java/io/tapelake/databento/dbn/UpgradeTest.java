package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.layout.DefinitionLayout;
import io.tapelake.databento.dbn.layout.DefinitionV1Layout;
import io.tapelake.databento.dbn.layout.DefinitionV2Layout;
import io.tapelake.databento.dbn.layout.ErrorLayout;
import io.tapelake.databento.dbn.layout.ErrorV1Layout;
import io.tapelake.databento.dbn.layout.Field;
import io.tapelake.databento.dbn.layout.FieldType;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.RecordLayout;
import io.tapelake.databento.dbn.layout.StatisticsLayout;
import io.tapelake.databento.dbn.layout.StatisticsV1Layout;
import io.tapelake.databento.dbn.layout.SymbolMappingLayout;
import io.tapelake.databento.dbn.layout.SymbolMappingV1Layout;
import io.tapelake.databento.dbn.layout.SystemLayout;
import io.tapelake.databento.dbn.layout.SystemV1Layout;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeTest {
    private static RecordView upgraded(RecordBuffer record, int version) {
        return RecordView.of(record.toByteArray(), 0, version, false).upgraded();
    }

    @Test
    void fieldsOfTheSameNameKeepTheirValues() {
        Random random = new Random(1);
        for (int version = 1; version <= 2; version++) {
            for (int rtype :
                    new int[] {RType.INSTRUMENT_DEF, RType.STATISTICS, RType.ERROR, RType.SYMBOL_MAPPING, RType.SYSTEM
                    }) {
                RecordLayout from = RecordLayout.of(rtype, version).orElseThrow();
                RecordLayout to = RecordLayout.of(rtype, 3).orElseThrow();
                Map<String, Field> targets = new HashMap<>();
                to.fields().forEach(field -> targets.put(field.name(), field));
                RecordView old = RecordView.of(Samples.record(rtype, version, true, random), 0, version, true);
                RecordView now = old.upgraded();
                assertThat(now.sizeBytes()).isEqualTo(to.bytes() + 8);
                assertThat(now.u8(0) * 4).isEqualTo(now.sizeBytes());
                assertThat(now.tsOut()).isEqualTo(old.tsOut());
                assertThat(now.tsEvent()).isEqualTo(old.tsEvent());
                assertThat(now.version()).isEqualTo(3);
                for (Field field : from.fields()) {
                    if (targets.containsKey(field.name())) {
                        assertThat(value(now, targets.get(field.name())))
                                .as("%s of rtype %#x", field.name(), rtype)
                                .isEqualTo(value(old, field));
                    }
                }
            }
        }
    }

    private static Object value(RecordView view, Field field) {
        return switch (field.type()) {
            case U8, I8, CHAR -> (long) view.u8(field.offset());
            case U16 -> (long) view.u16(field.offset());
            case I16 -> (long) view.i16(field.offset());
            case U32 -> view.u32(field.offset());
            case I32 -> (long) view.i32(field.offset());
            case U64, I64, PRICE, TIMESTAMP -> view.i64(field.offset());
            case TEXT -> view.text(field.offset(), field.bytes());
        };
    }

    @Test
    void newFieldsOfDefinitionsAreUnknown() {
        for (int version = 1; version <= 2; version++) {
            RecordBuffer old = RecordBuffer.of(RType.INSTRUMENT_DEF, version);
            old.i32(version == 1 ? DefinitionV1Layout.RAW_INSTRUMENT_ID : DefinitionV2Layout.RAW_INSTRUMENT_ID, -1);
            RecordView now = upgraded(old, version);

            assertThat(now.i64(DefinitionLayout.RAW_INSTRUMENT_ID)).isEqualTo(0xFFFF_FFFFL);
            assertThat(now.i64(DefinitionLayout.LEG_PRICE)).isEqualTo(Undefined.PRICE);
            assertThat(now.i64(DefinitionLayout.LEG_DELTA)).isEqualTo(Undefined.PRICE);
            assertThat(now.u8(DefinitionLayout.LEG_SIDE)).isEqualTo('N');
            assertThat(now.u8(DefinitionLayout.LEG_INSTRUMENT_CLASS)).isZero();
            assertThat(now.text(DefinitionLayout.LEG_RAW_SYMBOL, DefinitionLayout.LEG_RAW_SYMBOL_WIDTH))
                    .isEmpty();
            assertThat(now.u16(DefinitionLayout.LEG_COUNT)).isZero();
        }
    }

    @Test
    void quantitiesAreWidenedAndUndefinedStaysUndefined() {
        RecordBuffer old = RecordBuffer.of(RType.STATISTICS, 1);

        assertThat(upgraded(old.i32(StatisticsV1Layout.QUANTITY, -5), 1).i64(StatisticsLayout.QUANTITY))
                .isEqualTo(-5);
        assertThat(upgraded(old.i32(StatisticsV1Layout.QUANTITY, Integer.MAX_VALUE), 2)
                        .i64(StatisticsLayout.QUANTITY))
                .isEqualTo(Long.MAX_VALUE);
        assertThat(upgraded(old.i32(StatisticsV1Layout.QUANTITY, Integer.MAX_VALUE - 1), 2)
                        .i64(StatisticsLayout.QUANTITY))
                .isEqualTo(Integer.MAX_VALUE - 1L);
    }

    @Test
    void symbolTypesOfOldMappingsAreUnknown() {
        RecordBuffer old = RecordBuffer.of(RType.SYMBOL_MAPPING, 1)
                .text(
                        SymbolMappingV1Layout.STYPE_OUT_SYMBOL,
                        SymbolMappingV1Layout.STYPE_OUT_SYMBOL_WIDTH,
                        "A".repeat(22));
        RecordView now = upgraded(old, 1);

        assertThat(now.u8(SymbolMappingLayout.STYPE_IN)).isEqualTo(255);
        assertThat(now.u8(SymbolMappingLayout.STYPE_OUT)).isEqualTo(255);
        assertThat(now.text(SymbolMappingLayout.STYPE_OUT_SYMBOL, SymbolMappingLayout.STYPE_OUT_SYMBOL_WIDTH))
                .isEqualTo("A".repeat(22));
    }

    @ParameterizedTest
    @CsvSource({
        "User or API key deactivated, 2",
        "User or API key deactivated!, 255",
        "User has reached their open connection limit, 3",
        "Failed to resolve symbol X, 4",
        "Internal error, 6",
        "Slow client detected for x, 7",
        "anything else, 255"
    })
    void codesOfOldErrorsComeFromTheirText(String text, int code) {
        RecordView now =
                upgraded(RecordBuffer.of(RType.ERROR, 1).text(ErrorV1Layout.ERR, ErrorV1Layout.ERR_WIDTH, text), 1);

        assertThat(now.u8(ErrorLayout.CODE)).isEqualTo(code);
        assertThat(now.u8(ErrorLayout.IS_LAST)).isEqualTo(255);
        assertThat(now.text(ErrorLayout.ERR, ErrorLayout.ERR_WIDTH)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "Heartbeat, 0",
        "Heartbeats, 255",
        "Subscription request 1 succeeded, 1",
        "Subscription request 1 failed, 255",
        "Warning: slow reading, 2",
        "Finished trades replay, 3",
        "End of interval for trades, 4",
        "anything else, 255"
    })
    void codesOfOldSystemMessagesComeFromTheirText(String text, int code) {
        RecordView now =
                upgraded(RecordBuffer.of(RType.SYSTEM, 1).text(SystemV1Layout.MSG, SystemV1Layout.MSG_WIDTH, text), 1);

        assertThat(now.u8(SystemLayout.CODE)).isEqualTo(code);
    }

    @Test
    void recordsThatNeverChangedAreShownInPlace() throws IOException {
        byte[] stream = Samples.stream(1, true, WriteOptions.raw(), 1);
        try (DbnReader reader = Samples.reader(stream, ReadOptions.defaults().upgrade(true))) {
            while (reader.next()) {
                RecordView record = reader.record();
                RecordView raw = reader.rawRecord();
                assertThat(record.version()).isEqualTo(3);
                assertThat(raw.version()).isEqualTo(1);
                int rtype = record.rtype();
                boolean changed =
                        rtype >= RType.INSTRUMENT_DEF && rtype <= RType.STATISTICS && rtype != RType.IMBALANCE;
                assertThat(record.array() == raw.array()).as("rtype %#x", rtype).isEqualTo(!changed);
            }
        }
    }

    @Test
    void rawRecordsAreThoseOfTheInput() throws IOException {
        byte[] stream = Samples.stream(1, false, WriteOptions.raw(), 1);
        List<byte[]> raw = new ArrayList<>();
        try (DbnReader reader = Samples.reader(stream, ReadOptions.defaults().upgrade(true))) {
            while (reader.next()) {
                raw.add(reader.rawRecord().toByteArray());
            }
        }
        assertThat(raw).usingElementComparator(java.util.Arrays::compare).isEqualTo(Samples.everyRecord(1, false, 1));
    }

    @Test
    void metadataBecomesVersion3WithTheStandardWidth() {
        Metadata old = Samples.metadata(1, true);
        Metadata now = old.upgraded();

        assertThat(now.version()).isEqualTo(3);
        assertThat(now.symbolWidth()).isEqualTo(71);
        assertThat(now.mappings()).isEqualTo(old.mappings());
        assertThat(now.upgraded()).isSameAs(now);
    }

    @Test
    void everyFieldTypeHasAWidthButText() {
        for (FieldType type : FieldType.values()) {
            assertThat(type.bytes() == 0).isEqualTo(type == FieldType.TEXT);
        }
    }
}
