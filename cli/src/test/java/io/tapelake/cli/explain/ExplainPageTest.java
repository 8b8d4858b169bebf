package io.tapelake.cli.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.cli.explain.ExplainedDay.Candle;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ExplainPageTest {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    private final ExplainedDay day = ExampleDay.whole();
    private final String page = ExplainPage.of(day);

    @Test
    void isWellFormed() throws Exception {
        assertThat(page).startsWith("<!DOCTYPE html>\n<html");
        parsed(page);
        parsed(ExplainPage.of(ExampleDay.untraded()));
    }

    @Test
    void needsNothingFromOutside() {
        assertThat(page.toLowerCase()).doesNotContain("http", "//cdn", "url(", "@import", "src=", "href=", "fetch(");
    }

    @Test
    void followsLightAndDark() {
        assertThat(page).contains("prefers-color-scheme: dark");
    }

    @Test
    void textIsNeverTakenForMarkup() throws Exception {
        String evil = "</script><script>alert('x')</script>";
        String page = ExplainPage.of(ExampleDay.of(evil, evil, ExampleDay.candles()));
        Document document = parsed(page);
        assertThat(document.getElementsByTagName("script").getLength()).isEqualTo(2);
        assertThat(document.getElementsByTagName("title").item(0).getTextContent())
                .startsWith(evil);
        assertThat(page).doesNotContain("<script>alert");
    }

    @Test
    void everyEventAndResetPointIsInATableAndInTheChartOfTheWholeDay() throws Exception {
        Document document = parsed(page);
        Set<String> rows = ids(document, "tr");
        Set<String> marks = ids((Element) document.getElementsByTagName("svg").item(0), "*");
        for (int i = 0; i < day.events().size(); i++) {
            assertThat(rows).contains("e" + i);
            assertThat(marks).contains("e" + i);
        }
        for (int i = 0; i < day.resetPoints().size(); i++) {
            assertThat(rows).contains("r" + i);
            assertThat(marks).contains("r" + i);
        }
        assertThat(page)
                .contains("volatility squeeze")
                .contains("10:00:07")
                .contains("+42.0%")
                .contains("retrace 92%");
    }

    @Test
    void everyMarkHasItsTextForHovering() throws Exception {
        Document document = parsed(page);
        JsonNode data = new ObjectMapper()
                .readTree(document.getElementsByTagName("script").item(0).getTextContent());
        Set<String> marks = ids(document.getDocumentElement(), "*");
        assertThat(marks)
                .isNotEmpty()
                .allSatisfy(id -> assertThat(data.get("marks").has(id)).isTrue());
        assertThat(data.get("candles")).hasSize(ExampleDay.MINUTES);
    }

    @Test
    void selectedPointsAreFilledAndOthersHollow() {
        assertThat(page).contains("class=\"reset taken q4\" data-i=\"r0\"");
        assertThat(page).contains("class=\"reset q0\" data-i=\"r1\"");
    }

    @Test
    void haltsAreBandsAndOnlyTheChartsThatSeeThemHaveThem() throws Exception {
        List<Integer> bands = new ArrayList<>();
        for (Element chart : elements(parsed(page), "svg")) {
            bands.add((int) elements(chart, "rect").stream()
                    .filter(rect -> rect.getAttribute("class").equals("halt"))
                    .count());
        }
        // Whole day, morning, afternoon.
        assertThat(bands).containsExactly(1, 1, 0);
    }

    @Test
    void aBadPrintOffTheScaleIsAnArrowWithItsPrice() throws Exception {
        Element chart = elements(parsed(page), "svg").get(0);
        List<Element> bad = elements(chart, "g").stream()
                .filter(g -> g.getAttribute("class").equals("bad"))
                .toList();
        assertThat(bad).hasSize(2);
        assertThat(elements(bad.get(0), "path")).hasSize(1);
        assertThat(bad.get(0).getTextContent()).contains("4.20");
        assertThat(elements(bad.get(1), "circle")).hasSize(1);
    }

    @Test
    void nothingIsDrawnOutsideThePicture() throws Exception {
        for (Element chart : elements(parsed(page), "svg")) {
            String[] box = chart.getAttribute("viewBox").split(" ");
            double height = Double.parseDouble(box[3]);
            for (Element rect : elements(chart, "rect")) {
                assertThat(number(rect, "x")).isBetween(DayChart.LEFT - 0.1, DayChart.RIGHT + 0.1);
                assertThat(number(rect, "x") + number(rect, "width")).isLessThan(DayChart.RIGHT + 0.2);
                assertThat(number(rect, "y") + number(rect, "height")).isLessThan(height);
            }
            for (Element path : elements(chart, "path")) {
                Matcher number = NUMBER.matcher(path.getAttribute("d"));
                while (number.find()) {
                    assertThat(Double.parseDouble(number.group())).isBetween(-height, DayChart.WIDTH);
                }
            }
        }
    }

    @Test
    void aFlatMinuteAloneCanBeDrawn() throws Exception {
        Candle flat = new Candle(ExampleDay.at("11:00"), 5, 5, 5, 5, 0, Double.NaN);
        String page = ExplainPage.of(ExampleDay.of("ABC", "none", List.of(flat)));
        parsed(page);
        assertThat(page).doesNotContain("NaN").doesNotContain("Infinity");
    }

    @Test
    void theSameDayGivesTheSamePage() {
        assertThat(ExplainPage.of(ExampleDay.whole())).isEqualTo(page);
    }

    private static Document parsed(String page) throws Exception {
        String xml = page.substring(page.indexOf('\n') + 1);
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static Set<String> ids(Document document, String tag) {
        return ids(document.getDocumentElement(), tag);
    }

    private static Set<String> ids(Element within, String tag) {
        Set<String> ids = new HashSet<>();
        for (Element element : elements(within, tag)) {
            if (element.hasAttribute("data-i")) {
                ids.add(element.getAttribute("data-i"));
            }
        }
        return ids;
    }

    private static List<Element> elements(Document document, String tag) {
        return elements(document.getDocumentElement(), tag);
    }

    private static List<Element> elements(Element within, String tag) {
        NodeList nodes = within.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
