package io.tapelake.scanner.measure;

/**
 * Volatility squeeze (J. Carter), bar by bar: it is on while the {@link Bollinger} bands lie inside the {@link Keltner}
 * channel. It has nothing to do with a short squeeze.
 *
 * <p>Warm-up: off, and not {@link #isKnown() known}, before both have their bars. A bar with a NaN in it is left out. Not
 * thread-safe.
 */
public final class VolatilitySqueeze {
    private final Bollinger bollinger;
    private final Keltner keltner;
    private int barsOn;

    /** A squeeze of the given bands and channel, which must not have been used before. */
    public VolatilitySqueeze(Bollinger bollinger, Keltner keltner) {
        this.bollinger = bollinger;
        this.keltner = keltner;
    }

    /** The customary squeeze: Bollinger (20, 2) inside Keltner (20, 20, 1.5). */
    public static VolatilitySqueeze standard() {
        return new VolatilitySqueeze(Bollinger.standard(), Keltner.standard());
    }

    /** Takes the next bar and returns {@link #isOn()}. */
    public boolean next(double high, double low, double close) {
        if (!Double.isNaN(high) && !Double.isNaN(low) && !Double.isNaN(close)) {
            bollinger.next(close);
            keltner.next(high, low, close);
            boolean inside = bollinger.upper() < keltner.upper() && bollinger.lower() > keltner.lower();
            barsOn = inside ? barsOn + 1 : 0;
        }
        return isOn();
    }

    /** Whether the bands lie inside the channel, on both sides. */
    public boolean isOn() {
        return barsOn > 0;
    }

    /** Bars in a row, up to the last, on which it was on. */
    public int barsOn() {
        return barsOn;
    }

    /** Whether the warm-up is over. */
    public boolean isKnown() {
        return !Double.isNaN(bollinger.upper()) && !Double.isNaN(keltner.upper());
    }
}
