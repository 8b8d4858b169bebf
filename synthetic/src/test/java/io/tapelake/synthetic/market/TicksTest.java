package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;

class TicksTest {
    @Property
    void pricesRoundToTheGridAroundThem(@ForAll @LongRange(min = 200_000, max = 5_000_000_000_000L) long price) {
        long floor = Ticks.floor(price);
        long ceil = Ticks.ceil(price);
        assertThat(floor).isLessThanOrEqualTo(price).isEqualTo(Ticks.floor((double) price));
        assertThat(ceil).isGreaterThanOrEqualTo(price).isEqualTo(Ticks.ceil((double) price));
        assertThat(floor % Ticks.at(floor)).isZero();
        assertThat(ceil % Ticks.at(ceil)).isZero();
        assertThat(ceil - floor).isLessThanOrEqualTo(Ticks.at(price));
        assertThat(Ticks.round(price)).isIn(floor, ceil);
    }

    @Property
    void touchHasABidBelowTheAskAndContainsThePrice(
            @ForAll @LongRange(min = 100_000_000, max = 5_000_000_000_000L) long price,
            @ForAll @DoubleRange(min = 0.0001, max = 0.25) @Scale(4) double spread) {
        Touch touch = Touch.around(price, spread);
        assertThat(touch.bid()).isLessThanOrEqualTo(price).isLessThan(touch.ask());
        assertThat(touch.ask()).isGreaterThanOrEqualTo(price);
        assertThat(touch.middle()).isBetween(touch.bid(), touch.ask());
        assertThat(touch.middle() % (Ticks.at(touch.bid()) / 2)).isZero();
        assertThat(touch.levelStep()).isGreaterThanOrEqualTo(Ticks.at(touch.bid()));
    }
}
