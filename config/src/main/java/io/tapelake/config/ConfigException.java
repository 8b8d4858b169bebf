package io.tapelake.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration cannot be used. The message has one line per problem, each naming source, key and value. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ConfigProblem> problems;

    ConfigException(List<ConfigProblem> problems) {
        super(problems.stream().map(ConfigProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** Every problem found, in the order of their sources. */
    public List<ConfigProblem> problems() {
        return problems;
    }
}
