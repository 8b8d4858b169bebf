package io.tapelake.scanner;

import java.util.Optional;

/**
 * The schemas that a symbol-day's measures are computed from.
 *
 * @param prices schema for prices and volumes; empty when none is available
 * @param quotes schema for the spread; empty when none is available
 */
public record DaySources(Optional<SourceSchema> prices, Optional<SourceSchema> quotes) {}
