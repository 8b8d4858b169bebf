package io.tapelake.bench;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * One measured value, beside the same work done by a peer in the same run where there is one.
 *
 * @param name what was measured, such as {@code decode.ohlcv-1s.zst}
 * @param value the measured value
 * @param unit its unit, such as {@code MB/s}
 * @param peer what the peer reached, in the same unit
 */
public record Figure(String name, double value, String unit, OptionalDouble peer) {
    /** A value without a peer. */
    public static Figure of(String name, double value, String unit) {
        return new Figure(name, value, unit, OptionalDouble.empty());
    }

    /** A value beside its peer's. */
    public static Figure of(String name, double value, String unit, double peer) {
        return new Figure(name, value, unit, OptionalDouble.of(peer));
    }

    /** Value divided by the peer's: above 1 is better for a rate, below 1 for a duration or a size. */
    public OptionalDouble ratio() {
        return peer.isPresent() ? OptionalDouble.of(value / peer.getAsDouble()) : OptionalDouble.empty();
    }

    /** {@code name<TAB>value<TAB>unit<TAB>peer value<TAB>ratio}; the last two empty without a peer. */
    String line() {
        return String.join("\t", name, number(value), unit, optional(peer), optional(ratio()));
    }

    private static String optional(OptionalDouble number) {
        return number.isPresent() ? number(number.getAsDouble()) : "";
    }

    /** Four digits that count; whole numbers from 1,000 on. */
    private static String number(double value) {
        if (value == Math.rint(value) || Math.abs(value) >= 1000) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        int decimals = 3 - (int) Math.floor(Math.log10(Math.abs(value)));
        return String.format(Locale.ROOT, "%." + Math.min(decimals, 12) + "f", value);
    }
}
