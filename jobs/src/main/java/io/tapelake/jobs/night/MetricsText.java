package io.tapelake.jobs.night;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Metrics in Prometheus' text form, gauges all: a file that a night leaves behind says how things are, and does not count
 * up. Not thread-safe.
 */
final class MetricsText {

    /** Name to its samples and what it is. */
    private final Map<String, Metric> metrics = new LinkedHashMap<>();

    private final String common;

    private record Metric(String help, Map<String, String> samples) {}

    /**
     * An empty text.
     *
     * @param common labels of every sample, name to value
     */
    MetricsText(Map<String, String> common) {
        this.common = labels(new TreeMap<>(common));
    }

    /** A sample without a label of its own. */
    void add(String name, String help, Number value) {
        metric(name, help).samples().put('{' + common + '}', number(value.doubleValue()));
    }

    /** Samples that differ in one label. */
    void add(String name, String help, String label, Map<String, ? extends Number> values) {
        values.forEach((labelValue, value) -> metric(name, help)
                .samples()
                .put('{' + common + ',' + labels(Map.of(label, labelValue)) + '}', number(value.doubleValue())));
    }

    /** A sample as it stood in an older text. */
    void carry(String name, String help, String labels, String value) {
        metric(name, help).samples().put(labels, value);
    }

    private Metric metric(String name, String help) {
        return metrics.computeIfAbsent(name, n -> new Metric(help, new LinkedHashMap<>()));
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        metrics.forEach((name, metric) -> {
            text.append("# HELP ")
                    .append(name)
                    .append(' ')
                    .append(metric.help())
                    .append('\n');
            text.append("# TYPE ").append(name).append(" gauge\n");
            metric.samples().forEach((labels, value) -> text.append(name)
                    .append(labels)
                    .append(' ')
                    .append(value)
                    .append('\n'));
        });
        return text.toString();
    }

    private static String labels(Map<String, String> labels) {
        StringBuilder text = new StringBuilder();
        labels.forEach((name, value) -> text.append(text.isEmpty() ? "" : ",")
                .append(name)
                .append("=\"")
                .append(value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n"))
                .append('"'));
        return text.toString();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.3f", value);
    }
}
