package io.tapelake.jobs.reference;

import io.tapelake.jobs.publish.SparkSchemas;
import io.tapelake.jobs.publish.TableSource;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.model.CorporateAction;
import io.tapelake.model.Securities;
import io.tapelake.model.SecurityName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** The tables {@code corporate_actions} and {@code symbology}, read whole and written whole: they have a row per event or name. */
public final class ReferenceTables {

    private static final int ZSTD_LEVEL = 9;

    private ReferenceTables() {}

    /** Which security a symbol is on a date, and its splits, as the run has them. */
    public static Securities securities(TableSource run) {
        return securities(actions(run), names(run));
    }

    static Securities securities(List<ActionRow> actions, List<NameRow> names) {
        return Securities.of(
                names.stream()
                        .map(row -> new SecurityName(row.securityId(), row.symbol(), row.fromDate(), row.toDate()))
                        .toList(),
                actions.stream()
                        .filter(row -> row.type().equals(ActionRow.SPLIT))
                        .map(row -> CorporateAction.split(row.symbol(), row.exDate(), row.ratio())
                                .of(row.securityId()))
                        .toList());
    }

    static List<ActionRow> actions(TableSource run) {
        return run.collect(Tables.CORPORATE_ACTIONS).stream()
                .map(row -> new ActionRow(
                        cell(row, "event_id"),
                        cell(row, "security_id"),
                        cell(row, "symbol"),
                        date(row, "ex_date"),
                        cell(row, "type"),
                        ReferenceTables.<BigDecimal>cell(row, "ratio"),
                        ReferenceTables.<BigDecimal>cell(row, "cash_amount"),
                        cell(row, "source"),
                        ReferenceTables.<Long>cell(row, "recorded_at_ns")))
                .toList();
    }

    static List<NameRow> names(TableSource run) {
        return run.collect(Tables.SYMBOLOGY).stream()
                .map(row -> new NameRow(
                        cell(row, "security_id"),
                        cell(row, "symbol"),
                        date(row, "from_date"),
                        date(row, "to_date"),
                        cell(row, "source"),
                        cell(row, "listing_id"),
                        ReferenceTables.<Long>cell(row, "recorded_at_ns")))
                .toList();
    }

    static void writeActions(WorkingRun run, List<ActionRow> actions) {
        write(
                run,
                Tables.CORPORATE_ACTIONS,
                actions.stream()
                        .map(a -> RowFactory.create(
                                a.securityId(),
                                a.symbol(),
                                java.sql.Date.valueOf(a.exDate()),
                                a.type(),
                                a.ratio(),
                                a.cashAmount(),
                                a.source(),
                                a.eventId(),
                                a.recordedAtNs()))
                        .toList());
    }

    static void writeNames(WorkingRun run, List<NameRow> names) {
        write(
                run,
                Tables.SYMBOLOGY,
                names.stream()
                        .map(n -> RowFactory.create(
                                n.securityId(),
                                n.symbol(),
                                java.sql.Date.valueOf(n.fromDate()),
                                n.toDate() == null ? null : java.sql.Date.valueOf(n.toDate()),
                                n.source(),
                                n.listingId(),
                                n.recordedAtNs()))
                        .toList());
    }

    private static void write(WorkingRun run, LakeTable table, List<Row> rows) {
        run.replace(
                table, run.spark().createDataFrame(rows, SparkSchemas.of(table)).coalesce(1), "true", ZSTD_LEVEL);
    }

    /** The value; null too where the table was made before it had the column. */
    @SuppressWarnings("TypeParameterUnusedInFormals") // rows have no types
    private static <T> T cell(Row row, String name) {
        return Arrays.asList(row.schema().fieldNames()).contains(name) ? row.getAs(name) : null;
    }

    private static LocalDate date(Row row, String name) {
        java.sql.Date date = cell(row, name);
        return date == null ? null : date.toLocalDate();
    }
}
