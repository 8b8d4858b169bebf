package io.tapelake.lake;

/** Numbers kept in 32 bits as the decimals they were before. */
public final class ShortDecimal {

    /** Every decimal of this many significant digits survives 32 bits. */
    private static final int DIGITS = 6;

    /** Powers of ten up to this one are exact. */
    private static final int EXACT_POWER = 22;

    private ShortDecimal() {}

    /** The double nearest to the shortest decimal that stands for a float; NaN and infinities stay what they are. */
    public static double of(float value) {
        if (value == 0 || Float.isNaN(value) || Float.isInfinite(value)) {
            return value;
        }
        int places = DIGITS - 1 - (int) Math.floor(Math.log10(Math.abs(value)));
        if (Math.abs(places) <= EXACT_POWER) {
            double power = Math.pow(10, Math.abs(places));
            // One division of whole numbers, both exact, gives the double that the decimal is written for.
            double rounded = places >= 0 ? Math.rint(value * power) / power : Math.rint(value / power) * power;
            if ((float) rounded == value) {
                return rounded;
            }
        }
        return Double.parseDouble(Float.toString(value));
    }
}
