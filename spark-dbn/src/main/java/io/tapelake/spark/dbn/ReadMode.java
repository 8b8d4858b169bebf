package io.tapelake.spark.dbn;

/** What happens to a value that has no place in its column. */
enum ReadMode {
    /** The query fails and says which record of which file. */
    FAILFAST,
    /** The value is null and {@code _problem} says why. */
    PERMISSIVE
}
