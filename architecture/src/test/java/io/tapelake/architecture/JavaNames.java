package io.tapelake.architecture;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The qualified names in a Java source: imports, and names written out in the code. Comments and texts do not count,
 * so that documentation may speak of anything.
 */
final class JavaNames {
    private static final Pattern COMMENT_OR_TEXT = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
            Pattern.DOTALL);

    /** At least three parts, the first two in lower case: a package and something in it. */
    private static final Pattern QUALIFIED =
            Pattern.compile("(?<![\\w.$])(?!this\\.|super\\.)([a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*\\.[\\w.]*\\w)");

    private static final Pattern TWO_PARTS = Pattern.compile("^import (?:static )?([a-z][\\w]*\\.[\\w.]*\\w)");

    /** A name and the line it stands in, from 1. */
    record Name(String name, int line) {}

    private JavaNames() {}

    static List<Name> in(String source) {
        List<Name> names = new ArrayList<>();
        String[] lines = codeOf(source).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("package ")) {
                continue;
            }
            Matcher matcher = (lines[i].startsWith("import ") ? TWO_PARTS : QUALIFIED).matcher(lines[i]);
            while (matcher.find()) {
                names.add(new Name(matcher.group(1), i + 1));
            }
        }
        return names;
    }

    /** The source with comments and texts blanked out; lines keep their numbers. */
    static String codeOf(String source) {
        return COMMENT_OR_TEXT.matcher(source).replaceAll(match -> match.group().replaceAll("[^\\n]", " "));
    }
}
