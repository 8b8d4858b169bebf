package io.tapelake.jobs.scan;

import io.tapelake.jobs.publish.TableSource;
import io.tapelake.lake.Tables;
import io.tapelake.model.CorporateAction;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/** The splits of the lake by symbol; small enough to be sent to every task. */
final class CorporateActions {

    private CorporateActions() {}

    static Map<String, List<CorporateAction>> bySymbol(TableSource run) {
        Map<String, List<CorporateAction>> bySymbol = new HashMap<>();
        for (Row row :
                run.read(Tables.CORPORATE_ACTIONS).where("type = 'split'").collectAsList()) {
            String symbol = row.getAs("symbol");
            LocalDate exDate = row.<java.sql.Date>getAs("ex_date").toLocalDate();
            bySymbol.computeIfAbsent(symbol, s -> new ArrayList<>())
                    .add(CorporateAction.split(symbol, exDate, row.<BigDecimal>getAs("ratio")));
        }
        return bySymbol;
    }
}
