package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.databento.dbn.DbnException.Reason;
import io.tapelake.databento.dbn.layout.LittleEndian;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class MetadataTest {
    @Provide
    Arbitrary<SymbolMapping> mappings() {
        Arbitrary<String> symbols = symbols();
        Arbitrary<Integer> dates = Arbitraries.integers().between(1990, 2040).map(year -> year * 10_000 + 228);
        Arbitrary<SymbolMapping.Interval> intervals =
                Combinators.combine(dates, dates, symbols).as(SymbolMapping.Interval::new);
        return Combinators.combine(symbols, intervals.list().ofMaxSize(4)).as(SymbolMapping::new);
    }

    @Provide
    Arbitrary<String> symbols() {
        return Arbitraries.strings().ascii().excludeChars('\0').ofMaxLength(22);
    }

    @Property(tries = 300)
    void parsingTheEncodedBytesGivesTheSameMetadata(
            @ForAll @IntRange(min = 1, max = 3) int version,
            @ForAll @IntRange(min = 0, max = 0xFFFF) int schema,
            @ForAll long start,
            @ForAll long end,
            @ForAll long limit,
            @ForAll @IntRange(min = 0, max = 255) int stype,
            @ForAll boolean tsOut,
            @ForAll @IntRange(min = 22, max = 300) int width,
            @ForAll("symbols") String symbol,
            @ForAll("mappings") SymbolMapping mapping) {
        Metadata metadata = new Metadata(
                version,
                "XNAS.ITCH",
                schema,
                start,
                end,
                limit,
                version == 1 ? limit : Metadata.NO_RECORD_COUNT,
                stype,
                255 - stype,
                tsOut,
                version == 1 ? 22 : width,
                List.of(symbol, "A"),
                List.of(symbol),
                List.of(),
                List.of(mapping, mapping));
        byte[] bytes = metadata.encode();

        assertThat(Metadata.parse(bytes)).isEqualTo(metadata);
        assertThat(LittleEndian.u32(bytes, 4)).isEqualTo(bytes.length - 8);
        if (version == 3) {
            assertThat(bytes.length % 8).isZero();
        }
        assertThat(MetadataJson.text(metadata))
                .startsWith("{\"version\":" + version)
                .endsWith("]}");
    }

    @Test
    void everyShorterLengthIsAnError() {
        byte[] bytes = Samples.metadata(3, false).encode();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(bytes, length);
            boolean paddingOnly = length >= bytes.length - 7 && parses(cut);
            if (!paddingOnly) {
                assertThatThrownBy(() -> Metadata.parse(cut)).isInstanceOf(DbnException.class);
            }
        }
    }

    private static boolean parses(byte[] bytes) {
        try {
            return Metadata.parse(bytes).equals(Samples.metadata(3, false));
        } catch (DbnException e) {
            return false;
        }
    }

    @Test
    void jsonNamesWhatIsKnownAndNumbersWhatIsNot() {
        Metadata known = Samples.metadata(2, true);
        assertThat(MetadataJson.text(known))
                .isEqualTo("{\"version\":2,\"dataset\":\"XNAS.ITCH\",\"schema\":\"trades\","
                        + "\"start\":\"1704153600000000000\",\"end\":\"1704326400000000000\",\"limit\":\"7\","
                        + "\"stype_in\":\"raw_symbol\",\"stype_out\":\"instrument_id\",\"ts_out\":true,"
                        + "\"symbol_cstr_len\":71,\"symbols\":[\"AAPL\",\"BRK.B\"],\"partial\":[\"BRK.B\"],"
                        + "\"not_found\":[\"NOPE\"],\"mappings\":[{\"raw_symbol\":\"AAPL\",\"intervals\":["
                        + "{\"start_date\":20240102,\"end_date\":20240104,\"symbol\":\"32\"}]},"
                        + "{\"raw_symbol\":\"BRK.B\",\"intervals\":["
                        + "{\"start_date\":20240103,\"end_date\":20240104,\"symbol\":\"33\"}]}]}");
        byte[] bytes = known.encode();
        LittleEndian.putI16(bytes, 8 + 16, 999);
        bytes[8 + 42] = (byte) 0xFF;
        bytes[8 + 43] = 127;
        LittleEndian.putI64(bytes, 8 + 26, -1);
        LittleEndian.putI64(bytes, 8 + 34, 0);
        assertThat(MetadataJson.text(Metadata.parse(bytes)))
                .contains("\"schema\":999,")
                .contains("\"end\":null,\"limit\":null,\"stype_in\":null,\"stype_out\":127,");
    }

    @Test
    void bytesBeyondAsciiSurvive() {
        byte[] bytes = Samples.metadata(3, false).encode();
        bytes[8] = (byte) 0xE9;
        Metadata metadata = Metadata.parse(bytes);

        assertThat(metadata.dataset()).startsWith("\u00E9NAS");
        assertThat(metadata.encode()).isEqualTo(bytes);
    }

    @Test
    void aSymbolThatDoesNotFitIsRefused() {
        List<SymbolMapping> mappings = new ArrayList<>();
        mappings.add(new SymbolMapping("A".repeat(72), List.of()));

        assertThatThrownBy(() -> Metadata.of("X", Schema.MBO, 0, 0, mappings).encode())
                .hasMessageContaining("72 characters");
    }

    @Test
    void aWidthThatSymbolsNeedIsKeptByAnUpgrade() {
        Metadata wide = withWidthAndSymbol(100, "A".repeat(90));

        assertThat(wide.upgraded().symbolWidth()).isEqualTo(100);
        assertThat(withWidthAndSymbol(100, "A").upgraded().symbolWidth()).isEqualTo(71);
        assertThat(Metadata.parse(wide.upgraded().encode())).isEqualTo(wide.upgraded());
    }

    private static Metadata withWidthAndSymbol(int width, String symbol) {
        return new Metadata(
                2, "X", 0, 0, 0, 0, -1, 0, 0, false, width, List.of(symbol), List.of(), List.of(), List.of());
    }

    @Test
    void aWidthOfZeroIsRefused() {
        byte[] bytes = Samples.metadata(3, false).encode();
        LittleEndian.putI16(bytes, 8 + 45, 0);

        assertThatThrownBy(() -> Metadata.parse(bytes))
                .isInstanceOfSatisfying(
                        DbnException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_METADATA));
    }

    /** A few bytes must not become a hundred times as many objects. */
    @Test
    void moreNarrowNamesThanMemoryIsMeantForAreRefused() {
        int names = ReadOptions.defaults().maxMetadataBytes() / Metadata.SYMBOL_WIDTH_V1 + 1;
        byte[] bytes = new byte[8 + 104 + 16 + names];
        System.arraycopy(withWidthAndSymbol(1, "").encode(), 0, bytes, 0, 8 + 104);
        LittleEndian.putI32(bytes, 8 + 104, names);

        assertThatThrownBy(() -> Metadata.parse(bytes)).hasMessageContaining("too many names");
        LittleEndian.putI32(bytes, 8 + 104, names - 1);
        assertThat(Metadata.parse(bytes).symbols()).hasSize(names - 1);
    }

    @Test
    void namesThatComeAgainAreTheSameObject() {
        Metadata metadata = Metadata.parse(Samples.metadata(3, false).encode());

        assertThat(metadata.mappings().get(1).rawSymbol())
                .isSameAs(metadata.partial().get(0));
        assertThat(metadata.symbols()).containsExactly("AAPL", "BRK.B");
    }
}
