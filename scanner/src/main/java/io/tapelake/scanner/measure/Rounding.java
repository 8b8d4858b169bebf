package io.tapelake.scanner.measure;

/** Rounding of ratios, so that tables compress and equal values look equal. */
public final class Rounding {
    private Rounding() {}

    /** Six significant digits; NaN, infinities and 0 stay as they are. */
    public static double six(double value) {
        return significant(value, 6);
    }

    /** Four significant digits; NaN, infinities and 0 stay as they are. */
    public static double four(double value) {
        return significant(value, 4);
    }

    /** Two significant digits; NaN, infinities and 0 stay as they are. */
    public static double two(double value) {
        return significant(value, 2);
    }

    private static double significant(double value, int digits) {
        if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
            return value;
        }
        int magnitude = (int) Math.floor(Math.log10(Math.abs(value)));
        int places = digits - 1 - magnitude;
        if (places > 300 || places < -300) {
            return value;
        }
        double power = Math.pow(10, Math.abs(places));
        // Multiply or divide by a whole power of ten, which is exact up to 1e22, never by its reciprocal.
        return places >= 0 ? Math.rint(value * power) / power : Math.rint(value / power) * power;
    }
}
