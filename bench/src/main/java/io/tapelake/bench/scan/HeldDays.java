package io.tapelake.bench.scan;

import io.tapelake.model.BarSeries;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.DayFold;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.SecurityHistory;
import io.tapelake.scanner.SourceSchema;
import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.SyntheticMarket;
import io.tapelake.synthetic.market.MarketModel;
import io.tapelake.synthetic.market.TradeTape;
import java.util.ArrayList;
import java.util.List;

/** Bars of a made-up market in memory, and the whole pure scan over them: fold, history, analysis of every day. */
public final class HeldDays {
    private static final int SYMBOLS = 6;
    private static final int DAYS = 24;
    /** Busy enough for a few thousand one-second bars a day. */
    private static final double ACTIVITY = 4;

    private final List<List<BarSeries>> bySymbol = new ArrayList<>();
    private final List<java.time.LocalDate> dates = new ArrayList<>();
    private final SourceSchema schema;
    private final DayScanner scanner = DayScanner.of(SessionCalendar.usEquities(), ScanSettings.defaults());
    private long bars;

    private HeldDays(SourceSchema schema) {
        this.schema = schema;
    }

    /** Days of one-second or one-minute bars. */
    public static HeldDays of(SourceSchema schema) {
        HeldDays held = new HeldDays(schema);
        long stepNs = schema == SourceSchema.OHLCV_1S ? 1_000_000_000L : 60_000_000_000L;
        MarketModel model = SyntheticMarket.of(
                        MarketSpec.truth(SYMBOLS, DAYS, 3).withActivity(ACTIVITY))
                .model();
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            List<BarSeries> days = new ArrayList<>();
            for (int day = 0; day < DAYS; day++) {
                days.add(bars(model.tape(symbol, day).trades(), stepNs));
                held.bars += days.get(day).size();
                if (symbol == 0) {
                    held.dates.add(model.tape(symbol, day).day().date());
                }
            }
            held.bySymbol.add(days);
        }
        return held;
    }

    private static BarSeries bars(TradeTape trades, long stepNs) {
        BarSeries.Builder bars = BarSeries.builder();
        int row = 0;
        while (row < trades.size()) {
            long startNs = trades.tsRecvNs(row) / stepNs * stepNs;
            long open = trades.priceNanos(row);
            long high = open;
            long low = open;
            long close = open;
            long volume = 0;
            for (; row < trades.size() && trades.tsRecvNs(row) < startNs + stepNs; row++) {
                close = trades.priceNanos(row);
                high = Math.max(high, close);
                low = Math.min(low, close);
                volume += trades.sizeShares(row);
            }
            bars.add(startNs, open, high, low, close, volume, 94);
        }
        return bars.build();
    }

    /** The number of symbol-days. */
    int symbolDays() {
        return SYMBOLS * DAYS;
    }

    /** The number of bars of all of them. */
    long bars() {
        return bars;
    }

    /** Scans everything; returns the number of reset points. */
    public long scan() {
        long points = 0;
        for (int symbol = 0; symbol < bySymbol.size(); symbol++) {
            SecurityHistory history = scanner.history(List.of());
            for (int day = 0; day < dates.size(); day++) {
                DayFold fold = scanner.fold(new SymbolDay(dates.get(day), "EQUS.ALL", "S" + symbol));
                BarSeries bars = bySymbol.get(symbol).get(day);
                for (int row = 0; row < bars.size(); row++) {
                    fold.bars(schema)
                            .add(
                                    bars.barStartNs(row),
                                    bars.publisher(row),
                                    bars.openNanos(row),
                                    bars.highNanos(row),
                                    bars.lowNanos(row),
                                    bars.closeNanos(row),
                                    bars.volume(row));
                }
                ScannedDay scanned = history.next(fold.finish());
                DayAnalysis analysis = scanner.analyze(scanned, fold.tape(), DayKind.MOMENTUM, 1, Long.MAX_VALUE);
                points += analysis.resetPoints().size();
            }
        }
        return points;
    }
}
