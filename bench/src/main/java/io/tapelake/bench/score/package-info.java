/**
 * Whether the judgement of a reset point says something about what comes next. Begin with {@link
 * io.tapelake.bench.score.ScoreBench}; {@code docs/setup-quality.md} has the method and the results.
 */
package io.tapelake.bench.score;
