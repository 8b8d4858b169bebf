package io.tapelake.synthetic.market;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws what is planted on a symbol-day. Every number it uses is its own: it knows no detector and no threshold. */
final class EventPlanner {
    private static final int MINUTE = 60;
    /** A pause needs trading on both sides of it. */
    private static final int MARGIN_SECONDS = 90;

    private final double eventRate;

    /** A planner that multiplies the usual probability of an event by {@code eventRate}. */
    EventPlanner(double eventRate) {
        this.eventRate = eventRate;
    }

    DayEvents plan(SymbolProfile profile, TradeDay day, KeyedRandom random) {
        if (!random.chance(profile.tier().runProbability * eventRate)) {
            return DayEvents.NONE;
        }
        double logAmplitude = logAmplitude(profile.tier(), random);
        int active = (int) Math.min(5_400, Math.max(420, random.logNormal(1_200, 0.65)));
        int start = startSecond(day, active, random);
        List<HaltPlan> halts = halts(day, start, active, logAmplitude, random);
        int paused =
                halts.stream().mapToInt(h -> h.resumeSecond() - h.pauseSecond()).sum();
        int end = start + active + paused;
        int fade =
                Math.min((int) Math.max(30 * MINUTE, active * random.between(2, 6)), day.seconds() - end - 10 * MINUTE);
        RunPlan run = new RunPlan(
                start,
                end,
                fade,
                logAmplitude,
                random.between(0.1, 0.95),
                random.between(0.7, 1.5),
                extraTrades(profile, random));
        return new DayEvents(Optional.of(run), halts);
    }

    private static double logAmplitude(Tier tier, KeyedRandom random) {
        double scale =
                switch (tier) {
                    case SMALL -> 1;
                    case MID -> 0.6;
                    case LARGE -> 0.3;
                };
        if (random.chance(0.85)) {
            return StrictMath.log(1 + scale * Math.min(2.2, 0.14 + 0.26 * random.exponential()));
        }
        return StrictMath.log(1 - scale * Math.min(0.5, 0.12 + 0.09 * random.exponential()));
    }

    /** A small company that nobody watched is flooded; a large one only sees a busy day. */
    private static double extraTrades(SymbolProfile profile, KeyedRandom random) {
        return switch (profile.tier()) {
            case SMALL -> Math.max(3 * profile.tradesPerDay(), random.logNormal(7_000, 0.6));
            case MID -> profile.tradesPerDay() * random.logNormal(3, 0.4);
            case LARGE -> profile.tradesPerDay() * random.logNormal(1.5, 0.3);
        };
    }

    private static int startSecond(TradeDay day, int active, KeyedRandom random) {
        int open = day.openSecond();
        double session = random.uniform();
        if (session < 0.25) {
            return random.below(150 * MINUTE) + open - 150 * MINUTE;
        }
        if (session < 0.70) {
            return open + 10 * MINUTE + random.below(60 * MINUTE);
        }
        int latest = day.closeSecond() - active - 75 * MINUTE;
        return open + 70 * MINUTE + random.below(Math.max(1, latest - open - 70 * MINUTE));
    }

    /** Pauses happen in regular hours only, when a move is large, and leave room for trading around them. */
    private static List<HaltPlan> halts(TradeDay day, int start, int active, double logAmplitude, KeyedRandom random) {
        List<HaltPlan> halts = new ArrayList<>();
        boolean regular = start >= day.openSecond() + 5 * MINUTE
                && start + active + 40 * MINUTE <= day.closeSecond() - 10 * MINUTE;
        if (!regular || Math.abs(logAmplitude) < 0.15 || !random.chance(0.55)) {
            return halts;
        }
        int count = Math.min(1 + random.geometric(0.75, 2), active / (2 * MARGIN_SECONDS) - 1);
        int piece = active / (count + 1);
        int shift = 0;
        for (int i = 1; i <= count; i++) {
            int slack = piece / 2 - MARGIN_SECONDS / 2;
            int pause = start + shift + i * piece - (slack > 0 ? random.below(slack) : 0);
            int length = random.chance(0.85) ? 5 * MINUTE : 10 * MINUTE;
            double gap = logAmplitude * random.between(0.08, 0.25) / count * (random.chance(0.7) ? 1 : -1);
            double atLeast = 0.03 * Math.signum(gap);
            halts.add(new HaltPlan(pause, pause + length, Math.abs(gap) < 0.03 ? atLeast : gap));
            shift += length;
        }
        return halts;
    }
}
