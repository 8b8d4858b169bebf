package io.tapelake.scanner.reset;

import io.tapelake.scanner.Extension;
import io.tapelake.scanner.event.MinuteView;
import java.util.List;

/**
 * Judges a moment as the start of an episode, from what is known then. Chosen by name in the configuration: {@code weighted},
 * or the full name of a class with a public constructor without parameters. Implementations keep no state.
 */
public interface SetupScorer {
    /**
     * The judgement at the end of the last minute.
     *
     * @param view everything known now
     * @param bucket the part of the day
     */
    SetupScore score(MinuteView view, TimeBucket bucket);

    /**
     * The scorer of a name.
     *
     * @throws IllegalArgumentException when there is none, with what is allowed
     */
    static SetupScorer named(String name) {
        return name.equals("weighted")
                ? new WeightedSetupScorer()
                : Extension.load(SetupScorer.class, "setup scorer", name, List.of("weighted"));
    }
}
