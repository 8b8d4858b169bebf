package io.tapelake.index;

/**
 * Some rows drawn without putting back.
 *
 * @param count how many at most
 * @param seed the same seed draws the same rows of a run, and keeps most of them when the run has others too
 * @param weightColumn a row is drawn in proportion to this number; null for equal chances. A row without it, or with 0 or less,
 *     is never drawn.
 * @param inverse in proportion to 1 / number
 */
record Sample(int count, long seed, String weightColumn, boolean inverse) {}
