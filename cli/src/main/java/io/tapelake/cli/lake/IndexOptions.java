package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.index.Filter;
import io.tapelake.lake.LakeTable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that choose rows of the index: dates, symbols, and bounds of any number. */
final class IndexOptions {

    @Option(names = "--from", paramLabel = "DATE", description = "First trade date, such as 2025-11-14.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DATE", description = "Last trade date.")
    private LocalDate to;

    @Option(names = "--symbol", paramLabel = "S", split = ",", description = "Only this symbol, or one of these.")
    private List<String> symbols;

    @Option(names = "--dataset", paramLabel = "D", description = "Only this dataset.")
    private String dataset;

    @Option(
            names = "--min",
            paramLabel = "COLUMN=N",
            split = ",",
            description = "Only rows whose number in a column is not below N, such as rvol=3. May be given again.")
    private List<String> least;

    @Option(
            names = "--max",
            paramLabel = "COLUMN=N",
            split = ",",
            description = "Only rows whose number in a column is not above N. May be given again.")
    private List<String> most;

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "N rows drawn by their stored weights instead of the first ones.")
    private Integer sample;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of --sample; the same draws the same rows (default: ${DEFAULT-VALUE}).")
    private long seed;

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    /** How many rows to draw; null for none. */
    Integer sample() {
        return sample;
    }

    long seed() {
        return seed;
    }

    /** What rows of a table must be like. */
    List<Filter> filters(LakeTable table) {
        List<Filter> filters = new ArrayList<>();
        if (symbols != null) {
            filters.add(Filter.in("symbol", symbols));
        }
        if (dataset != null) {
            filters.add(Filter.in("dataset", dataset));
        }
        bounds("--min", least, table)
                .forEach(bound -> filters.add(Filter.between(bound.column(), bound.number(), null)));
        bounds("--max", most, table)
                .forEach(bound -> filters.add(Filter.between(bound.column(), null, bound.number())));
        return filters;
    }

    private record Bound(String column, BigDecimal number) {}

    private static List<Bound> bounds(String option, List<String> given, LakeTable table) {
        List<Bound> bounds = new ArrayList<>();
        for (String text : given == null ? List.<String>of() : given) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                throw CommandException.usage(option + " '" + text + "' must be COLUMN=NUMBER, such as rvol=3");
            }
            String column = table.column(text.substring(0, equals).strip()).name();
            try {
                bounds.add(new Bound(
                        column, new BigDecimal(text.substring(equals + 1).strip())));
            } catch (NumberFormatException e) {
                throw CommandException.usage(
                        option + " '" + text + "': '" + text.substring(equals + 1) + "' is not a number");
            }
        }
        return bounds;
    }
}
