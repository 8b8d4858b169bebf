package io.tapelake.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PomsTest {
    private static final String OURS = "io.tapelake";

    private final Sources sources = Sources.find();

    private List<Pom.Dependency> dependencies(String module) {
        return Pom.read(sources.root().resolve(module).resolve("pom.xml")).dependencies();
    }

    @Test
    void modulesDependOnlyOnTheModulesTheyMayUse() {
        List<String> problems = new ArrayList<>();
        for (String module : Rooms.modules()) {
            Set<String> allowed = Rooms.all().stream()
                    .filter(room -> room.module().equals(module))
                    .flatMap(room -> room.uses().stream())
                    .collect(Collectors.toCollection(HashSet::new));
            for (Pom.Dependency each : dependencies(module)) {
                String other = each.artifactId().replaceFirst("^tapelake-", "");
                boolean granted = each.scope().equals("test")
                        && Rooms.grantedInTests(module).contains(other);
                if (each.groupId().equals(OURS)
                        && !Rooms.WITHOUT_CODE.contains(other)
                        && !allowed.contains(other)
                        && !granted) {
                    problems.add(module + "/pom.xml depends on " + other + " (" + each.scope() + "); it may use "
                            + allowed.stream().sorted().toList());
                }
            }
        }
        Problems.none("A pom depends on what is not below its module (the table is in Rooms):", problems);
    }

    @Test
    void sparkIsProvidedNeverPackaged() {
        for (String module : Rooms.modules()) {
            for (Pom.Dependency each : dependencies(module)) {
                if (each.groupId().equals("org.apache.spark")
                        || each.artifactId().startsWith("delta-spark")) {
                    assertThat(each.scope())
                            .as("%s/pom.xml: scope of %s", module, each.artifactId())
                            .isIn("provided", "test");
                }
            }
        }
    }

    @Test
    void theCodecCanBeAdoptedWithTwoLibraries() {
        assertThat(dependencies("databento"))
                .filteredOn(each -> !each.scope().equals("test"))
                .extracting(Pom.Dependency::artifactId)
                .containsExactlyInAnyOrder("zstd-jni", "slf4j-api");
    }

    @Test
    void theModelDependsOnNothing() {
        assertThat(dependencies("model"))
                .filteredOn(each -> !each.scope().equals("test"))
                .isEmpty();
    }
}
