package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.SymbolMapping.Interval;
import java.util.List;
import java.util.Optional;

/** Prints metadata as one JSON object with the names and forms of the vendor's own JSON. */
public final class MetadataJson {
    private final JsonBuffer json = new JsonBuffer();

    private MetadataJson() {}

    /**
     * The JSON of metadata. What is absent is null; a schema or symbol type that is not known here is its number, so that
     * nothing is lost.
     */
    public static String text(Metadata metadata) {
        return new MetadataJson().build(metadata);
    }

    private String build(Metadata metadata) {
        name("{\"version\"").number(metadata.version());
        name(",\"dataset\"").string(metadata.dataset());
        name(",\"schema\"");
        open(metadata.schemaId(), Schema.MIXED, metadata.schema().map(Schema::text));
        name(",\"start\"").quotedDigits(metadata.startNs());
        name(",\"end\"");
        quotedOrNull(metadata.endNs(), metadata.hasEnd());
        name(",\"limit\"");
        quotedOrNull(metadata.limit(), metadata.limit() != 0);
        name(",\"stype_in\"");
        open(metadata.stypeInId(), SType.MIXED, metadata.stypeIn().map(SType::text));
        name(",\"stype_out\"");
        open(metadata.stypeOutId(), SType.MIXED, metadata.stypeOut().map(SType::text));
        name(",\"ts_out\"").raw(Boolean.toString(metadata.tsOut()));
        name(",\"symbol_cstr_len\"").number(metadata.symbolWidth());
        list(",\"symbols\"", metadata.symbols());
        list(",\"partial\"", metadata.partial());
        list(",\"not_found\"", metadata.notFound());
        name(",\"mappings\"").raw('[');
        for (SymbolMapping mapping : metadata.mappings()) {
            mapping(mapping);
        }
        json.dropLast(',');
        return json.raw("]}").toString();
    }

    private JsonBuffer name(String nameWithSeparator) {
        return json.raw(nameWithSeparator).raw(':');
    }

    private void open(int id, int none, Optional<String> text) {
        if (id == none) {
            json.raw("null");
        } else if (text.isPresent()) {
            json.string(text.get());
        } else {
            json.number(id);
        }
    }

    private void quotedOrNull(long value, boolean present) {
        if (present) {
            json.quotedDigits(value);
        } else {
            json.raw("null");
        }
    }

    private void list(String nameWithSeparator, List<String> texts) {
        name(nameWithSeparator).raw('[');
        for (String text : texts) {
            json.string(text).raw(',');
        }
        json.dropLast(',');
        json.raw(']');
    }

    private void mapping(SymbolMapping mapping) {
        name("{\"raw_symbol\"").string(mapping.rawSymbol());
        name(",\"intervals\"").raw('[');
        for (Interval interval : mapping.intervals()) {
            name("{\"start_date\"").number(interval.startDate());
            name(",\"end_date\"").number(interval.endDate());
            name(",\"symbol\"").string(interval.symbol()).raw("},");
        }
        json.dropLast(',');
        json.raw("]},");
    }
}
