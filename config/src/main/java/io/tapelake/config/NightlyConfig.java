package io.tapelake.config;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import org.hibernate.validator.constraints.Range;
import org.hibernate.validator.constraints.UniqueElements;

/**
 * Section {@code nightly}.
 *
 * @param input files and folders that are taken in when a command names none
 * @param metricsFile where metrics are written; empty for nowhere
 * @param expected what every trading day has to bring, each as {@code DATASET/SCHEMA}
 * @param deadline when it has to be there, on the calendar day after the trade date; {@code HH:MM}, New York time
 * @param lookBackDays how many of the last due trading days are looked at
 */
public record NightlyConfig(
        @NotNull @UniqueElements List<@NotBlank String> input,
        @NotNull String metricsFile,
        @NotNull @UniqueElements
                List<
                                @NotNull @Pattern(
                                        regexp = "[A-Z0-9]+(\\.[A-Z0-9]+)+/[a-z0-9-]+",
                                        message = "must be DATASET/SCHEMA, such as EQUS.MINI/ohlcv-1m")
                                String>
                        expected,
        @NotNull @Pattern(regexp = "([01]\\d|2[0-3]):[0-5]\\d", message = "must be HH:MM, 00:00 to 23:59")
                String deadline,
        @NotNull @Range(min = 1, max = 250) Integer lookBackDays) {

    /** Keeps the lists unmodifiable. */
    public NightlyConfig {
        input = Copies.list(input);
        expected = Copies.list(expected);
    }
}
