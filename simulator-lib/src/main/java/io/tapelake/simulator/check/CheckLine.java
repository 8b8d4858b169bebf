package io.tapelake.simulator.check;

/**
 * What was compared, and how it went.
 *
 * @param what in words
 * @param compared how many values
 * @param different how many of them differ
 * @param first the first difference in words; empty when there is none
 */
public record CheckLine(String what, long compared, long different, String first) {}
