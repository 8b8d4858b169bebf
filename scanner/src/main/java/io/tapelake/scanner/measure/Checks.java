package io.tapelake.scanner.measure;

/** Checks of settings, each returning what it checked. */
final class Checks {
    private Checks() {}

    static int periods(int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("periods=" + periods + ", must be at least 1");
        }
        return periods;
    }

    static double positive(String name, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException(name + "=" + value + ", must be above 0 and finite");
        }
        return value;
    }

    static double share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + "=" + value + ", must lie in 0 to 1");
        }
        return value;
    }

    static void sameLength(String first, int firstLength, String second, int secondLength) {
        if (firstLength != secondLength) {
            throw new IllegalArgumentException(first + " has " + firstLength + " values and " + second + " has "
                    + secondLength + "; they must be as many");
        }
    }
}
