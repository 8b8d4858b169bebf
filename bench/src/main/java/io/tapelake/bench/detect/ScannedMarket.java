package io.tapelake.bench.detect;

import io.tapelake.model.SessionCalendar;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.DayFold;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.SecurityHistory;
import io.tapelake.scanner.SourceSchema;
import io.tapelake.scanner.tape.MinuteTape;
import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.SyntheticMarket;
import io.tapelake.synthetic.market.BookEvent;
import io.tapelake.synthetic.market.DayLabel;
import io.tapelake.synthetic.market.MarketModel;
import io.tapelake.synthetic.market.PlantedEvent;
import io.tapelake.synthetic.market.SymbolDayTape;
import io.tapelake.synthetic.market.TradeTape;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A made-up market scanned in memory: its tapes folded as the lake would hand them over, every day analysed. */
public final class ScannedMarket {
    private static final int PAUSE = 9;
    private static final int TRADING = 7;
    private static final int LULD_REASON = 50;

    /** A symbol-day beside its truth. */
    public record Day(
            SymbolDay key,
            ScannedDay scanned,
            MinuteTape tape,
            DayAnalysis analysis,
            List<PlantedEvent> planted,
            DayLabel label) {}

    private final MarketModel model;
    private final DayScanner scanner;
    private final boolean withStatus;
    private final boolean withQuotes;

    /** A market; whether the scanner is told its status records and its quotes is to choose. */
    public ScannedMarket(MarketSpec spec, ScanSettings settings, boolean withStatus, boolean withQuotes) {
        this.model = SyntheticMarket.of(spec).model();
        this.scanner = DayScanner.of(SessionCalendar.usEquities(), settings);
        this.withStatus = withStatus;
        this.withQuotes = withQuotes;
    }

    /** Scans symbol by symbol on all cores; days of a symbol come in order, symbols in any. */
    public void forEach(Consumer<Day> consumer) {
        IntStream.range(0, model.symbolCount()).parallel().forEach(symbol -> scan(symbol, consumer));
    }

    private void scan(int symbol, Consumer<Day> consumer) {
        SecurityHistory history = scanner.history(List.of());
        for (int day = 0; day < model.days().size(); day++) {
            SymbolDayTape tape = model.tape(symbol, day);
            SymbolDay key = new SymbolDay(tape.day().date(), "EQUS.ALL", tape.symbol());
            DayFold fold = fold(key, tape);
            DayStats stats = fold.finish();
            ScannedDay scanned = history.next(stats);
            if (fold.tape() == null) {
                continue;
            }
            DayKind kind = scanned.kind() == DayKind.UNSUITABLE ? DayKind.ORDINARY : scanned.kind();
            DayAnalysis analysis = scanner.analyze(scanned, fold.tape(), kind, 1, Long.MAX_VALUE);
            Day one = new Day(key, scanned, fold.tape(), analysis, tape.planted(), tape.label());
            synchronized (this) {
                consumer.accept(one);
            }
        }
    }

    private DayFold fold(SymbolDay key, SymbolDayTape tape) {
        DayFold fold = scanner.fold(key);
        TradeTape trades = tape.trades();
        for (int row = 0; row < trades.size(); row++) {
            fold.trades()
                    .add(
                            trades.tsRecvNs(row),
                            trades.venue(row).publisher(),
                            trades.priceNanos(row),
                            trades.sizeShares(row));
        }
        if (withQuotes) {
            tape.quotes(event -> quote(fold, event));
        }
        if (withStatus) {
            tape.planted().stream()
                    .filter(e -> e.kind() == PlantedEvent.Kind.HALT && !e.decoy())
                    .forEach(halt -> {
                        fold.status(new StatusEvent(halt.startNs(), halt.startNs(), 66, PAUSE, LULD_REASON, 'N'));
                        fold.status(new StatusEvent(halt.endNs(), halt.endNs(), 66, TRADING, LULD_REASON, 'Y'));
                    });
        }
        return fold;
    }

    private static void quote(DayFold fold, BookEvent event) {
        fold.quotes(SourceSchema.BBO_1S)
                .add(
                        event.tsRecvNs(),
                        event.venue().publisher(),
                        event.bidSize() > 0 ? event.bidNanos() : io.tapelake.model.Prices.UNDEF,
                        event.askSize() > 0 ? event.askNanos() : io.tapelake.model.Prices.UNDEF);
    }
}
