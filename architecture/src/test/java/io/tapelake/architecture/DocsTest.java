package io.tapelake.architecture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Documents go stale where they name files and types; these are compared with what there is. */
class DocsTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#\\s]+)(#[^)]*)?\\)");

    /** A row of the README's table: what, module, types to begin with. */
    private static final Pattern WHERE = Pattern.compile("^\\|[^|]+\\| `([a-z-]+)` \\|([^|]+)\\|$");

    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)`");

    private final Sources sources = Sources.find();

    @Test
    void linksBetweenDocumentsLeadSomewhere() {
        List<String> problems = new ArrayList<>();
        for (Path file : sources.files("")) {
            if (!file.toString().endsWith(".md")) {
                continue;
            }
            Matcher link = LINK.matcher(Sources.read(file));
            while (link.find()) {
                String target = link.group(1);
                if (!target.contains("://") && !Files.exists(file.resolveSibling(target))) {
                    problems.add(sources.shown(file) + " links to " + target);
                }
            }
        }
        Problems.none("Links between documents lead somewhere:", problems);
    }

    @Test
    void theTypesToBeginWithAreInTheirModules() {
        List<String> problems = new ArrayList<>();
        for (String line :
                Sources.read(sources.root().resolve("README.md")).lines().toList()) {
            Matcher row = WHERE.matcher(line);
            if (row.matches()) {
                Matcher type = TYPE.matcher(row.group(2));
                while (type.find()) {
                    if (!isIn(row.group(1), type.group(1))) {
                        problems.add("README.md: there is no " + type.group(1) + " in " + row.group(1));
                    }
                }
            }
        }
        Problems.none("The README's table names types that exist:", problems);
    }

    private boolean isIn(String module, String type) {
        return sources.java(module).stream()
                .anyMatch(file -> file.getFileName().toString().equals(type + ".java"));
    }
}
