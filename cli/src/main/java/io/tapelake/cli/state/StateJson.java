package io.tapelake.cli.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapelake.model.NewYork;
import io.tapelake.simulator.feature.FeatureSet;
import io.tapelake.simulator.market.MarketView;
import java.math.BigDecimal;
import java.util.List;

/** The market at an instant as one JSON object; prices are texts, so that they stay exact. */
public final class StateJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StateJson() {}

    /**
     * The object, indented, ended by a line feed.
     *
     * @param set of the features; null when there are none
     */
    public static String of(MarketView view, List<StateLine> state, FeatureSet set, List<StateLine> features) {
        ObjectNode root = JSON.createObjectNode();
        root.put("symbol", view.day().key().symbol());
        root.put("dataset", view.day().key().dataset());
        root.put("trade_date", view.day().key().tradeDate().toString());
        root.put("at", NewYork.at(view.nowNs()).toOffsetDateTime().toString());
        root.put("at_ns", view.nowNs());
        root.put("feed_delay_ns", view.day().feedDelayNs());
        ObjectNode values = root.putObject("state");
        state.forEach(line -> add(values.putObject(line.name()), line));
        if (set != null) {
            root.put("feature_schema", set.schemaHash());
            ObjectNode named = root.putObject("features");
            features.forEach(line -> add(named.putObject(line.name()), line));
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values is always JSON", e);
        }
    }

    private static void add(ObjectNode node, StateLine line) {
        Object value = line.value();
        if (value == null) {
            node.putNull("value");
        } else if (value instanceof Long number) {
            node.put("value", number);
        } else if (value instanceof Double number) {
            node.put("value", number);
        } else if (value instanceof BigDecimal price) {
            node.put("value", price.stripTrailingZeros().toPlainString());
        } else {
            node.put("value", value.toString());
        }
        if (!line.unit().isEmpty()) {
            node.put("unit", line.unit());
        }
        if (line.ageNs() >= 0) {
            node.put("age_ns", line.ageNs());
        }
        if (!line.source().isEmpty()) {
            node.put("source", line.source());
        }
    }
}
