package io.tapelake.scanner.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapelake.model.Halt;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MinuteViewTest {
    /** Questions about the clock and the calendar, which is known before the day. */
    private static final Set<String> OF_THE_CALENDAR = Set.of("startNs", "isRegular");

    private static MinuteView viewAt(int minute) {
        return MinuteView.at(HandDay.ofMinutes().flat("09:30", 60, 10, 500).grid(), minute);
    }

    /** Every question with a minute in it, those yet to be written too. */
    @Test
    void refusesEveryMinuteAfterNow() throws ReflectiveOperationException {
        int now = 350;
        List<Method> questions = Arrays.stream(MinuteView.class.getDeclaredMethods())
                .filter(m -> Modifier.isPublic(m.getModifiers()) && !OF_THE_CALENDAR.contains(m.getName()))
                .filter(m -> m.getParameterCount() > 0 && !m.getName().equals("maxVolumeZ"))
                .toList();
        assertThat(questions).hasSizeGreaterThan(15);
        for (Method question : questions) {
            Object[] known = new Object[question.getParameterCount()];
            Arrays.fill(known, now);
            question.invoke(viewAt(now), known);
            Object[] later = known.clone();
            later[later.length - 1] = now + 1;
            assertThat(refusal(question, later)).as(question.toString()).contains("minute 351 is not known yet");
        }
    }

    private static String refusal(Method question, Object[] arguments) throws IllegalAccessException {
        try {
            return "answered " + question.invoke(viewAt(350), arguments);
        } catch (InvocationTargetException e) {
            return e.getCause().getMessage();
        }
    }

    @Test
    void thereIsNoMinuteBeforeTheFirst() {
        assertThatIllegalArgumentException().isThrownBy(() -> viewAt(350).close(-1));
    }

    @Test
    void theDaysFirstPriceIsNotKnownBeforeIt() {
        assertThat(viewAt(329).firstPrice()).isNaN();
        assertThat(viewAt(330).firstPrice()).isEqualTo(10);
    }

    @Test
    void aHaltLooksEndlessUntilItIsOver() {
        HandDay day = HandDay.ofMinutes().flat("09:30", 30, 10, 500).halt("09:40", "09:45", Halt.Evidence.STATUS);
        MinuteGrid grid = day.grid();
        int halted = grid.minuteAt(day.at("09:42"));
        assertThat(MinuteView.at(grid, halted - 3).halts()).isEmpty();
        assertThat(MinuteView.at(grid, halted).halts())
                .extracting(Halt::resumed)
                .containsExactly(false);
        assertThat(MinuteView.at(grid, halted).isHalted()).isTrue();
        assertThat(MinuteView.at(grid, halted + 3).halts())
                .extracting(Halt::resumed)
                .containsExactly(true);
        assertThat(MinuteView.at(grid, halted + 3).isHalted()).isFalse();
    }

    @Test
    void anInferredHaltIsKnownOnlyWhenItIsOver() {
        HandDay day = HandDay.ofMinutes().flat("09:30", 30, 10, 500).halt("09:40", "09:45", Halt.Evidence.TRADE_GAP);
        MinuteGrid grid = day.grid();
        int halted = grid.minuteAt(day.at("09:42"));
        assertThat(MinuteView.at(grid, halted).halts()).isEmpty();
        assertThat(MinuteView.at(grid, halted).isHalted()).isFalse();
        assertThat(MinuteView.at(grid, halted + 3).halts()).hasSize(1);
    }

    @Test
    void itCannotBeKnownWhetherBarsWereHaltedBeforeStatusSpoke() {
        HandDay day = HandDay.ofMinutes().flat("09:30", 30, 10, 500);
        day.haltsKnownFrom(day.at("09:40:30"));
        MinuteGrid grid = day.grid();
        int minute = grid.minuteAt(day.at("09:40"));
        assertThat(MinuteView.at(grid, minute - 1).knowsHalts()).isFalse();
        assertThat(MinuteView.at(grid, minute).knowsHalts()).isTrue();
    }
}
