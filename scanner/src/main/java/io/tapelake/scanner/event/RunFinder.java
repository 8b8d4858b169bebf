package io.tapelake.scanner.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the runs of a day when it is over. A run begins where the volume steps up, and goes to the extreme that the price
 * reaches before it comes back by the larger of two usual quarter-hours and 38% of the move so far. It counts when it moved at
 * least 3%, on twice the volume of the 20 minutes before, and half of it still stood two minutes after the extreme. Of
 * overlapping ones the strongest counts.
 */
public final class RunFinder {
    static final double MOVE_MIN = 0.03;
    static final double FAILED_RETRACE = 0.7;
    private static final double PULL_BACK = 0.38;
    private static final double REVERSAL_SCALES = 2 * Math.sqrt(15);
    private static final double REVERSAL_MIN = 0.012;
    private static final double VOLUME_RATIO_MIN = 2;
    private static final double STEP_MIN = Math.log(2);
    private static final int BEFORE_MINUTES = 15;
    private static final int AFTER_MINUTES = 6;
    private static final int REFINE_MINUTES = 3;
    private static final int LONGEST_MINUTES = 240;
    private static final int OUTCOME_MINUTES = 60;
    private static final int HOLD_MINUTES = 2;
    private static final int REST_MINUTES = 10;
    private static final double NEW_STEP_MIN = Math.log(3);
    private static final double STRENGTH_MINUTES = 5;

    private final MinuteGrid grid;
    private final int end;
    private final double[] levelSums;
    private final double[] step;

    private RunFinder(MinuteGrid grid, int end) {
        this.grid = grid;
        this.end = end;
        levelSums = new double[end + 1];
        step = new double[end];
        double level = 0;
        for (int i = 0; i < end; i++) {
            // A halt is no calm out of which a run could begin.
            level = grid.isHalted(i) ? level : VolumeStep.level(grid, i);
            levelSums[i + 1] = levelSums[i] + level;
        }
    }

    /** The runs among the first {@code end} minutes, in order of their beginning. */
    public static List<ScanEvent> find(MinuteGrid grid, int end) {
        return new RunFinder(grid, end).find();
    }

    /** A move that may be a run; {@code log} is its log return. */
    private record Move(int start, int extreme, double log, double step) {
        /** Of overlapping moves the one counts that went far, fast, after the highest step of the volume. */
        double strength() {
            return Math.abs(log) * step / Math.sqrt(extreme - start + STRENGTH_MINUTES);
        }
    }

    private List<ScanEvent> find() {
        List<Move> moves = new ArrayList<>();
        fillSteps();
        for (int start = 1; start < end; start++) {
            if (step[start] < STEP_MIN || !isHighest(start)) {
                continue;
            }
            Move up = move(start, 1);
            Move down = move(start, -1);
            Move move = Math.abs(up.log()) >= Math.abs(down.log()) ? up : down;
            if (Math.abs(Math.expm1(move.log())) >= MOVE_MIN && onRaisedVolume(move) && held(move)) {
                moves.add(move);
            }
        }
        moves.sort(Comparator.comparingDouble(Move::strength).reversed());
        List<Move> chosen = new ArrayList<>();
        for (Move move : moves) {
            if (chosen.stream().noneMatch(other -> overlaps(move, other))) {
                chosen.add(move);
            }
        }
        chosen.sort(Comparator.comparingInt(Move::start));
        return chosen.stream().map(this::event).toList();
    }

    private static boolean overlaps(Move a, Move b) {
        return a.start() <= b.extreme() && b.start() <= a.extreme();
    }

    /** By how much the mean log volume of the next minutes exceeds that of the minutes before, for each minute. */
    private void fillSteps() {
        for (int i = 1; i < end; i++) {
            int before = Math.max(0, i - BEFORE_MINUTES);
            int after = Math.min(end, i + AFTER_MINUTES);
            step[i] = (levelSums[after] - levelSums[i]) / (after - i)
                    - (levelSums[i] - levelSums[before]) / Math.max(AFTER_MINUTES, i - before);
        }
    }

