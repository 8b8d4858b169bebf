package io.tapelake.cli.state;

/**
 * One value of the market at an instant.
 *
 * @param name its name
 * @param value its value: a text, a Long, a Double, a BigDecimal, or null when there is none
 * @param unit its unit; empty where there is none
 * @param ageNs how long it has been as it is, nanoseconds; negative when that is not known or does not matter
 * @param source the record it came from; empty when it was not asked for or is made of many
 */
public record StateLine(String name, Object value, String unit, long ageNs, String source) {}
