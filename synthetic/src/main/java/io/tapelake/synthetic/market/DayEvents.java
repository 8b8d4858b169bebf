package io.tapelake.synthetic.market;

import java.util.List;
import java.util.Optional;

/**
 * What is planted on a symbol-day.
 *
 * @param run the run, if any
 * @param halts the pauses inside the run, in order of time
 */
record DayEvents(Optional<RunPlan> run, List<HaltPlan> halts) {
    static final DayEvents NONE = new DayEvents(Optional.empty(), List.of());

    DayEvents {
        halts = List.copyOf(halts);
    }

    boolean halted(int second) {
        for (HaltPlan halt : halts) {
            if (halt.contains(second)) {
                return true;
            }
        }
        return false;
    }

    /** Log return that the planted events leave behind at the end of the day. */
    double netLog() {
        return run.map(RunPlan::netLog).orElse(0.0);
    }
}
