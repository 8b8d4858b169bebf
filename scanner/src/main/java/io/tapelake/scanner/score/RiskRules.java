package io.tapelake.scanner.score;

import io.tapelake.model.Prices;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.event.ScanEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The ways in which a day takes back at least 70% of its run. The first that holds is the reason. */
final class RiskRules {
    static final double TAKEN_BACK_MIN = 0.7;
    private static final double RUN_MIN = 0.10;
    private static final double FLUSH_MIN = 0.15;
    private static final double GAP_MIN = 0.10;
    private static final double HALT_GAP_MIN = 0.03;
    private static final int FLUSH_MINUTES = 10;
    private static final int OUTCOME_MINUTES = 60;

    private final MinuteGrid grid;
    private final int end;
    private final List<ScanEvent> events;

    RiskRules(MinuteGrid grid, int end, List<ScanEvent> events) {
        this.grid = grid;
        this.end = end;
        this.events = events;
    }

    /** The rule that holds, in words. */
    Optional<String> reason() {
        return failedRun().or(this::flush).or(this::haltGap).or(this::openingGap);
    }

    /** The largest run of the day gave back 70% of itself. */
    private Optional<String> failedRun() {
        return events.stream()
                .filter(e -> e.kind() == EventKind.RUN)
                .max(Comparator.comparingDouble(e -> Math.abs(e.move())))
                .filter(run -> Math.abs(run.move()) >= RUN_MIN && run.hindsightFailed() && tookBackTheDay(run))
                .map(run -> "failed_breakout: the day's largest run gave back at least 70%");
    }

    /** What came back after the run was also 70% of the whole move up to the run's extreme, not only of its last leg. */
    private boolean tookBackTheDay(ScanEvent run) {
        int extreme = grid.minuteAt(run.endNs());
        double peak = Prices.toDouble(run.endPriceNanos());
        int until = Math.min(end, extreme + Math.max(OUTCOME_MINUTES, 2 * (extreme - grid.minuteAt(run.startNs()))));
        double base = run.direction() > 0 ? lowest(0, extreme) : highest(0, extreme);
        double worst = run.direction() > 0 ? lowest(extreme, until) : highest(extreme, until);
        return (peak - worst) / (peak - base) >= TAKEN_BACK_MIN;
    }

    private Optional<String> flush() {
        for (ScanEvent event : events) {
            if (event.kind() != EventKind.FLUSH) {
                continue;
            }
            int from = grid.minuteAt(event.startNs());
            double top = Prices.toDouble(event.startPriceNanos());
            double bottom = lowest(from, Math.min(end, from + FLUSH_MINUTES + 1));
            double base = lowest(0, from + 1);
            if (1 - bottom / top >= FLUSH_MIN && (top - bottom) / (top - base) >= TAKEN_BACK_MIN) {
                return Optional.of(
                        "flush: a fall of 15% within ten minutes took back at least 70% of the rise before it");
            }
        }
        return Optional.empty();
    }

    private Optional<String> haltGap() {
        for (ScanEvent event : events) {
            if (event.kind() != EventKind.HALT || Double.isNaN(event.move())) {
                continue;
            }
            int from = Math.max(0, Math.min(end - 1, grid.minuteAt(event.startNs())));
            double before = Prices.toDouble(event.startPriceNanos());
            double after = Prices.toDouble(event.endPriceNanos());
            double low = lowest(0, from + 1);
            double high = highest(0, from + 1);
            boolean down = after < before
                    && (before - after) / (before - low) >= TAKEN_BACK_MIN
                    && before / low - 1 >= RUN_MIN;
            boolean up = after > before
                    && (after - before) / (high - before) >= TAKEN_BACK_MIN
                    && 1 - before / high >= RUN_MIN;
            if (Math.abs(event.move()) >= HALT_GAP_MIN && (down || up)) {
                return Optional.of("halt: the gap through the resume took back at least 70% of the move before it");
            }
        }
        return Optional.empty();
    }

    private Optional<String> openingGap() {
        for (ScanEvent event : events) {
            if (event.kind() != EventKind.GAP || Math.abs(event.move()) < GAP_MIN) {
                continue;
            }
            double prior = Prices.toDouble(event.startPriceNanos());
            double open = Prices.toDouble(event.endPriceNanos());
            int from = grid.minuteAt(event.startNs());
            double worst = event.direction() > 0 ? lowest(from, end) : highest(from, end);
            if ((open - worst) / (open - prior) >= TAKEN_BACK_MIN) {
                return Optional.of("gap: at least 70% of the gap at the open was taken back");
            }
        }
        return Optional.empty();
    }

    private double lowest(int from, int to) {
        double lowest = Double.NaN;
        for (int i = from; i < Math.min(to, end); i++) {
            lowest = grid.traded(i) && !(grid.low(i) >= lowest) ? grid.low(i) : lowest;
        }
        return lowest;
    }

    private double highest(int from, int to) {
        double highest = Double.NaN;
        for (int i = from; i < Math.min(to, end); i++) {
            highest = grid.traded(i) && !(grid.high(i) <= highest) ? grid.high(i) : highest;
        }
        return highest;
    }
}
