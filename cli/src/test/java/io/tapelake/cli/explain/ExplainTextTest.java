package io.tapelake.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainTextTest {

    @Test
    void textSaysWhyAndWhat() {
        List<String> lines = ExplainText.of(ExampleDay.whole()).lines().toList();
        assertThat(lines.get(0)).isEqualTo("ABC 2025-11-14  RISK BOTH");
        assertThat(lines)
                .contains("  because gave back <all> of its \"leg\" & more")
                .contains("  movement       weight 0.30  score    0.93  42%")
                .contains("  RVOL           weight 0.25  score missing")
                .contains("  09:30 momentum  10:30 flush")
                .contains("  10:00:07–10:05     halt")
                .contains("  09:30–10:30        run *               +42.0%  retrace 92%");
        assertThat(lines).filteredOn(line -> line.startsWith(" > 09:45")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.startsWith("   10:34")).hasSize(1);
    }

    @Test
    void absentNumbersAreDashes() {
        assertThat(ExplainText.of(ExampleDay.untraded())).contains("quality –").doesNotContain("NaN");
    }

    @Test
    void jsonHasExactTimesAndNullForWhatIsAbsent() throws Exception {
        JsonNode day = new ObjectMapper().readTree(ExplainJson.of(ExampleDay.whole()));
        assertThat(day.get("category").textValue()).isEqualTo("RISK");
        assertThat(day.get("components").get(1).get("score").isNull()).isTrue();
        JsonNode halt = day.get("events").get(1);
        assertThat(halt.get("start_ns").longValue()).isEqualTo(ExampleDay.at("10:00:07"));
        assertThat(halt.get("start").textValue()).isEqualTo("2025-11-14T10:00:07-05:00");
        assertThat(halt.get("change").isNull()).isTrue();
        assertThat(day.get("reset_points").get(0).get("selected").booleanValue())
                .isTrue();
        assertThat(day.get("reset_points")
                        .get(0)
                        .get("components")
                        .get(0)
                        .get("name")
                        .textValue())
                .isEqualTo("volume");
    }
}
