package io.tapelake.synthetic;

import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.UtcDate;
import io.tapelake.model.NewYork;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Name and metadata of one file of a batch.
 *
 * @param schema what it holds
 * @param firstDate first UTC date of its records
 * @param lastDate last UTC date; when it differs, the file spans the New York date {@code firstDate}
 */
record BatchFile(Schema schema, LocalDate firstDate, LocalDate lastDate) {
    static final String DATASET = "EQUS.ALL";

    private static final String NAME_PREFIX = "equs-all-";
    private static final long NS_PER_SECOND = 1_000_000_000L;

    /** The name as Databento gives it. */
    String name() {
        String first = firstDate.format(DateTimeFormatter.BASIC_ISO_DATE);
        String range = twoDates() ? first + "-" + lastDate.format(DateTimeFormatter.BASIC_ISO_DATE) : first;
        return NAME_PREFIX + range + "." + schema.text() + ".dbn.zst";
    }

    /** Metadata that maps each symbol to its id, UTC date by UTC date. */
    Metadata metadata(List<String> symbols, InstrumentIds ids) {
        return metadata(symbols.size(), (index, date) -> symbols.get(index), ids);
    }

    /** The same of symbols whose names change. */
    Metadata metadata(int symbols, SymbolNames names, InstrumentIds ids) {
        long startNs = twoDates() ? NewYork.startOfDayNs(firstDate) : midnightNs(firstDate);
        long endNs = twoDates() ? NewYork.startOfDayNs(lastDate) : midnightNs(firstDate.plusDays(1));
        Map<String, List<SymbolMapping.Interval>> intervals = new LinkedHashMap<>(symbols);
        for (int index = 0; index < symbols; index++) {
            for (LocalDate date = firstDate; !date.isAfter(lastDate); date = date.plusDays(1)) {
                String name = names.symbol(index, date);
                if (name != null) {
                    intervals
                            .computeIfAbsent(name, n -> new ArrayList<>())
                            .add(new SymbolMapping.Interval(
                                    UtcDate.of(date),
                                    UtcDate.of(date.plusDays(1)),
                                    Integer.toString(ids.id(index, date))));
                }
            }
        }
        List<SymbolMapping> mappings = new ArrayList<>(intervals.size());
        intervals.forEach((name, ofName) -> mappings.add(new SymbolMapping(name, ofName)));
        return Metadata.of(DATASET, schema, startNs, endNs, mappings);
    }

    /** The first instant of a UTC date. */
    static long midnightNs(LocalDate utcDate) {
        return utcDate.atStartOfDay(ZoneOffset.UTC).toEpochSecond() * NS_PER_SECOND;
    }

    private boolean twoDates() {
        return !firstDate.equals(lastDate);
    }
}
