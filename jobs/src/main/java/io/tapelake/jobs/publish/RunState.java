package io.tapelake.jobs.publish;

import java.util.Set;

/**
 * How far a run is. What is durable at each state, and so what a process killed in it leaves behind:
 *
 * <ul>
 *   <li>{@link #BEGUN}: the lease is held, and every table has the content of the run to start from.
 *   <li>{@link #WRITING}: some tables have versions that no run names. Nobody reads them; the next run undoes them.
 *   <li>{@link #PUBLISHED}: the row in {@code runs} is there, and with it everything it names.
 *   <li>{@link #ABANDONED}: ended without a row; what was written is as if it had been killed in {@link #WRITING}.
 * </ul>
 */
enum RunState {
    BEGUN,
    WRITING,
    PUBLISHED,
    ABANDONED;

    private Set<RunState> followers() {
        return switch (this) {
            case BEGUN -> Set.of(WRITING, ABANDONED);
            case WRITING -> Set.of(WRITING, PUBLISHED, ABANDONED);
            case PUBLISHED, ABANDONED -> Set.of();
        };
    }

    /** True if a run in this state may still write, publish or be abandoned. */
    boolean isOpen() {
        return !followers().isEmpty();
    }

    /**
     * The next state.
     *
     * @throws IllegalStateException if a run cannot get there from here
     */
    RunState to(RunState next) {
        if (!followers().contains(next)) {
            throw new IllegalStateException("a run that is " + this + " cannot become " + next + "; allowed: "
                    + (followers().isEmpty() ? "nothing, it has ended" : followers()));
        }
        return next;
    }
}
