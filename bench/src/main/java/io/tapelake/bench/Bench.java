package io.tapelake.bench;

/** One thing that {@code bin/bench NAME} measures. A new one is added to {@code Benches}. */
public interface Bench {
    /** The word on the command line, such as {@code decode}. */
    String name();

    /** One line for {@code bin/bench --list}: what is measured, against which peer, on what input. */
    String measures();

    /**
     * Measures, and hands each figure to the report as soon as it is known.
     *
     * @throws Exception when it cannot be measured; the figures so far stay
     */
    void run(BenchContext context, Report report) throws Exception;
}
