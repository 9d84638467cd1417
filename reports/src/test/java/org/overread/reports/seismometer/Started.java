package org.overread.reports.seismometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.subgroup.Cohort;
import org.overread.reports.parquet.ParquetColumn.Kind;
import org.overread.reports.parquet.ParquetTable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * A folder taken up as Seismometer takes it up: read configuration, load predictions and events, cast them to the types
 * of the dictionary, merge each event onto the predictions by their keys, make cohorts. Every step asserts what
 * Seismometer needs in order to go on; its own source, at version 0.3 and later, is where the rules were read.
 *
 * @param frame the predictions with {@code Outcome_Value} and {@code Outcome_Time} merged onto them
 */
record Started(
        Map<String, byte[]> files,
        JsonNode usage,
        JsonNode metadata,
        ParquetTable predictions,
        ParquetTable events,
        List<Map<String, @Nullable Object>> frame) {
    private static final YAMLMapper YAML = YAMLMapper.shared();
    private static final Set<String> PLACES = Set.of(
            "template",
            "info_dir",
            "event_definition",
            "prediction_definition",
            "usage_config",
            "automation_config",
            "data_dir",
            "prediction_path",
            "event_path",
            "metadata_path");
    private static final Set<String> USES = Set.of(
            "entity_id",
            "context_id",
            "primary_output",
            "primary_target",
            "predict_time",
            "comparison_time",
            "event_table",
            "outputs",
            "cohorts",
            "features",
            "events",
            "cohort_hierarchies",
            "metrics",
            "load_time_filters",
            "censor_min_count");
    private static final Map<Kind, String> DTYPES =
            Map.of(Kind.TEXT, "object", Kind.NUMBER, "float64", Kind.WHOLE, "int64", Kind.TIME, "datetime64[ns]");

    static Started on(byte[] zip) {
        var files = unzipped(zip);
        var places = yaml(files, "config.yml").get("other_info");
        assertThat(PLACES).containsAll(places.propertyNames());
        var usage = yaml(files, places.get("usage_config").stringValue()).get("data_usage");
        assertThat(USES).containsAll(usage.propertyNames());
        var data = places.get("data_dir").stringValue() + "/";
        var predictions = table(files, data + places.get("prediction_path").stringValue());
        var events = table(files, data + places.get("event_path").stringValue());
        var metadata = JsonMapper.shared()
                .readTree(file(files, data + places.get("metadata_path").stringValue()));
        assertThat(metadata.get("modelname").stringValue()).isNotBlank();
        if (metadata.has("thresholds")) {
            assertThat(metadata.get("thresholds").valueStream().map(JsonNode::doubleValue))
                    .isNotEmpty()
                    .allSatisfy(threshold -> assertThat(threshold).isBetween(0.0, 1.0));
        }
        types(yaml(files, places.get("prediction_definition").stringValue()).get("predictions"), predictions);
        columns(usage, predictions);
        var definitions =
                yaml(files, places.get("event_definition").stringValue()).get("events");
        return new Started(
                files, usage, metadata, predictions, events, merged(usage, definitions, predictions, events));
    }

    /** The cases as Seismometer has them, in the form that our own figures are computed from. */
    Cohort cohort() {
        var cohort = Cohort.builder();
        frame.forEach(row -> cohort.add(
                number(row.get("Score")),
                (int) number(row.get("Outcome_Value")),
                (String) row.get("Patient"),
                Map.of()));
        return cohort.build();
    }

    private static double number(@Nullable Object value) {
        return (Double) Objects.requireNonNull(value);
    }

    List<@Nullable Object> column(String name) {
        var values = new ArrayList<@Nullable Object>();
        frame.forEach(row -> values.add(row.get(name)));
        return values;
    }

    String text(String file) {
        return new String(file(files, file), StandardCharsets.UTF_8);
    }

    /** Every column of the data is cast to what the dictionary says of it; here it is of that type already. */
    private static void types(JsonNode dictionary, ParquetTable predictions) {
        var declared = new HashMap<String, String>();
        dictionary.forEach(item -> {
            assertThat(item.propertyNames()).containsOnly("name", "dtype", "definition");
            declared.put(item.get("name").stringValue(), item.get("dtype").stringValue());
        });
        var actual = new HashMap<String, String>();
        predictions.types().forEach((name, kind) -> actual.put(name, DTYPES.get(kind)));
        assertThat(declared).isEqualTo(actual);
    }

    private static void columns(JsonNode usage, ParquetTable predictions) {
        var types = predictions.types();
        assertThat(types)
                .containsKeys(
                        usage.get("entity_id").stringValue(),
                        usage.get("context_id").stringValue())
                .containsEntry(usage.get("predict_time").stringValue(), Kind.TIME)
                .containsEntry(usage.get("primary_output").stringValue(), Kind.NUMBER)
                // a column of the target's name would be taken for the target
                .doesNotContainKey(usage.get("primary_target").stringValue());
        assertThat(usage.get("cohorts")
                        .valueStream()
                        .map(cohort -> cohort.get("source").stringValue()))
                .isNotEmpty()
                .doesNotHaveDuplicates()
                .allSatisfy(cohort -> assertThat(types).containsKey(cohort));
        assertThat(usage.get("censor_min_count").intValue()).isGreaterThanOrEqualTo(10);
        var times = predictions.rows().stream()
                .map(row -> row.get(usage.get("predict_time").stringValue()));
        assertThat(times).doesNotContainNull();
    }

    private static List<Map<String, @Nullable Object>> merged(
            JsonNode usage, JsonNode definitions, ParquetTable predictions, ParquetTable events) {
        assertThat(usage.get("events")).hasSize(1);
        var event = usage.get("events").get(0);
        assertThat(event.get("usage").stringValue()).isEqualTo("target");
        assertThat(event.get("display_name").stringValue())
                .isEqualTo(usage.get("primary_target").stringValue());
        assertThat(event.get("aggregation_method").stringValue()).isIn("min", "max", "first", "last");
        assertThat(event.get("merge_strategy").stringValue()).isEqualTo("first");
        assertThat(definitions.get(0).get("name").stringValue())
                .isEqualTo(event.get("source").stringValue());
        var keys = List.of(
                usage.get("entity_id").stringValue(), usage.get("context_id").stringValue());
        var table = usage.get("event_table");
        assertThat(events.types())
                .containsKeys(keys.toArray(String[]::new))
                .containsEntry(table.get("type").stringValue(), Kind.TEXT)
                .containsEntry(table.get("time").stringValue(), Kind.TIME)
                .containsEntry(table.get("value").stringValue(), Kind.NUMBER);
        var firsts = new HashMap<List<@Nullable Object>, Map<String, @Nullable Object>>();
        var timed = events.rows().stream()
                .filter(row -> row.get(table.get("time").stringValue()) != null)
                .count();
        assertThat(timed).as("all events have a time, or none").isIn(0L, (long)
                events.rows().size());
        for (var row : events.rows()) {
            assertThat(row.get(table.get("type").stringValue()))
                    .isEqualTo(event.get("source").stringValue());
            firsts.putIfAbsent(keys(row, keys), row);
        }
        var frame = new ArrayList<Map<String, @Nullable Object>>();
        var seen = new java.util.HashSet<List<@Nullable Object>>();
        for (var row : predictions.rows()) {
            assertThat(seen.add(keys(row, keys)))
                    .as("each prediction has keys of its own")
                    .isTrue();
            var first = firsts.get(keys(row, keys));
            assertThat(first)
                    .as("a prediction without an event would count as one without the outcome")
                    .isNotNull();
            Objects.requireNonNull(first);
            var joined = new LinkedHashMap<>(row);
            joined.put("Outcome_Value", first.get(table.get("value").stringValue()));
            joined.put("Outcome_Time", first.get(table.get("time").stringValue()));
            assertThat(joined.get("Outcome_Value")).isIn(0.0, 1.0);
            frame.add(joined);
        }
        return frame;
    }

    private static List<@Nullable Object> keys(Map<String, @Nullable Object> row, List<String> names) {
        var keys = new ArrayList<@Nullable Object>();
        names.forEach(name -> keys.add(row.get(name)));
        assertThat(keys).doesNotContainNull();
        return keys;
    }

    private static JsonNode yaml(Map<String, byte[]> files, String name) {
        return YAML.readTree(file(files, name));
    }

    private static ParquetTable table(Map<String, byte[]> files, String name) {
        return ParquetTable.read(file(files, name));
    }

    private static byte[] file(Map<String, byte[]> files, String name) {
        assertThat(files).containsKey(name);
        return Objects.requireNonNull(files.get(name));
    }

    /** All of it lies in one folder, whose name is left out here. */
    private static Map<String, byte[]> unzipped(byte[] bytes) {
        var files = new LinkedHashMap<String, byte[]>();
        var folders = new java.util.TreeSet<String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var slash = entry.getName().indexOf('/');
                folders.add(entry.getName().substring(0, slash));
                files.put(entry.getName().substring(slash + 1), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(folders).hasSize(1);
        return files;
    }
}
