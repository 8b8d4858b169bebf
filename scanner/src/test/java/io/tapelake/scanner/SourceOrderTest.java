package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SourceOrderTest {
    @Test
    void ticksComeBeforeBarsAndFineBeforeCoarse() {
        SourceOrder order = SourceOrder.defaults();
        assertThat(order.choose(EnumSet.allOf(SourceSchema.class)))
                .isEqualTo(new DaySources(Optional.of(SourceSchema.TRADES), Optional.of(SourceSchema.MBP_1)));
        assertThat(order.choose(Set.of(SourceSchema.OHLCV_1H, SourceSchema.OHLCV_1M, SourceSchema.CBBO_1M)))
                .isEqualTo(new DaySources(Optional.of(SourceSchema.OHLCV_1M), Optional.of(SourceSchema.CBBO_1M)));
        assertThat(order.choose(Set.of())).isEqualTo(new DaySources(Optional.empty(), Optional.empty()));
    }

    @Property
    void anAvailableSchemaIsNeverPassedOverByTheDefaults(@ForAll Set<SourceSchema> available) {
        DaySources sources = SourceOrder.defaults().choose(available);
        assertThat(sources.prices().isPresent()).isEqualTo(available.stream().anyMatch(SourceSchema::hasPrices));
        assertThat(sources.quotes().isPresent()).isEqualTo(available.stream().anyMatch(SourceSchema::hasQuotes));
        sources.prices().ifPresent(s -> assertThat(available).contains(s));
        sources.quotes().ifPresent(s -> assertThat(available).contains(s));
    }

    @Test
    void aSingleSchemaIsUsedForWhatItCanGive() {
        assertThat(SourceOrder.only(SourceSchema.BBO_1S))
                .isEqualTo(new SourceOrder(List.of(), List.of(SourceSchema.BBO_1S)));
        assertThat(SourceOrder.only(SourceSchema.TBBO))
                .isEqualTo(new SourceOrder(List.of(SourceSchema.TBBO), List.of(SourceSchema.TBBO)));
    }

    @Test
    void namesAreCheckedWhenTheOrderIsMade() {
        assertThat(SourceOrder.parse(List.of("ohlcv-1m", "trades"), List.of("mbp-1"))
                        .prices())
                .containsExactly(SourceSchema.OHLCV_1M, SourceSchema.TRADES);
        assertThatThrownBy(() -> SourceOrder.parse(List.of("mbo"), List.of()))
                .hasMessageContaining("'mbo'")
                .hasMessageContaining("ohlcv-1s");
        assertThatThrownBy(() -> SourceOrder.parse(List.of("bbo-1s"), List.of()))
                .hasMessageContaining("bbo-1s cannot give prices");
        assertThatThrownBy(() -> SourceOrder.parse(List.of(), List.of("trades")))
                .hasMessageContaining("trades cannot give a spread");
    }

    @Test
    void everySchemaIsFoundByItsName() {
        for (SourceSchema schema : SourceSchema.values()) {
            assertThat(SourceSchema.fromText(schema.text())).isEqualTo(schema);
            assertThat(schema.isBars()).isEqualTo(schema.barSeconds() > 0);
        }
    }
}
