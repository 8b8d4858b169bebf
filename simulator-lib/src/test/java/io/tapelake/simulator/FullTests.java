package io.tapelake.simulator;

/** How many cases a property is tried on: few in the normal suite, all with {@code -Dtapelake.tests=full}. */
final class FullTests {
    private FullTests() {}

    static boolean on() {
        return "full".equals(System.getProperty("tapelake.tests"));
    }

    static int cases(int few, int all) {
        return on() ? all : few;
    }
}
