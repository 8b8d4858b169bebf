package io.tapelake.scanner.score;

import static io.tapelake.scanner.measure.Rounding.six;

import io.tapelake.model.Prices;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.Lookback;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.scanner.reset.ResetPoint;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a day into numbers. */
final class StoryTeller {
    private static final int ABSENT = (int) DayStats.ABSENT;
    private static final int MINUTES_TO_0935 = 335;
    private static final int MINUTES_TO_1000 = 360;
    private static final int MINUTES_TO_1200 = 480;

    private final MinuteGrid grid;
    private final int end;
    private final Lookback lookback;

    StoryTeller(MinuteGrid grid, int end, Lookback lookback) {
        this.grid = grid;
        this.end = end;
        this.lookback = lookback;
    }

    DayStory tell(DayStats stats, List<ScanEvent> events, List<ResetPoint> points) {
        Map<EventKind, Integer> counts = new EnumMap<>(EventKind.class);
        events.forEach(event -> counts.merge(event.kind(), 1, Integer::sum));
        int failed = (int) events.stream()
                .filter(e -> e.kind() == EventKind.BREAKOUT && e.hindsightFailed())
                .count();
        Optional<ScanEvent> run = events.stream()
                .filter(e -> e.kind() == EventKind.RUN)
                .max(Comparator.comparingDouble(e -> Math.abs(e.move())));
        BestWindow best15 = BestWindow.of(grid, end, 15);
        BestWindow best30 = BestWindow.of(grid, end, 30);
        BestWindow best60 = BestWindow.of(grid, end, 60);
        Levels levels = Levels.of(grid, end);
        return new DayStory(
                counts.getOrDefault(EventKind.SURGE, 0),
                counts.getOrDefault(EventKind.BREAKOUT, 0),
                failed,
                counts.getOrDefault(EventKind.FLUSH, 0),
                counts.getOrDefault(EventKind.BOUNCE, 0),
                counts.getOrDefault(EventKind.CONSOLIDATION, 0),
                counts.getOrDefault(EventKind.SQUEEZE, 0),
                counts.getOrDefault(EventKind.ACCUMULATION, 0),
                counts.getOrDefault(EventKind.DEAD_ZONE, 0),
                counts.getOrDefault(EventKind.LULD_TOUCH, 0),
                counts.getOrDefault(EventKind.RUN, 0),
                six(run.map(ScanEvent::move).orElse(Double.NaN)),
                six(run.map(ScanEvent::hindsightRetrace).orElse(Double.NaN)),
                run.map(ScanEvent::startNs).orElse(DayStats.ABSENT),
                run.map(ScanEvent::endNs).orElse(DayStats.ABSENT),
                six(best15.move()),
                best15.startNs(),
                six(best30.move()),
                best30.startNs(),
                six(best60.move()),
                best60.startNs(),
                levels.supports(),
                levels.resistances(),
                six(rvolAfter(MINUTES_TO_0935)),
                six(rvolAfter(MINUTES_TO_1000)),
                six(rvolAfter(MINUTES_TO_1200)),
                stats.badPrints() == ABSENT ? 0 : stats.badPrints(),
                points.size(),
                (int) points.stream().filter(ResetPoint::selected).count());
    }

    private double rvolAfter(int minutes) {
        if (lookback.usualVolume() == null || minutes > end) {
            return Double.NaN;
        }
        double usual = lookback.usualVolume().shares(minutes);
        double shares = 0;
        for (int i = 0; i < minutes; i++) {
            shares += grid.volume(i);
        }
        return usual > 0 ? shares / usual : Double.NaN;
    }

    /** The largest move within some minutes; {@code move} NaN and {@code startNs} absent when there was none. */
    private record BestWindow(double move, long startNs) {
        static BestWindow of(MinuteGrid grid, int end, int minutes) {
            double best = Double.NaN;
            long startNs = DayStats.ABSENT;
            for (int i = minutes; i < end; i++) {
                double move = grid.close(i) / grid.close(i - minutes) - 1;
                if (grid.traded(i) && !Double.isNaN(move) && !(Math.abs(move) <= Math.abs(best))) {
                    best = move;
                    startNs = grid.startNs(i - minutes + 1);
                }
            }
            return new BestWindow(best, startNs);
        }
    }

    /** Prices at which the day turned at least twice. */
    private record Levels(List<Long> supports, List<Long> resistances) {
        static Levels of(MinuteGrid grid, int end) {
            return new Levels(TurningLevels.of(grid, end, -1), TurningLevels.of(grid, end, 1));
        }
    }

    /** A price in nanos. */
    static long nanos(double price) {
        return Math.round(price * Prices.NANOS_PER_UNIT);
    }
}
