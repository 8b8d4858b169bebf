package io.tapelake.cli.lake;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapelake.index.DayChange;
import io.tapelake.index.FileChange;
import io.tapelake.index.ResetPointCounts;
import io.tapelake.index.RunDiff;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The difference of two runs for programs: one object per line, the summary first. */
final class RunDiffJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RunDiffJson() {}

    static void print(RunDiff diff, int limit, PrintWriter out) {
        out.println(summary(diff));
        diff.files().stream().limit(limit).map(RunDiffJson::file).forEach(out::println);
        diff.first().stream().map(RunDiffJson::day).forEach(out::println);
    }

    private static ObjectNode summary(RunDiff diff) {
        ObjectNode json = what("summary");
        json.put("from", diff.before().runId());
        json.put("to", diff.after().runId());
        ObjectNode files = json.putObject("files");
        for (FileChange.Kind kind : FileChange.Kind.values()) {
            files.put(
                    name(kind),
                    diff.files().stream().filter(file -> file.kind() == kind).count());
        }
        json.put("other_corporate_actions", diff.otherCorporateActions());
        json.put("other_configuration", diff.otherConfiguration());
        json.put("config_hash_from", diff.before().configHash());
        json.put("config_hash_to", diff.after().configHash());
        json.put("other_code", diff.otherCode());
        json.put("code_version_from", diff.before().codeVersion());
        json.put("code_version_to", diff.after().codeVersion());
        texts(json, "trade_dates", diff.dates());
        ObjectNode days = json.putObject("symbol_days");
        for (DayChange.Kind kind : DayChange.Kind.values()) {
            days.put(name(kind), diff.days().getOrDefault(kind, 0L));
        }
        json.put("other_category", diff.otherCategory());
        json.put("other_quality", diff.otherQuality());
        points(json, diff.resetPoints());
        ObjectNode causes = json.putObject("causes");
        diff.causes().forEach((cause, count) -> causes.put(name(cause), count));
        return json;
    }

    private static ObjectNode file(FileChange file) {
        ObjectNode json = what("file");
        json.put("change", name(file.kind()));
        json.put("path", file.path());
        json.put("schema", file.schema());
        texts(json, "trade_dates", file.tradeDates());
        return json;
    }

    private static ObjectNode day(DayChange day) {
        ObjectNode json = what("day");
        json.put("trade_date", day.tradeDate().toString());
        json.put("dataset", day.dataset());
        json.put("symbol", day.symbol());
        json.put("change", name(day.kind()));
        judgement(json, "from", day.before());
        judgement(json, "to", day.after());
        texts(json, "columns", day.columns());
        points(json, day.resetPoints());
        texts(json, "causes", day.causes().stream().map(RunDiffJson::name).toList());
        return json;
    }

    private static void judgement(ObjectNode json, String side, Optional<DayChange.Judgement> day) {
        json.put("category_" + side, day.map(DayChange.Judgement::category).orElse(null));
        json.put("quality_" + side, day.map(DayChange.Judgement::quality).orElse(null));
    }

    private static void points(ObjectNode json, ResetPointCounts points) {
        json.putObject("reset_points")
                .put("added", points.added())
                .put("removed", points.removed())
                .put("changed", points.changed());
    }

    private static void texts(ObjectNode json, String name, Collection<?> values) {
        var array = json.putArray(name);
        values.forEach(value -> array.add(value.toString()));
    }

    private static ObjectNode what(String what) {
        return JSON.createObjectNode().put("what", what);
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
