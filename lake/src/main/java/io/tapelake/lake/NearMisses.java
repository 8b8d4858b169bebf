package io.tapelake.lake;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds the names somebody may have meant. */
public final class NearMisses {

    private static final int OFFERED = 3;

    private NearMisses() {}

    /** "Did you mean ...?" with up to three near names, else "Allowed: ..." with all of them. */
    public static String hint(String asked, Collection<String> allowed) {
        List<String> near = of(asked, allowed);
        return near.isEmpty()
                ? "Allowed: " + String.join(", ", allowed) + "."
                : "Did you mean " + String.join(" or ", near) + "?";
    }

    /** The names near to the one asked for, nearest first; empty when nothing is near. */
    public static List<String> of(String asked, Collection<String> allowed) {
        String wanted = asked.toLowerCase(java.util.Locale.ROOT).replace('-', '_');
        int limit = Math.max(1, wanted.length() / 3);
        return allowed.stream()
                .filter(name -> distance(wanted, name) <= limit
                        || (wanted.length() >= 3 && (name.contains(wanted) || wanted.contains(name))))
                .sorted(Comparator.<String>comparingInt(name -> distance(wanted, name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(OFFERED)
                .toList();
    }

    /** Levenshtein distance. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
