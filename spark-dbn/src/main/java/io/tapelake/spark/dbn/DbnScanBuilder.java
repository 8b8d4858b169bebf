package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.connector.read.Scan;
import org.apache.spark.sql.connector.read.SupportsPushDownRequiredColumns;
import org.apache.spark.sql.connector.read.SupportsPushDownV2Filters;
import org.apache.spark.sql.types.StructType;

/** Takes the columns and filters that Spark offers. A filter that is taken is applied exactly, row by row. */
final class DbnScanBuilder implements SupportsPushDownRequiredColumns, SupportsPushDownV2Filters {
    private final DbnFiles files;
    private final Schema schema;
    private StructType columns;
    private RowFilter filter;
    private List<Predicate> pushed = List.of();

    DbnScanBuilder(DbnFiles files, Schema schema) {
        this.files = files;
        this.schema = schema;
        this.columns = DbnTable.structType(Columns.of(schema));
        List<String> symbols = files.options().symbols();
        this.filter = symbols.isEmpty() ? RowFilter.all() : RowFilter.ofSymbols(symbols);
    }

    @Override
    public void pruneColumns(StructType requiredSchema) {
        columns = requiredSchema;
    }

    @Override
    public Predicate[] pushPredicates(Predicate[] predicates) {
        FilterTranslation translation = new FilterTranslation(Columns.indexTime(schema), Columns.hasUtcDates(schema));
        List<Predicate> taken = new ArrayList<>();
        List<Predicate> left = new ArrayList<>();
        for (Predicate predicate : predicates) {
            Optional<RowFilter> translated = translation.translate(predicate);
            if (translated.isPresent()) {
                filter = filter.and(translated.get());
                taken.add(predicate);
            } else {
                left.add(predicate);
            }
        }
        pushed = List.copyOf(taken);
        return left.toArray(Predicate[]::new);
    }

    @Override
    public Predicate[] pushedPredicates() {
        return pushed.toArray(Predicate[]::new);
    }

    @Override
    public Scan build() {
        return new DbnScan(files, schema, columns, filter, pushed);
    }
}
