package io.tapelake.scanner.reset;

/**
 * A judgement with its components, each from 0 to 1, NaN when it could not be computed.
 *
 * @param quality the judgement; NaN when no component could be computed
 * @param movement how far the day has moved
 * @param volume volume against what is usual
 * @param trend efficiency of the last 20 minutes
 * @param thrust the last five minutes against the usual range
 * @param spread spread against the usual range
 * @param continuity minutes with trades among the last 20
 * @param missing names of components that could not be computed, joined by commas
 */
public record SetupScore(
        double quality,
        double movement,
        double volume,
        double trend,
        double thrust,
        double spread,
        double continuity,
        String missing) {}
