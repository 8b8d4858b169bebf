package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Bollinger bands, Keltner channel and the squeeze of one inside the other. */
class BandsTest {
    private static final Offset<Double> EQUAL = within(1e-12);

    @Test
    void bollingerBandsByHand() {
        Bollinger bands = new Bollinger(4, 2);
        for (double close : new double[] {1, 3, 5}) {
            bands.next(close);
        }
        assertThat(bands.upper()).isNaN();
        bands.next(7); // mean 4, squares 9 + 1 + 1 + 9
        assertThat(bands.middle()).isCloseTo(4, EQUAL);
        assertThat(bands.upper()).isCloseTo(4 + 2 * Math.sqrt(5), EQUAL);
        assertThat(bands.lower()).isCloseTo(4 - 2 * Math.sqrt(5), EQUAL);
    }

    @Test
    void keltnerChannelByHand() {
        Keltner channel = new Keltner(2, 3, 1.5);
        channel.next(10, 9, 9.5); // range 1
        channel.next(11, 10, 10.5); // 1.5
        assertThat(channel.middle()).isCloseTo(10, EQUAL);
        assertThat(channel.upper()).as("two ranges of three").isNaN();
        channel.next(Double.NaN, 10, 50); // not a bar
        channel.next(11, 9, 10); // 2
        assertThat(channel.middle()).isCloseTo(10, EQUAL);
        assertThat(channel.upper()).isCloseTo(12.25, EQUAL);
        assertThat(channel.lower()).isCloseTo(7.75, EQUAL);
    }

    @Test
    void closesThatStandStillInWideBarsAreASqueeze() {
        VolatilitySqueeze squeeze = VolatilitySqueeze.standard();
        for (int i = 0; i < 19; i++) {
            assertThat(squeeze.next(11, 9, 10 + 0.1 * (i % 2))).isFalse();
        }
        assertThat(squeeze.isKnown()).isFalse();
        assertThat(squeeze.next(11, 9, 10)).isTrue();
        assertThat(squeeze.isKnown()).isTrue();
        assertThat(squeeze.next(11, 9, Double.NaN)).as("no bar changes nothing").isTrue();
        assertThat(squeeze.barsOn()).isEqualTo(1);
        assertThat(squeeze.next(11, 9, 10.1)).isTrue();
        assertThat(squeeze.barsOn()).isEqualTo(2);
    }

    @Test
    void aTrendWidensTheBandsBeyondTheChannel() {
        VolatilitySqueeze squeeze = VolatilitySqueeze.standard();
        for (int i = 0; i < 40; i++) {
            squeeze.next(10 + i + 0.6, 10 + i - 0.6, 10 + i);
        }
        assertThat(squeeze.isKnown()).isTrue();
        assertThat(squeeze.isOn()).isFalse();
        assertThat(squeeze.barsOn()).isZero();
    }
}
