package io.tapelake.cli.report;

import static io.tapelake.cli.report.NightPage.count;

import io.tapelake.cli.explain.Markup;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What came in, and what was not taken, as tables of the page. */
final class NightInput {

    private static final double MEGABYTE = 1e6;

    private NightInput() {}

    static void files(Night night, Markup out) {
        out.open("section").text("h2", "What came in");
        if (night.files().isEmpty()) {
            out.text("p", "No file was new.", "class", "soft").close("section");
            return;
        }
        boolean said =
                night.files().stream().anyMatch(group -> !group.conditions().isEmpty());
        List<String> headings = new ArrayList<>(
                List.of("Dataset and schema", "#Files", "#MB", "#Records", "#Stored", "#Quarantined", "Outcome"));
        if (said) {
            headings.add("Vendor says");
        }
        NightPage.head(out, headings);
        for (FileGroup group : night.files()) {
            boolean taken = group.outcome().equals("taken");
            out.open("tr").text("td", group.name());
            out.text("td", count(group.files()), "class", "num");
            out.text("td", String.format(Locale.ROOT, "%,.1f", group.bytes() / MEGABYTE), "class", "num");
            out.text("td", count(group.records()), "class", "num");
            out.text("td", count(group.stored()), "class", "num");
            out.text("td", count(group.quarantined()), "class", group.quarantined() > 0 ? "num bad" : "num");
            out.open("td", "class", taken ? null : "bad").text(group.outcome());
            if (!taken) {
                out.text(
                        "small",
                        " "
                                + String.join(
                                        ", ",
                                        group.examples().stream()
                                                .map(NightInput::name)
                                                .toList()));
            }
            out.close("td");
            if (said) {
                out.text("td", String.join(", ", group.conditions()), "class", "bad");
            }
            out.close("tr");
        }
        NightPage.tail(out);
        out.close("section");
    }

    static void quarantine(Night night, Markup out) {
        out.open("section").text("h2", "Quarantine");
        if (night.quarantine().isEmpty()) {
            out.text("p", "Nothing: every record was taken.", "class", "soft").close("section");
            return;
        }
        NightPage.head(out, List.of("Reason", "#Records", "#Files", "For example"));
        for (QuarantineGroup group : night.quarantine()) {
            out.open("tr").text("td", group.reason());
            out.text("td", count(group.records()), "class", "num bad").text("td", count(group.files()), "class", "num");
            out.text("td", group.example(), "class", "soft").close("tr");
        }
        NightPage.tail(out);
        out.text(
                "p",
                "All of it: tapelake table quarantine --where \"run_id = '"
                        + night.run().runId() + "'\"",
                "class",
                "soft");
        out.close("section");
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
