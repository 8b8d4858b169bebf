package io.tapelake.scanner.score;

/**
 * One component of a score, as an explanation shows it.
 *
 * @param name its name
 * @param value what was measured; NaN when it could not be
 * @param score what that is worth, from 0 to 1; NaN likewise
 * @param weight its share of the sum, after the weights of missing components were spread over the others
 */
public record ScorePart(String name, double value, double score, double weight) {}
