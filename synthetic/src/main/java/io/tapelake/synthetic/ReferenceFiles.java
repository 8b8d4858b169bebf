package io.tapelake.synthetic;

import io.tapelake.synthetic.SecurityEvent.Kind;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Writes what a reference service would say of the securities of a market, twice: as CSV, and as JSON lines in the form of
 * Databento's reference API, with a split that was called off and a ratio that was corrected. Beside them the truth.
 */
final class ReferenceFiles {
    static final String ACTIONS_CSV = "corporate_actions.csv";
    static final String NAMES_CSV = "symbology.csv";
    static final String ACTIONS_JSON = "corporate_actions.jsonl";
    static final String NAMES_JSON = "security_master.jsonl";
    static final String TRUTH = "security-events.jsonl";

    private final Path folder;
    private final SecurityEvents securities;
    private final List<SecurityEvent> events;

    ReferenceFiles(Path folder, SecurityEvents securities) {
        this.folder = folder;
        this.securities = securities;
        this.events = securities.events();
    }

    /** Writes nothing for a market in which nothing happens. */
    void write() throws IOException {
        if (events.isEmpty()) {
            return;
        }
        actionsCsv();
        namesCsv();
        actionsJson();
        namesJson();
        truth();
    }

    private void actionsCsv() throws IOException {
        try (BufferedWriter out = open(ACTIONS_CSV)) {
            out.write("symbol,ex_date,type,ratio,cash_amount,source,security_id\n");
            for (SecurityEvent event : events) {
                if (event.ratio() != null) {
                    out.write(event.symbol() + "," + event.date() + ",split," + event.ratio() + ",,made up,"
                            + event.securityId() + "\n");
                }
            }
        }
    }

    private void namesCsv() throws IOException {
        try (BufferedWriter out = open(NAMES_CSV)) {
            out.write("security_id,symbol,from_date,to_date,source\n");
            for (int index = 0; index < securities.symbolCount(); index++) {
                String id = SecurityEvents.securityId(index);
                Optional<SecurityEvent> end = of(id, Kind.DELISTING);
                Optional<SecurityEvent> renamed = of(id, Kind.NEW_NAME);
                Optional<LocalDate> until = end.or(() -> renamed).map(SecurityEvent::date);
                out.write(id + "," + securities.firstName(index) + "," + securities.firstDate(index) + ","
                        + until.map(LocalDate::toString).orElse("") + ",made up\n");
                if (renamed.isPresent()) {
                    out.write(id + "," + renamed.get().newSymbol() + ","
                            + renamed.get().date() + ",,made up\n");
                }
            }
        }
    }

    private Optional<SecurityEvent> of(String securityId, Kind kind) {
        return events.stream()
                .filter(event -> event.securityId().equals(securityId) && event.kind() == kind)
                .findFirst();
    }

    private void actionsJson() throws IOException {
        try (BufferedWriter out = open(ACTIONS_JSON)) {
            int number = 1;
            for (SecurityEvent event : events) {
                if (event.ratio() != null) {
                    // First announced with another ratio.
                    boolean reverse = event.kind() == Kind.REVERSE_SPLIT;
                    BigDecimal announced =
                            reverse ? new BigDecimal("0.2") : event.ratio().add(BigDecimal.ONE);
                    out.write(action(event, number, "I", 30, announced));
                    out.write(action(event, number++, "U", 5, event.ratio()));
                }
            }
            SecurityEvent dropped = events.get(0);
            out.write(action(dropped, number, "I", 40, BigDecimal.valueOf(2)));
            out.write(action(dropped, number, "C", 20, BigDecimal.valueOf(2)));
        }
    }

    private static String action(SecurityEvent event, int number, String action, int daysBefore, BigDecimal ratio) {
        boolean reverse = ratio.compareTo(BigDecimal.ONE) < 0;
        BigDecimal after = reverse ? BigDecimal.ONE : ratio;
        BigDecimal before = reverse ? BigDecimal.ONE.divide(ratio) : BigDecimal.ONE;
        String kind = reverse ? "RSPLT" : "FSPLT";
        String listing = event.securityId().replace("S-", "L-1");
        return "{\"ts_record\":\"" + event.date().minusDays(daysBefore) + "T12:00:00Z\",\"event_unique_id\":\"U-"
                + number
                + "-" + listing + "\",\"event_id\":\"E-" + number + "-" + kind + "\",\"listing_id\":\"" + listing
                + "\",\"security_id\":\"" + event.securityId() + "\",\"event_action\":\"" + action + "\",\"event\":\""
                + kind
                + "\",\"event_date\":\"" + event.date() + "\",\"event_created_date\":\""
                + event.date().minusDays(daysBefore) + "\",\"ex_date\":\"" + event.date()
                + "\",\"listing_country\":\"US\",\"symbol\":null,\"nasdaq_symbol\":" + JsonText.quote(event.symbol())
                + ",\"payment_type\":\"S\",\"option_id\":\"1\",\"serial_id\":\"1\",\"ratio_old\":"
                + before.toPlainString()
                + ",\"ratio_new\":" + after.toPlainString() + ",\"rate_info\":{}}\n";
    }

    private void namesJson() throws IOException {
        try (BufferedWriter out = open(NAMES_JSON)) {
            for (int index = 0; index < securities.symbolCount(); index++) {
                String id = SecurityEvents.securityId(index);
                LocalDate listed = securities.firstDate(index);
                String name = securities.firstName(index);
                out.write(name(id, name, listed, listed, null));
                Optional<SecurityEvent> renamed = of(id, Kind.NEW_NAME);
                if (renamed.isPresent()) {
                    out.write(name(
                            id, renamed.get().newSymbol(), listed, renamed.get().date(), null));
                }
                Optional<SecurityEvent> end = of(id, Kind.DELISTING);
                if (end.isPresent()) {
                    out.write(name(id, name, listed, end.get().date(), end.get().date()));
                }
            }
        }
    }

    private static String name(String id, String symbol, LocalDate listed, LocalDate from, LocalDate delisted) {
        return "{\"ts_record\":\"" + from + "T06:00:00Z\",\"ts_effective\":\"" + from + "T00:00:00Z\",\"listing_id\":\""
                + id.replace("S-", "L-1") + "\",\"security_id\":\"" + id + "\",\"listing_status\":\""
                + (delisted == null ? "L" : "D") + "\",\"listing_date\":\"" + listed + "\",\"delisting_date\":"
                + (delisted == null ? "null" : "\"" + delisted + "\"")
                + ",\"listing_country\":\"US\",\"symbol\":null,\"nasdaq_symbol\":" + JsonText.quote(symbol) + "}\n";
    }

    private void truth() throws IOException {
        try (BufferedWriter out = open(TRUTH)) {
            for (SecurityEvent event : events) {
                out.write("{\"kind\":\"" + event.kind().text() + "\",\"security_id\":\"" + event.securityId()
                        + "\",\"symbol\":" + JsonText.quote(event.symbol()) + ",\"date\":\"" + event.date() + "\""
                        + (event.ratio() == null
                                ? ""
                                : ",\"ratio\":" + event.ratio().toPlainString())
                        + (event.newSymbol() == null ? "" : ",\"new_symbol\":" + JsonText.quote(event.newSymbol()))
                        + "}\n");
            }
        }
    }

    private BufferedWriter open(String name) throws IOException {
        return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    }
}
