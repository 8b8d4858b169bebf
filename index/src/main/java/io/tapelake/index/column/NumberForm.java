package io.tapelake.index.column;

import io.tapelake.lake.LakeType;
import io.tapelake.lake.ShortDecimal;
import io.tapelake.model.Prices;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Numbers of every type as a {@code long} that has their order, the rank: whole numbers, epoch days, microseconds and price
 * nanos as they are, floating point by its bits. -0 counts as 0, and NaN, where it is a value, is above all others.
 */
public final class NumberForm {

    private static final int PRICE_SCALE = 9;
    private static final double NANOS = 1e9;

    private NumberForm() {}

    /** The rank of a floating-point value of a column. */
    static long rank(LakeType type, double value) {
        if (type == LakeType.FLOAT) {
            int bits = Float.floatToIntBits((float) value + 0f);
            return bits >= 0 ? bits : Integer.MIN_VALUE - (long) bits;
        }
        long bits = Double.doubleToLongBits(value + 0d);
        return bits >= 0 ? bits : Long.MIN_VALUE - bits;
    }

    /** The value of a rank as a double: prices in units of the currency, booleans 1 and 0. */
    public static double toDouble(LakeType type, long rank) {
        return switch (type) {
            case FLOAT -> ShortDecimal.of(toFloat(rank));
            case DOUBLE -> Double.longBitsToDouble(rank >= 0 ? rank : Long.MIN_VALUE - rank);
            case PRICE -> Prices.toDecimal(rank).doubleValue();
            default -> rank;
        };
    }

    /** The value of a rank as a double, a float not as its shortest decimal and a price by a division: for weights. */
    static double roughly(LakeType type, long rank) {
        return switch (type) {
            case FLOAT -> toFloat(rank);
            case PRICE -> rank / NANOS;
            default -> toDouble(type, rank);
        };
    }

    /** The value of a rank as an object. */
    static Object toObject(LakeType type, long rank) {
        return switch (type) {
            case INT -> Math.toIntExact(rank);
            case BIGINT -> rank;
            case BOOLEAN -> rank != 0;
            case DATE -> LocalDate.ofEpochDay(rank);
            case TIMESTAMP -> Instant.EPOCH.plus(rank, ChronoUnit.MICROS);
            case PRICE -> Prices.toDecimal(rank);
            case FLOAT, DOUBLE -> toDouble(type, rank);
            default -> throw new IllegalArgumentException(type + " is not a number");
        };
    }

    /** The smallest rank whose value is not below a bound. */
    public static long notBelow(LakeType type, BigDecimal bound) {
        return switch (type) {
            case FLOAT -> floatNotBelow(bound.doubleValue());
            case DOUBLE -> rank(type, bound.doubleValue());
            case PRICE -> whole(bound.movePointRight(PRICE_SCALE), RoundingMode.CEILING);
            default -> whole(bound, RoundingMode.CEILING);
        };
    }

    /** The largest rank whose value is not above a bound. */
    public static long notAbove(LakeType type, BigDecimal bound) {
        return switch (type) {
            case FLOAT -> floatNotAbove(bound.doubleValue());
            case DOUBLE -> rank(type, bound.doubleValue());
            case PRICE -> whole(bound.movePointRight(PRICE_SCALE), RoundingMode.FLOOR);
            default -> whole(bound, RoundingMode.FLOOR);
        };
    }

    private static float toFloat(long rank) {
        return Float.intBitsToFloat((int) (rank >= 0 ? rank : Integer.MIN_VALUE - rank));
    }

    /** A float counts as the double of its shortest decimal, so that 0.1 is not below 0.1. */
    private static long floatNotBelow(double bound) {
        float near = (float) bound;
        while (ShortDecimal.of(near) < bound) {
            near = Math.nextUp(near);
        }
        while (near > Float.NEGATIVE_INFINITY && ShortDecimal.of(Math.nextDown(near)) >= bound) {
            near = Math.nextDown(near);
        }
        return rank(LakeType.FLOAT, near);
    }

    private static long floatNotAbove(double bound) {
        float near = (float) bound;
        while (ShortDecimal.of(near) > bound) {
            near = Math.nextDown(near);
        }
        while (near < Float.POSITIVE_INFINITY && ShortDecimal.of(Math.nextUp(near)) <= bound) {
            near = Math.nextUp(near);
        }
        return rank(LakeType.FLOAT, near);
    }

    private static long whole(BigDecimal bound, RoundingMode mode) {
        BigDecimal rounded = bound.setScale(0, mode);
        BigDecimal low = BigDecimal.valueOf(Long.MIN_VALUE);
        BigDecimal high = BigDecimal.valueOf(Long.MAX_VALUE);
        return rounded.max(low).min(high).longValueExact();
    }
}
