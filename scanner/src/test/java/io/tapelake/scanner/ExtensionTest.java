package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapelake.scanner.event.Detector;
import io.tapelake.scanner.event.Detectors;
import io.tapelake.scanner.event.EventSink;
import io.tapelake.scanner.event.MinuteView;
import io.tapelake.scanner.reset.SetupScore;
import io.tapelake.scanner.reset.SetupScorer;
import io.tapelake.scanner.reset.TimeBucket;
import io.tapelake.scanner.score.DayMeasures;
import io.tapelake.scanner.score.DayScorer;
import io.tapelake.scanner.score.ScorePart;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExtensionTest {
    /** A detector of somebody else. */
    public static final class Silent implements Detector {
        @Override
        public String name() {
            return "silent";
        }

        @Override
        public void minute(MinuteView view, EventSink sink) {}
    }

    /** A scorer of somebody else. */
    public static final class Always implements SetupScorer, DayScorer {
        @Override
        public SetupScore score(MinuteView view, TimeBucket bucket) {
            return new SetupScore(1, 1, 1, 1, 1, 1, 1, "");
        }

        @Override
        public List<ScorePart> parts(DayMeasures measures) {
            return List.of(new ScorePart("always", 1, 1, 1));
        }
    }

    @Test
    void aClassIsNamedByItsFullName() {
        assertThat(Detectors.of(List.of("surge", Silent.class.getName())))
                .extracting(Detector::name)
                .containsExactly("surge", "silent");
        assertThat(SetupScorer.named(Always.class.getName())).isInstanceOf(Always.class);
        assertThat(DayScorer.named(Always.class.getName())).isInstanceOf(Always.class);
    }

    @Test
    void everyBuiltInNameIsTheNameOfItsDetector() {
        assertThat(Detectors.of(Detectors.NAMES)).extracting(Detector::name).isEqualTo(Detectors.NAMES);
    }

    @Test
    void aWrongNameSaysWhatIsAllowed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Detectors.of(List.of("surgee")))
                .withMessageContaining("no detector is called 'surgee'")
                .withMessageContaining("surge, halt")
                .withMessageContaining(Detector.class.getName());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DayScorer.named("java.lang.String"))
                .withMessageContaining("no scorer is called 'java.lang.String'");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SetupScorer.named(Silent.class.getName()))
                .withMessageContaining("allowed: weighted");
    }
}
