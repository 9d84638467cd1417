package org.overread.web.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads the text format of Prometheus, version 0.0.4, as strictly as its own reader does and a little more. */
public final class PrometheusText {
    private static final Pattern HEAD = Pattern.compile("# (HELP|TYPE) ([a-zA-Z_:][a-zA-Z0-9_:]*) (\\S.*)");
    private static final Pattern SAMPLE = Pattern.compile(
            "([a-zA-Z_:][a-zA-Z0-9_:]*)(\\{(?:[a-zA-Z_][a-zA-Z0-9_]*=\"(?:[^\"\\\\\\n]|\\\\[\\\\\"n])*\"(?:,(?=[a-zA-Z_])|(?=})))*})? "
                    + "(NaN|[+-]Inf|-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)");

    private final Map<String, Double> samples = new LinkedHashMap<>();
    private final Map<String, String> types = new HashMap<>();
    private String family = "";

    private PrometheusText() {}

    /** The value of each sample, by its name and labels as they are written. */
    public static Map<String, Double> read(String text) {
        var read = new PrometheusText();
        assertThat(text).endsWith("\n").doesNotContain("\r");
        var helped = new HashSet<String>();
        text.lines().forEach(line -> read.line(line, helped));
        read.checkHistograms();
        return read.samples;
    }

    private void line(String line, HashSet<String> helped) {
        var head = HEAD.matcher(line);
        if (head.matches()) {
            if (head.group(1).equals("HELP")) {
                assertThat(helped.add(head.group(2))).as("told once: " + line).isTrue();
                family = head.group(2);
            } else {
                assertThat(head.group(2)).as("the type follows the help").isEqualTo(family);
                assertThat(head.group(3)).isIn("counter", "gauge", "histogram");
                types.put(family, head.group(3));
            }
            return;
        }
        var sample = SAMPLE.matcher(line);
        assertThat(sample.matches()).as("a sample: " + line).isTrue();
        var name = sample.group(1);
        var type = types.get(family);
        assertThat(type).as("typed: " + line).isNotNull();
        assertThat(name)
                .as("in its family")
                .matches("histogram".equals(type) ? family + "_(bucket|sum|count)" : Pattern.quote(family));
        var key = line.substring(0, line.lastIndexOf(' '));
        assertThat(samples.put(key, number(sample.group(3))))
                .as("told once: " + key)
                .isNull();
    }

    private void checkHistograms() {
        var before = new HashMap<String, Double>();
        samples.forEach((key, value) -> {
            if (key.contains("_bucket{")) {
                var series = key.replaceFirst(",?le=\"[^\"]*\"", "");
                assertThat(value).as("grows: " + key).isGreaterThanOrEqualTo(before.getOrDefault(series, 0.0));
                before.put(series, value);
                if (key.contains("le=\"+Inf\"")) {
                    var count = series.replaceFirst("_bucket", "_count").replace("{}", "");
                    assertThat(samples.get(count)).as(count).isEqualTo(value);
                }
            }
        });
    }

    private static double number(String value) {
        return switch (value) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(value);
        };
    }
}
