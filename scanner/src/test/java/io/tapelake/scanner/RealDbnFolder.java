package io.tapelake.scanner;

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
import io.tapelake.model.NewYork;
import io.tapelake.model.StatusEvent;
import io.tapelake.model.SymbolDay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Reads every DBN file of a folder into symbol-days, straight from the codec. */
final class RealDbnFolder {
    private final Map<String, RealDay> days = new TreeMap<>();

    private RealDbnFolder() {}

    /** The symbol-days by symbol, then date. */
    static List<RealDay> read(Path folder) throws IOException {
        RealDbnFolder reader = new RealDbnFolder();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                reader.readFile(file);
            }
        }
        List<RealDay> all = new ArrayList<>(reader.days.values());
        all.forEach(RealDay::sorted);
        return all;
    }

    private void readFile(Path file) throws IOException {
        try (DbnReader reader = DbnReader.open(file)) {
            String dataset = reader.metadata().dataset();
            String schema = reader.metadata().schema().orElseThrow().text();
            SymbolCursor symbols = SymbolCursor.of(SymbolResolver.of(reader.metadata()));
            while (reader.next()) {
                RecordView r = reader.record();
                String symbol = symbols.symbol(r);
                if (symbol == null) {
                    throw new IllegalStateException(
                            file + ": no symbol for " + r.instrumentId() + " at " + r.indexTs());
                }
                SymbolDay key = new SymbolDay(NewYork.tradeDateOf(r.indexTs()), dataset, symbol);
                RealDay day = days.computeIfAbsent(symbol + ' ' + key.tradeDate(), k -> new RealDay(key));
                addRecord(day, schema, r);
            }
        }
    }

    private static void addRecord(RealDay day, String schema, RecordView r) {
        switch (r.rtype()) {
            case RType.STATUS ->
                day.status.add(new StatusEvent(
                        r.indexTs(),
                        r.tsEvent(),
                        r.publisherId(),
                        r.u16(StatusLayout.ACTION),
                        r.u16(StatusLayout.REASON),
                        (char) r.u8(StatusLayout.IS_TRADING)));
            case RType.MBP_0 ->
                day.add(
                        schema,
                        RealDay.trade(r.indexTs(), r.publisherId(), r.i64(TradeLayout.PRICE), r.u32(TradeLayout.SIZE)));
            case RType.OHLCV_1S, RType.OHLCV_1M, RType.OHLCV_1H, RType.OHLCV_1D ->
                day.add(
                        schema,
                        RealDay.bar(
                                r.indexTs(),
                                r.publisherId(),
                                r.i64(OhlcvLayout.OPEN),
                                r.i64(OhlcvLayout.HIGH),
                                r.i64(OhlcvLayout.LOW),
                                r.i64(OhlcvLayout.CLOSE),
                                r.i64(OhlcvLayout.VOLUME)));
            // The other book records have the level, and mbp-1, tbbo and consolidated ones the event, at the same
            // place.
            default ->
                day.add(
                        schema,
                        RealDay.book(
                                r.indexTs(),
                                r.publisherId(),
                                r.i64(MbpLayout.LEVELS + LevelLayout.BID_PX),
                                r.i64(MbpLayout.LEVELS + LevelLayout.ASK_PX),
                                (char) r.u8(MbpLayout.ACTION),
                                r.i64(MbpLayout.PRICE),
                                r.u32(MbpLayout.SIZE)));
        }
    }
}
