package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Schema;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.connector.catalog.MetadataColumn;
import org.apache.spark.sql.connector.catalog.SupportsMetadataColumns;
import org.apache.spark.sql.connector.catalog.SupportsRead;
import org.apache.spark.sql.connector.catalog.TableCapability;
import org.apache.spark.sql.connector.read.ScanBuilder;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/** The files of one read as a table that can be scanned. */
final class DbnTable implements SupportsRead, SupportsMetadataColumns {
    private final DbnFiles files;
    private final Schema schema;

    DbnTable(DbnFiles files, Schema schema) {
        this.files = files;
        this.schema = schema;
    }

    static StructType structType(List<Column> columns) {
        return new StructType(columns.stream().map(Column::field).toArray(StructField[]::new));
    }

    @Override
    public String name() {
        return "dbn " + schema.text() + " " + files.options().paths();
    }

    /**
     * {@inheritDoc}
     *
     * @deprecated by Spark, which still calls it for the schema of the columns
     */
    @Override
    @Deprecated
    public StructType schema() {
        return structType(Columns.of(schema));
    }

    @Override
    public Set<TableCapability> capabilities() {
        return Set.of(TableCapability.BATCH_READ);
    }

    @Override
    public MetadataColumn[] metadataColumns() {
        return Columns.metadata().stream().map(Metadata::new).toArray(MetadataColumn[]::new);
    }

    @Override
    public ScanBuilder newScanBuilder(CaseInsensitiveStringMap options) {
        return new DbnScanBuilder(files, schema);
    }

    private record Metadata(Column column) implements MetadataColumn {
        @Override
        public String name() {
            return column.name();
        }

        @Override
        public DataType dataType() {
            return column.kind().type();
        }

        @Override
        public boolean isNullable() {
            return column.kind().nullable();
        }
    }
}
