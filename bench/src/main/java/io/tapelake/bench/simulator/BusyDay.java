package io.tapelake.bench.simulator;

import io.tapelake.model.DaySessions;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.SourceSchema;
import io.tapelake.simulator.day.DayRows;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.Lookback;
import io.tapelake.simulator.day.SimulatorDay;
import java.time.LocalDate;
import java.util.SplittableRandom;

/** A made-up day of a very active symbol: books of seven venues around one price that wanders, a trade with every tenth change. */
final class BusyDay {
    private static final SymbolDay KEY = new SymbolDay(LocalDate.of(2025, 11, 14), "EQUS.ALL", "BUSY");
    private static final int VENUES = 7;
    private static final int FIRST_PUBLISHER = 60;
    private static final long CENT = 10_000_000L;

    private BusyDay() {}

    static SimulatorDay of(long quotes) {
        SessionCalendar calendar = SessionCalendar.usEquities();
        DaySessions sessions = calendar.sessions(KEY.tradeDate());
        DayRows rows = new DayRows(KEY, calendar, DaySettings.defaults());
        SplittableRandom random = new SplittableRandom(5);
        double meanGapNs = (double) (sessions.postCloseNs() - sessions.preOpenNs()) / quotes;
        long ts = sessions.preOpenNs();
        long middle = 2_500;
        for (long i = 0; i < quotes; i++) {
            // Half of the changes come in bursts.
            ts += (long) (-Math.log(1 - random.nextDouble()) * meanGapNs * (random.nextBoolean() ? 0.02 : 1.9));
            if (ts >= sessions.postCloseNs()) {
                break;
            }
            middle = Math.max(100, middle + (random.nextInt(40) == 0 ? random.nextInt(3) - 1 : 0));
            long bid = (middle - random.nextInt(2)) * CENT;
            long ask = (middle + 1 + random.nextInt(2)) * CENT;
            boolean trade = random.nextInt(10) == 0;
            boolean buy = random.nextBoolean();
            rows.quote(
                    SourceSchema.MBP_1,
                    ts,
                    FIRST_PUBLISHER + random.nextInt(VENUES),
                    bid,
                    ask,
                    100L * (1 + random.nextInt(20)),
                    100L * (1 + random.nextInt(20)),
                    trade ? 'T' : 'A',
                    buy ? 'B' : 'A',
                    buy ? ask : bid,
                    1 + random.nextInt(500));
        }
        return rows.build(Lookback.none());
    }
}
