package io.tapelake.simulator.check;

import io.tapelake.model.NewYork;

/** Counts comparisons and remembers the first difference. Not thread-safe. */
final class Comparison {
    private final String what;
    private long compared;
    private long different;
    private String first = "";

    Comparison(String what) {
        this.what = what;
    }

    void same(long ns, String value, long expected, long actual) {
        compared++;
        if (expected != actual) {
            different(ns, value + " is " + actual + ", the lake has " + expected);
        }
    }

    void close(long ns, String value, double expected, double actual, double within) {
        compared++;
        boolean same = Double.isNaN(expected) ? Double.isNaN(actual) : Math.abs(expected - actual) <= within;
        if (!same) {
            different(ns, value + " is " + actual + ", the lake has " + expected);
        }
    }

    void different(long ns, String words) {
        different++;
        if (first.isEmpty()) {
            first = NewYork.at(ns) + ": " + words;
        }
    }

    CheckLine line() {
        return new CheckLine(what, compared, different, first);
    }
}
