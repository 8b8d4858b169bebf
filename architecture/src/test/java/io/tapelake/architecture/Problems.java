package io.tapelake.architecture;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.stream.Collectors;

/** Ends a test with one readable line per problem. */
final class Problems {
    private Problems() {}

    static void none(String rule, List<String> problems) {
        if (!problems.isEmpty()) {
            fail(rule + problems.stream().distinct().collect(Collectors.joining("\n  ", "\n  ", "\n")));
        }
    }
}
