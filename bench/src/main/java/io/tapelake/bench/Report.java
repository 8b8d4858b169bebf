package io.tapelake.bench;

/** Takes the figures of a bench. */
@FunctionalInterface
public interface Report {
    /** Takes one figure. */
    void add(Figure figure);
}
