package io.tapelake.scanner;

import java.util.List;

/** Makes parts that the configuration names by their class. */
public final class Extension {
    private Extension() {}

    /**
     * A new object of a class with a public constructor without parameters.
     *
     * @param type what it has to be
     * @param what the word for it in messages
     * @param className full name of the class
     * @param builtIn names that need no class
     * @throws IllegalArgumentException when there is no such class or it is something else; says what is allowed
     */
    public static <T> T load(Class<T> type, String what, String className, List<String> builtIn) {
        try {
            return Class.forName(className).asSubclass(type).getConstructor().newInstance();
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new IllegalArgumentException(
                    "no " + what + " is called '" + className + "'; allowed: " + String.join(", ", builtIn)
                            + ", or the full name of a class that implements " + type.getName()
                            + " and has a public constructor without parameters",
                    e);
        }
    }
}