    private boolean isHighest(int i) {
        for (int j = Math.max(0, i - REFINE_MINUTES); j <= Math.min(end - 1, i + REFINE_MINUTES); j++) {
            if (step[j] > step[i] || (step[j] == step[i] && j < i)) {
                return false;
            }
        }
        return true;
    }

    private Move move(int start, int direction) {
        double base = priceBefore(start);
        double best = 0;
        int extreme = start;
        for (int i = start; i < Math.min(end, start + LONGEST_MINUTES); i++) {
            if (i - extreme >= REST_MINUTES && step[i] >= NEW_STEP_MIN && isHighest(i)) {
                // After a rest a new step is a run of its own.
                break;
            }
            if (!grid.traded(i)) {
                continue;
            }
            double log = direction * Math.log(grid.close[i] / base);
            if (log > best) {
                best = log;
                extreme = i;
            } else if (best - log >= Math.max(reversal(i), PULL_BACK * best)) {
                break;
            }
        }
        return new Move(start, extreme, direction * best, step[start]);
    }

    private double priceBefore(int minute) {
        double before = minute == 0 ? Double.NaN : grid.close[minute - 1];
        return Double.isNaN(before) ? grid.open[minute] : before;
    }

    private double reversal(int minute) {
        double scale = grid.scale[minute] / grid.close[minute];
        return Double.isNaN(scale) ? 2 * REVERSAL_MIN : Math.max(REVERSAL_MIN, REVERSAL_SCALES * scale);
    }

    private boolean onRaisedVolume(Move move) {
        int before = Math.max(0, move.start() - BEFORE_MINUTES);
        double usual = volume(before, move.start()) / Math.max(1, move.start() - before);
        return volume(move.start(), move.extreme() + 1) / (move.extreme() + 1 - move.start())
                >= VOLUME_RATIO_MIN * usual;
    }

    private double volume(int from, int to) {
        return (to == 0 ? 0 : grid.cumVolume[to - 1]) - (from == 0 ? 0 : grid.cumVolume[from - 1]);
    }

    private boolean held(Move move) {
        int later = Math.min(move.extreme() + HOLD_MINUTES, end - 1);
        return Math.log(grid.close[later] / priceBefore(move.start())) / move.log() >= 0.5;
    }

    private ScanEvent event(Move move) {
        VolumeStep onset = VolumeStep.find(
                grid,
                Math.max(0, move.start() - REFINE_MINUTES),
                Math.min(move.extreme(), move.start() + REFINE_MINUTES),
                1,
                move.start());
        double base = priceBefore(move.start());
        int direction = move.log() > 0 ? 1 : -1;
        int within = Math.max(OUTCOME_MINUTES, 2 * (move.extreme() - move.start()));
        double retrace = retrace(move, within);
        return new ScanEvent(
                EventKind.RUN,
                "run",
                grid.endNs(end - 1),
                onset.ns(),
                grid.endNs(move.extreme()),
                direction,
                MinuteView.nanos(base),
                MinuteView.nanos(grid.close[move.extreme()]),
                maxVolumeZ(move),
                grid.scaleIsEstimated ? 0.7 : 1,
                direction > 0 ? "run_up" : "run_down",
                retrace >= FAILED_RETRACE,
                retrace);
    }

    private double retrace(Move move, int within) {
        double worst = 0;
        for (int i = move.extreme() + 1; i < Math.min(end, move.extreme() + within + 1); i++) {
            double back = Math.log(grid.close[move.extreme()] / (move.log() > 0 ? grid.low[i] : grid.high[i]));
            worst = Math.max(worst, back / move.log());
        }
        return worst;
    }

    private double maxVolumeZ(Move move) {
        double max = Double.NaN;
        for (int i = move.start(); i <= move.extreme(); i++) {
            max = grid.volumeZ[i] <= max ? max : grid.volumeZ[i];
        }
        return max;
    }
}
