package io.tapelake.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The lines of a CSV file with a header, of corporate actions or of names. Fields may be quoted; a line is a record. */
final class CsvLines {

    private static final List<String> ACTION_NEEDS = List.of("symbol", "ex_date", "type");
    private static final List<String> ACTION_MAY =
            List.of("ratio", "cash_amount", "source", "security_id", "event_id", "status");
    private static final List<String> NAME_NEEDS = List.of("security_id", "symbol", "from_date");
    private static final List<String> NAME_MAY = List.of("to_date", "listing_id", "source", "status");
    private static final Set<String> TYPES = Set.of(ActionRow.SPLIT, ActionRow.DIVIDEND);

    private final Map<String, Integer> columns = new HashMap<>();
    private final boolean actions;

    private CsvLines(boolean actions) {
        this.actions = actions;
    }

    /**
     * Reads the header.
     *
     * @throws LineFault when it is the header of neither
     */
    static CsvLines of(String header) throws LineFault {
        List<String> names = cells(header);
        boolean actions = names.containsAll(ACTION_NEEDS);
        if (!actions && !names.containsAll(NAME_NEEDS)) {
            throw new LineFault("header is '" + header + "'; needed are the columns " + String.join(", ", ACTION_NEEDS)
                    + " for corporate actions, or " + String.join(", ", NAME_NEEDS) + " for names");
        }
        CsvLines lines = new CsvLines(actions);
        List<String> allowed = new ArrayList<>(actions ? ACTION_NEEDS : NAME_NEEDS);
        allowed.addAll(actions ? ACTION_MAY : NAME_MAY);
        for (int i = 0; i < names.size(); i++) {
            if (!allowed.contains(names.get(i)) || lines.columns.put(names.get(i), i) != null) {
                throw new LineFault("header has the column '" + names.get(i) + "'; allowed are, each once, "
                        + String.join(", ", allowed));
            }
        }
        return lines;
    }

    boolean isOfActions() {
        return actions;
    }

    void take(String line, LineTaker taker) throws LineFault {
        List<String> cells = cells(line);
        if (cells.size() != columns.size()) {
            throw new LineFault("the line has " + cells.size() + " fields, the header " + columns.size());
        }
        Fields fields = new Fields(name -> columns.containsKey(name) ? cells.get(columns.get(name)) : null);
        if (actions) {
            taker.action(action(fields));
        } else {
            taker.name(name(fields));
        }
    }

    private static ActionRow action(Fields fields) throws LineFault {
        String type = fields.required("type");
        if (!TYPES.contains(type)) {
            throw new LineFault("type is '" + type + "'; allowed are split and dividend");
        }
        boolean split = type.equals(ActionRow.SPLIT);
        boolean cancelled = isCancelled(fields);
        return new ActionRow(
                fields.text("event_id"),
                fields.text("security_id"),
                fields.required("symbol"),
                fields.requiredDate("ex_date"),
                cancelled ? ActionRow.CANCELLED : type,
                split && !cancelled ? Fields.ratio(fields.number("ratio")) : null,
                split ? null : Fields.cash(fields.number("cash_amount")),
                fields.text("source"),
                null);
    }

    private static NameStatement name(Fields fields) throws LineFault {
        LocalDate from = fields.requiredDate("from_date");
        LocalDate to = fields.date("to_date");
        if (to != null && !to.isAfter(from)) {
            throw new LineFault("to_date is " + to + "; allowed is a date after from_date, " + from
                    + ": the first that is no longer of the name");
        }
        return new NameStatement(
                fields.required("security_id"),
                fields.text("listing_id"),
                fields.required("symbol"),
                from,
                to,
                true,
                isCancelled(fields),
                fields.text("source"),
                null);
    }

    private static boolean isCancelled(Fields fields) throws LineFault {
        String status = fields.text("status");
        if (status == null) {
            return false;
        }
        if (!status.equals(ActionRow.CANCELLED)) {
            throw new LineFault("status is '" + status + "'; allowed are cancelled, and nothing");
        }
        return true;
    }

    /** The fields of a line; within quotes a comma is text, and two quotes are one. */
    private static List<String> cells(String line) throws LineFault {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        if (quoted) {
            throw new LineFault("a quote does not end on the line");
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
