package io.tapelake.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What may stand at one place of the configuration, read off the record types.
 *
 * @param shape the kind of value
 * @param children keys of a section, or one nameless element of a list
 * @param words the words of a {@link Shape#WORD}
 */
record KeyNode(Shape shape, Map<String, KeyNode> children, List<String> words) {

    enum Shape {
        SECTION("a section { ... }"),
        MAP("a section { ... }"),
        LIST("a list, such as [a, b]"),
        INT("a whole number"),
        LONG("a whole number"),
        DOUBLE("a number"),
        BOOLEAN("true or false"),
        WORD("one of"),
        TEXT("a text");

        private final String allowed;

        Shape(String allowed) {
            this.allowed = allowed;
        }
    }

    /** The keys of a record type, named with hyphens. */
    static KeyNode section(Class<?> type) {
        Map<String, KeyNode> children = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            children.put(kebab(component.getName()), of(component.getGenericType()));
        }
        return new KeyNode(Shape.SECTION, children, List.of());
    }

    String allowed() {
        return shape == Shape.WORD ? "one of " + words : shape.allowed;
    }

    KeyNode element() {
        return children.get("");
    }

    /** {@code targetFileMb} as it is written in a file: {@code target-file-mb}. */
    static String kebab(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    private static KeyNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            boolean map = generic.getRawType() == Map.class;
            Type element = generic.getActualTypeArguments()[map ? 1 : 0];
            return new KeyNode(map ? Shape.MAP : Shape.LIST, Map.of("", of(element)), List.of());
        }
        Class<?> leaf = (Class<?>) type;
        if (leaf.isRecord()) {
            return section(leaf);
        }
        if (leaf.isEnum()) {
            List<String> words = Arrays.stream(leaf.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .toList();
            return new KeyNode(Shape.WORD, Map.of(), words);
        }
        return new KeyNode(shapeOf(leaf), Map.of(), List.of());
    }

    private static Shape shapeOf(Class<?> leaf) {
        if (leaf == Integer.class) {
            return Shape.INT;
        }
        if (leaf == Long.class) {
            return Shape.LONG;
        }
        if (leaf == Double.class) {
            return Shape.DOUBLE;
        }
        if (leaf == Boolean.class) {
            return Shape.BOOLEAN;
        }
        if (leaf == String.class) {
            return Shape.TEXT;
        }
        throw new IllegalStateException("no configuration value can be of type " + leaf.getName()
                + "; allowed: boxed numbers, Boolean, String, enums, records, List and Map of these");
    }
}
