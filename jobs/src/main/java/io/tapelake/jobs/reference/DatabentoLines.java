package io.tapelake.jobs.reference;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * The JSON lines of Databento's reference API: {@code corporate_actions.get_range}, of which forward and reverse splits and
 * cash dividends are taken, and {@code security_master.get_range}. Listings outside the United States are passed over.
 */
final class DatabentoLines {

    private static final String ACTIONS_SOURCE = "databento corporate_actions";
    private static final String NAMES_SOURCE = "databento security_master";
    private static final Set<String> SPLITS = Set.of("FSPLT", "RSPLT");
    private static final String DIVIDEND = "DIV";
    private static final String CASH = "C";
    /** Inserted and updated; then cancelled, deleted, and the same of the payment alone. */
    private static final Set<String> LIVE = Set.of("I", "U");

    private static final Set<String> GONE = Set.of("C", "D", "P", "Q");
    private static final String DELISTED = "D";

    private final ObjectMapper json = new ObjectMapper();

    /** What the first line of a file is about. */
    boolean isOfActions(String line) throws LineFault {
        return parse(line).has("event");
    }

    void take(String line, LineTaker taker) throws LineFault {
        JsonNode node = parse(line);
        Fields fields = new Fields(name -> text(node, name));
        String country = fields.text("listing_country");
        if (country != null && !country.equals("US")) {
            taker.ignored("country " + country);
        } else if (node.has("event")) {
            takeAction(fields, node, taker);
        } else {
            taker.name(name(fields));
        }
    }

    private JsonNode parse(String line) throws LineFault {
        try {
            JsonNode node = json.readTree(line);
            if (node != null && node.isObject() && (node.has("event") || node.has("ts_effective"))) {
                return node;
            }
        } catch (JsonProcessingException e) {
            throw new LineFault("the line is no JSON: " + e.getOriginalMessage());
        }
        throw new LineFault("the line is no record of corporate_actions.get_range, which has 'event', and none of"
                + " security_master.get_range, which has 'ts_effective'");
    }

    private static String text(JsonNode node, String name) {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? null : value.asText();
    }

    private static void takeAction(Fields fields, JsonNode node, LineTaker taker) throws LineFault {
        String event = fields.required("event");
        boolean split = SPLITS.contains(event);
        boolean cash = event.equals(DIVIDEND) && CASH.equals(fields.text("payment_type"));
        String action = fields.required("event_action");
        if (!LIVE.contains(action) && !GONE.contains(action)) {
            throw new LineFault("event_action is '" + action + "'; allowed are I, U, C, D, P and Q");
        }
        if (!split && !event.equals(DIVIDEND)) {
            taker.ignored("event " + event);
            return;
        }
        LocalDate exDate = fields.date("ex_date");
        BigDecimal ratio = split ? ratio(fields) : null;
        BigDecimal amount = cash ? grossDividend(node) : null;
        boolean settled = LIVE.contains(action) && exDate != null && (split ? ratio != null : amount != null);
        if (event.equals(DIVIDEND) && !cash && LIVE.contains(action)) {
            taker.ignored("dividend of payment type " + fields.text("payment_type"));
            return;
        }
        LocalDate date = first(exDate, fields.date("event_date"), fields.date("event_created_date"));
        if (date == null) {
            throw new LineFault("none of ex_date, event_date and event_created_date is there");
        }
        // A record that was called off, or has lost its date or its terms, takes back what an earlier one said.
        taker.action(new ActionRow(
                eventId(fields),
                fields.text("security_id"),
                symbol(fields),
                date,
                !settled ? ActionRow.CANCELLED : split ? ActionRow.SPLIT : ActionRow.DIVIDEND,
                settled && split ? Fields.ratio(ratio) : null,
                settled && cash ? Fields.cash(amount) : null,
                ACTIONS_SOURCE,
                requiredTime(fields, "ts_record")));
    }

    private static BigDecimal ratio(Fields fields) throws LineFault {
        BigDecimal before = fields.number("ratio_old");
        BigDecimal after = fields.number("ratio_new");
        if (before == null || after == null) {
            return null;
        }
        if (before.signum() <= 0 || after.signum() <= 0) {
            throw new LineFault("ratio_new is " + after.toPlainString() + " and ratio_old " + before.toPlainString()
                    + "; allowed are numbers above 0");
        }
        return after.divide(before, MathContext.DECIMAL64);
    }

    private static BigDecimal grossDividend(JsonNode node) throws LineFault {
        JsonNode rates = node.path("rate_info");
        return new Fields(name -> text(rates, name)).number("gross_dividend");
    }

    /** Options are alternatives and serials parts of one event; the plain first ones are not named. */
    private static String eventId(Fields fields) throws LineFault {
        String event = fields.required("event_id");
        String option = fields.text("option_id");
        String serial = fields.text("serial_id");
        boolean plain = (option == null || option.equals("1")) && (serial == null || serial.equals("1"));
        return plain ? event : event + "/" + option + "/" + serial;
    }

    private static NameStatement name(Fields fields) throws LineFault {
        LocalDate from =
                LocalDate.ofInstant(Instant.ofEpochSecond(0, requiredTime(fields, "ts_effective")), ZoneOffset.UTC);
        LocalDate delisted = fields.date("delisting_date");
        String status = fields.text("listing_status");
        boolean over = delisted != null && !delisted.isAfter(from);
        // A security that is listed again may still show when it was delisted before.
        boolean ended = status == null ? over : status.equals(DELISTED);
        return new NameStatement(
                fields.required("security_id"),
                fields.required("listing_id"),
                ended ? null : symbol(fields),
                ended && delisted != null ? delisted : from,
                ended || over ? null : delisted,
                false,
                false,
                NAMES_SOURCE,
                requiredTime(fields, "ts_record"));
    }

    /** The symbol as market data have it; {@code symbol} is only what was asked for. */
    private static String symbol(Fields fields) throws LineFault {
        for (String name : List.of("nasdaq_symbol", "symbol", "local_code")) {
            if (fields.text(name) != null) {
                return fields.text(name);
            }
        }
        throw new LineFault("none of nasdaq_symbol, symbol and local_code is there");
    }

    private static long requiredTime(Fields fields, String name) throws LineFault {
        fields.required(name);
        return fields.timeNs(name);
    }

    private static LocalDate first(LocalDate... dates) {
        for (LocalDate date : dates) {
            if (date != null) {
                return date;
            }
        }
        return null;
    }
}
