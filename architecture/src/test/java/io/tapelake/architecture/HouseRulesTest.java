package io.tapelake.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rules about files that a reader could check, but would tire of. */
class HouseRulesTest {
    private static final int MOST_LINES = 400;
    private static final Set<String> TEXT = Set.of(
            "java", "xml", "md", "conf", "properties", "options", "html", "json", "csv", "yml", "yaml", "txt", "py");

    private static final Pattern LINK = Pattern.compile("\\{@link(plain)?\\s");

    private final Sources sources = Sources.find();

    @Test
    void everyPackageSaysWhichTypeToBeginWith() {
        List<String> problems = new ArrayList<>();
        for (String module : Rooms.modules()) {
            for (Path file : sources.java(module + "/src/main/java")) {
                Path info = file.resolveSibling("package-info.java");
                if (!Files.exists(info)) {
                    problems.add(sources.shown(file.getParent()) + " has no package-info.java");
                } else if (!LINK.matcher(Sources.read(info)).find()) {
                    problems.add(sources.shown(info) + " links no type to begin with");
                }
            }
        }
        Problems.none("Every package says which type to begin with:", problems);
    }

    @Test
    void noSourceIsLongerThanOneSubject() {
        List<String> problems = new ArrayList<>();
        for (Path file : sources.java("")) {
            long lines = Sources.read(file).lines().count();
            if (lines > MOST_LINES) {
                problems.add(sources.shown(file) + " has " + lines + " lines; at most " + MOST_LINES
                        + ": what is its second subject?");
            }
        }
        Problems.none("A source has one subject:", problems);
    }

    @Test
    void noFileNamesAMachineOrItsRegistry() {
        // Written in pieces, so that this file is not found itself.
        Problems.none(
                "No path of a machine, no registry host:",
                matches("(?<![\\w.$}])/(root|work|Users|var/folders)/\\w" + "|(?<![\\w.$}])/home/(?!ann\\b)\\w"
                        + "|C:\\\\+Users|repo1?\\.maven" + "\\.(apache\\.)?org|registry\\.npmjs" + "|pypi\\.org"));
    }

    @Test
    void nothingIsMarkedUnfinished() {
        Problems.none(
                "Nothing is marked unfinished:",
                matches("\\b(TO" + "DO|FIX" + "ME|X" + "XX|HA" + "CK)\\b|@Dis" + "abled"));
    }

    /** Libraries take a clock and a seed; only programs read the machine's. */
    @Test
    void timeAndRandomnessAreHandedIn() {
        Pattern hidden = Pattern.compile("\\b(Instant|LocalDate|LocalDateTime|ZonedDateTime)\\.now\\(\\)"
                + "|System\\.currentTimeMillis\\(|Math\\.random\\(|new Random\\(\\)|new SplittableRandom\\(\\)"
                + "|ThreadLocalRandom");
        List<String> problems = new ArrayList<>();
        for (String module : Rooms.modules()) {
            if (Set.of("cli", "bench").contains(module)) {
                continue;
            }
            for (Path file : sources.java(module + "/src/main/java")) {
                find(hidden, file, JavaNames.codeOf(Sources.read(file)), problems);
            }
        }
        Problems.none("Time and randomness are handed in:", problems);
    }

    private List<String> matches(String pattern) {
        List<String> found = new ArrayList<>();
        for (Path file : sources.files("")) {
            if (isText(file)) {
                find(Pattern.compile(pattern), file, Sources.read(file), found);
            }
        }
        return found;
    }

    private void find(Pattern pattern, Path file, String text, List<String> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            long line = text.substring(0, matcher.start()).lines().count();
            found.add(sources.shown(file) + " near line " + Math.max(1, line) + ": " + matcher.group());
        }
    }

    private boolean isText(Path file) {
        String name = file.getFileName().toString();
        return TEXT.contains(name.substring(name.lastIndexOf('.') + 1))
                || sources.shown(file).matches("(bin|\\.ci)/.*");
    }
}
