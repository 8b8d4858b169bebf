package io.tapelake.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrowsTest {
    /** A qualified name in the code counts as a library only when it begins as one; the rest are chains of calls. */
    private static final List<String> TOP_LEVEL =
            List.of("com", "org", "net", "io", "javax", "jakarta", "scala", "picocli", "me", "it", "de", "sun", "jdk");

    private final Sources sources = Sources.find();

    @Test
    void mainCodeUsesOnlyWhatItsRoomMayUse() {
        List<String> problems = new ArrayList<>();
        for (String module : Rooms.modules()) {
            for (Path file : sources.java(module + "/src/main/java")) {
                check(module, file, Set.of(), problems);
            }
        }
        Problems.none("A module uses what is not below it (the table is in Rooms):", problems);
    }

    @Test
    void testsUseOnlyTheModulesThatTheirRoomIsGranted() {
        List<String> problems = new ArrayList<>();
        for (String module : Rooms.modules()) {
            for (Path file : sources.java(module + "/src/test/java")) {
                for (JavaNames.Name name : JavaNames.in(Sources.read(file))) {
                    if (Rooms.isBelow(name.name(), "io.tapelake")) {
                        ours(module, file, name, Rooms.grantedInTests(module), problems);
                    } else if (Rooms.isBelow(name.name(), "org.apache.spark")) {
                        library(module, file, name, problems);
                    }
                }
            }
        }
        Problems.none("A test uses what its module may not (the table is in Rooms):", problems);
    }

    @Test
    void everyModuleOfTheReactorIsInTheTable() {
        List<String> modules = Pom.read(sources.root().resolve("pom.xml")).modules();

        assertThat(modules).first().as("runs before all else").isEqualTo("architecture");
        List<String> expected = new ArrayList<>(Rooms.modules());
        expected.addAll(Rooms.WITHOUT_CODE);
        assertThat(modules).containsExactlyInAnyOrderElementsOf(expected);
    }

    private void check(String module, Path file, Set<String> granted, List<String> problems) {
        for (JavaNames.Name name : JavaNames.in(Sources.read(file))) {
            if (Rooms.isBelow(name.name(), "io.tapelake")) {
                ours(module, file, name, granted, problems);
            } else {
                library(module, file, name, problems);
            }
        }
    }

    private void ours(String module, Path file, JavaNames.Name name, Set<String> granted, List<String> problems) {
        Rooms.Room here = roomOf(module, file);
        Optional<Rooms.Room> there = Rooms.of(name.name());
        if (there.isEmpty()) {
            problems.add(at(file, name) + " is in no room of the table");
        } else if (!here.mayUseModule(there.get().module())
                && !granted.contains(there.get().module())) {
            problems.add(at(file, name) + ": " + module + " may use of ours only " + sorted(here.uses())
                    + (granted.isEmpty() ? "" : ", in tests also " + sorted(granted)));
        }
    }

    private void library(String module, Path file, JavaNames.Name name, List<String> problems) {
        String top = name.name().substring(0, name.name().indexOf('.'));
        if (!TOP_LEVEL.contains(top) || roomOf(module, file).mayUseLibrary(name.name())) {
            return;
        }
        List<String> rooms = Rooms.all().stream()
                .filter(room -> room.mayUseLibrary(name.name()))
                .map(Rooms.Room::packageName)
                .toList();
        problems.add(at(file, name) + ": this library may be used only in "
                + (rooms.isEmpty() ? "no module" : String.join(", ", rooms)));
    }

    private Rooms.Room roomOf(String module, Path file) {
        String path = sources.shown(file);
        String packageName = path.substring(path.indexOf("/java/") + 6, path.lastIndexOf('/'))
                .replace('/', '.');
        Optional<Rooms.Room> room =
                Rooms.of(packageName).filter(each -> each.module().equals(module));
        assertThat(room)
                .as("%s is in package %s, which is not a package of module %s", path, packageName, module)
                .isPresent();
        return room.get();
    }

    private String at(Path file, JavaNames.Name name) {
        return sources.shown(file) + ":" + name.line() + " uses " + name.name();
    }

    private static List<String> sorted(Set<String> modules) {
        return modules.stream().sorted().toList();
    }
}
