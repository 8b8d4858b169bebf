package io.tapelake.bench.score;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.SymbolCursor;
import io.tapelake.databento.dbn.SymbolResolver;
import io.tapelake.databento.dbn.layout.LevelLayout;
import io.tapelake.databento.dbn.layout.MbpLayout;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.StatusLayout;
import io.tapelake.databento.dbn.layout.TradeLayout;
import io.tapelake.model.CorporateAction;
import io.tapelake.model.DaySessions;
import io.tapelake.model.NewYork;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayFold;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.DayScanner;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.SecurityHistory;
import io.tapelake.scanner.SourceSchema;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The candidates of a folder of DBN files, scanned in memory without a lake. */
final class RealDays {
    private final Map<String, DayFold> folds = new TreeMap<>();
    private final SessionCalendar calendar = SessionCalendar.usEquities();
    private final DayScanner scanner = DayScanner.of(calendar, ScanSettings.defaults());

    private RealDays() {}

    /**
     * Every candidate of a folder.
     *
     * @param schemas schemas whose files are read
     * @param actions a file of corporate actions: symbol, ex_date, type, ratio
     */
    static List<Candidate> candidates(Path folder, Set<String> schemas, Path actions) throws IOException {
        RealDays days = new RealDays();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                days.read(file, schemas);
            }
        }
        return days.scan(folder.getFileName().toString(), actions);
    }

    private void read(Path file, Set<String> schemas) throws IOException {
        try (DbnReader reader = DbnReader.open(file)) {
            String schema = reader.metadata().schema().orElseThrow().text();
            if (!schemas.contains(schema)) {
                return;
            }
            SymbolCursor symbols = SymbolCursor.of(SymbolResolver.of(reader.metadata()));
            String dataset = reader.metadata().dataset();
            while (reader.next()) {
                RecordView r = reader.record();
                String symbol = symbols.symbol(r);
                LocalDate date = NewYork.tradeDateOf(r.indexTs());
                DayFold fold = folds.computeIfAbsent(
                        symbol + ' ' + date, key -> scanner.fold(new SymbolDay(date, dataset, symbol)));
                add(fold, schema, r);
            }
        }
    }

    private static void add(DayFold fold, String schema, RecordView r) {
        switch (r.rtype()) {
            case RType.STATUS ->
                fold.status(new StatusEvent(
                        r.indexTs(),
                        r.tsEvent(),
                        r.publisherId(),
                        r.u16(StatusLayout.ACTION),
                        r.u16(StatusLayout.REASON),
                        (char) r.u8(StatusLayout.IS_TRADING)));
            case RType.MBP_0 ->
                fold.trades().add(r.indexTs(), r.publisherId(), r.i64(TradeLayout.PRICE), r.u32(TradeLayout.SIZE));
            case RType.OHLCV_1M ->
                fold.bars(SourceSchema.OHLCV_1M)
                        .add(
                                r.indexTs(),
                                r.publisherId(),
                                r.i64(OhlcvLayout.OPEN),
                                r.i64(OhlcvLayout.HIGH),
                                r.i64(OhlcvLayout.LOW),
                                r.i64(OhlcvLayout.CLOSE),
                                r.i64(OhlcvLayout.VOLUME));
            default ->
                fold.quotes(SourceSchema.fromText(schema))
                        .add(
                                r.indexTs(),
                                r.publisherId(),
                                r.i64(MbpLayout.LEVELS + LevelLayout.BID_PX),
                                r.i64(MbpLayout.LEVELS + LevelLayout.ASK_PX));
        }
    }

    private List<Candidate> scan(String set, Path actions) throws IOException {
        List<String> lines = Files.readAllLines(actions);
        Map<String, SecurityHistory> histories = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (DayFold fold : folds.values()) {
            DayStats stats = fold.finish();
            ScannedDay scanned = histories
                    .computeIfAbsent(stats.symbol(), symbol -> scanner.history(splits(lines, symbol)))
                    .next(stats);
            DaySessions sessions = calendar.findSessions(stats.tradeDate()).orElse(null);
            if (fold.tape() != null && sessions != null) {
                DayKind kind = scanned.kind() == DayKind.UNSUITABLE ? DayKind.ORDINARY : scanned.kind();
                candidates.addAll(Candidate.of(
                        set,
                        scanned,
                        fold.tape(),
                        sessions,
                        scanner.analyze(scanned, fold.tape(), kind, 1, Long.MAX_VALUE)));
            }
        }
        return candidates;
    }

    private static List<CorporateAction> splits(List<String> lines, String symbol) {
        return lines.stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[0].equals(symbol) && cells[2].equals("split"))
                .map(cells -> CorporateAction.split(symbol, LocalDate.parse(cells[1]), new BigDecimal(cells[3])))
                .toList();
    }
}
