package io.tapelake.synthetic;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.synthetic.market.QuoteSink;
import io.tapelake.synthetic.market.SymbolDayTape;
import io.tapelake.synthetic.market.TradeDay;
import io.tapelake.synthetic.market.TradeTape;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Turns one symbol-day into sorted records of every schema asked for. What a schema gets does not depend on the others. */
final class SymbolDayEncoder {
    private static final long MINUTE_NS = 60 * TradeDay.SECOND_NS;
    private static final long HOUR_NS = 60 * MINUTE_NS;
    private static final Set<Schema> FROM_QUOTES = Set.of(Schema.MBP_1, Schema.TBBO, Schema.BBO_1S, Schema.BBO_1M);

    private final SymbolDayTape tape;
    private final DayIds ids;
    private final long dayStartNs;
    private final Map<Schema, RecordRun> runs = new EnumMap<>(Schema.class);

    private SymbolDayEncoder(SymbolDayTape tape, DayIds ids) {
        this.tape = tape;
        this.ids = ids;
        this.dayStartNs = tape.day().sessions().preOpenNs() - HOUR_NS;
    }

    static Map<Schema, RecordRun> encode(SymbolDayTape tape, DayIds ids, List<Schema> schemas) {
        SymbolDayEncoder encoder = new SymbolDayEncoder(tape, ids);
        for (Schema schema : schemas) {
            encoder.encode(schema);
        }
        if (schemas.stream().anyMatch(FROM_QUOTES::contains)) {
            encoder.encodeQuotes(schemas);
        }
        encoder.runs.values().forEach(RecordRun::trim);
        return encoder.runs;
    }

    private void encode(Schema schema) {
        TradeTape trades = tape.trades();
        switch (schema) {
            case TRADES -> TickEncoder.trades(trades, dayStartNs, run(schema, trades.size()));
            case OHLCV_1S -> BarEncoder.encode(trades, TradeDay.SECOND_NS, run(schema, trades.size() / 2));
            case OHLCV_1M -> BarEncoder.encode(trades, MINUTE_NS, run(schema, 200));
            case OHLCV_1H -> BarEncoder.encode(trades, HOUR_NS, run(schema, 50));
            case STATUS -> StatusEncoder.encode(tape, run(schema, 6));
            case DEFINITION -> DefinitionEncoder.encode(tape, ids, run(schema, 1));
            default -> {}
        }
    }

    private void encodeQuotes(List<Schema> schemas) {
        List<QuoteSink> sinks = new ArrayList<>();
        List<BboSampler> samplers = new ArrayList<>();
        for (Schema schema : schemas) {
            if (schema == Schema.MBP_1) {
                RecordRun run = run(schema, tape.trades().size() * 5 + 1_000);
                sinks.add(event -> TickEncoder.book(event, dayStartNs, run));
            } else if (schema == Schema.TBBO) {
                RecordRun run = run(schema, tape.trades().size());
                sinks.add(event -> {
                    if (event.action() == 'T') {
                        TickEncoder.book(event, dayStartNs, run);
                    }
                });
            } else if (schema == Schema.BBO_1S || schema == Schema.BBO_1M) {
                long intervalNs = schema == Schema.BBO_1S ? TradeDay.SECOND_NS : MINUTE_NS;
                samplers.add(new BboSampler(intervalNs, dayStartNs, run(schema, 1_000)));
            }
        }
        sinks.addAll(samplers);
        tape.quotes(event -> sinks.forEach(sink -> sink.accept(event)));
        samplers.forEach(BboSampler::finish);
    }

    private RecordRun run(Schema schema, int expectedRecords) {
        RecordRun run = new RecordRun(SchemaForm.of(schema), ids, expectedRecords);
        runs.put(schema, run);
        return run;
    }
}
