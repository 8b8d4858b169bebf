package io.tapelake.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * An exact sum of products of {@code long}s in 128 bits: price times size, added up over a day, without rounding.
 * Mutable, not thread-safe.
 */
public final class ExactSum {
    private long high;
    private long low;

    /**
     * Adds {@code a * b}.
     *
     * @throws ArithmeticException when the sum leaves 128 bits, which takes over a billion largest products
     */
    public void addProduct(long a, long b) {
        long productLow = a * b;
        long productHigh = Math.multiplyHigh(a, b);
        long newLow = low + productLow;
        long carry = Long.compareUnsigned(newLow, low) < 0 ? 1 : 0;
        long newHigh = high + productHigh + carry;
        // Signed overflow: both operands on one side of zero, the result on the other.
        if (((high ^ newHigh) & (productHigh ^ newHigh)) < 0) {
            throw new ArithmeticException("sum of products exceeds 128 bits at " + a + " * " + b);
        }
        high = newHigh;
        low = newLow;
    }

    /** Adds a value. */
    public void add(long value) {
        addProduct(value, 1);
    }

    /** The sum. */
    public BigInteger value() {
        return BigInteger.valueOf(high)
                .shiftLeft(64)
                .add(BigInteger.valueOf(low >>> 1).shiftLeft(1))
                .add(BigInteger.valueOf(low & 1));
    }

    /**
     * The sum divided by a positive divisor, rounded half up (away from zero).
     *
     * @throws ArithmeticException when the divisor is not positive or the quotient does not fit a {@code long}
     */
    public long dividedBy(long divisor) {
        return dividedBy(BigInteger.valueOf(divisor));
    }

    /** As {@link #dividedBy(long)}, for a divisor that may exceed a {@code long}. */
    public long dividedBy(BigInteger divisor) {
        if (divisor.signum() <= 0) {
            throw new ArithmeticException("divisor must be positive but is " + divisor);
        }
        return new BigDecimal(value())
                .divide(new BigDecimal(divisor), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The sum as the nearest double. */
    public double doubleValue() {
        return value().doubleValue();
    }
}
