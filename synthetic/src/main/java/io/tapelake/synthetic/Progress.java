package io.tapelake.synthetic;

/** Hears how far long work has come. Called from one thread at a time. */
@FunctionalInterface
public interface Progress {
    /** Listens to nothing. */
    Progress NONE = (done, total) -> {};

    /**
     * Some work is done.
     *
     * @param done units done so far, never falling
     * @param total units in all
     */
    void at(long done, long total);
}
