package org.overread.reports.seismometer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.KnownCases.Basis;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.catalog.RegisteredModel;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * What stands in the folder beside the two tables: the names of files and columns as Seismometer's configuration takes
 * them, and words for whoever opens it. Features are not listed in the usage, which makes Seismometer load every column:
 * a list would only leave some out.
 */
record FolderTexts(RegisteredModel model, ModelVersion version, Window window, Basis basis, Layout layout) {
    static final String DATA = "data";
    static final String PREDICTIONS = "predictions.parquet";
    static final String EVENTS = "events.parquet";

    private static final String USAGE = "usage_config.yml";
    private static final String DICTIONARY = "dictionary.yml";
    private static final String METADATA = "metadata.json";
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .build();
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .defaultPrettyPrinter(new DefaultPrettyPrinter())
            .build();

    /** The texts by their place in the folder. */
    Map<String, String> files() {
        var files = new LinkedHashMap<String, String>();
        files.put("README.md", readme());
        files.put("seismometer.ipynb", JSON.writeValueAsString(notebook()));
        files.put("config.yml", YAML.writeValueAsString(config()));
        files.put(USAGE, YAML.writeValueAsString(usage()));
        files.put(DICTIONARY, YAML.writeValueAsString(dictionary()));
        files.put(DATA + "/" + METADATA, JSON.writeValueAsString(metadata()));
        return files;
    }

    private static Map<String, @Nullable Object> config() {
        return Map.of(
                "other_info",
                ordered(
                        "template", "binary",
                        "info_dir", "outputs",
                        "usage_config", USAGE,
                        "event_definition", DICTIONARY,
                        "prediction_definition", DICTIONARY,
                        "data_dir", DATA,
                        "event_path", EVENTS,
                        "prediction_path", PREDICTIONS,
                        "metadata_path", METADATA));
    }

    private Map<String, @Nullable Object> usage() {
        return Map.of(
                "data_usage",
                ordered(
                        "entity_id", Layout.PATIENT,
                        "context_id", Layout.PREDICTION,
                        "primary_output", Layout.SCORE,
                        "primary_target", Layout.OUTCOME,
                        "predict_time", Layout.PREDICTION_TIME,
                        "cohorts",
                                layout.cohorts().stream()
                                        .map(name -> Map.of("source", name))
                                        .toList(),
                        "event_table",
                                ordered(
                                        "type", EventTable.TYPE,
                                        "time", EventTable.TIME,
                                        "value", EventTable.VALUE),
                        "events",
                                List.of(ordered(
                                        "source", Layout.OUTCOME,
                                        "display_name", Layout.OUTCOME,
                                        "usage", "target",
                                        "aggregation_method", "max",
                                        "merge_strategy", "first")),
                        "censor_min_count", SmallCells.THRESHOLD));
    }

    private Map<String, @Nullable Object> dictionary() {
        return ordered(
                "predictions",
                layout.columns().stream()
                        .map(column -> item(column.name(), column.dtype(), column.definition()))
                        .toList(),
                "events",
                List.of(item(Layout.OUTCOME, "float64", "1 if the event happened, 0 if it did not")));
    }

    private Map<String, @Nullable Object> metadata() {
        var metadata =
                ordered("modelname", model.name() + ", version " + version.id().version());
        var threshold = version.declared().threshold();
        if (threshold != null) {
            metadata.put("thresholds", List.of(threshold));
        }
        metadata.put("model", model.id());
        metadata.put("version", version.id().version());
        metadata.put("digest", version.digest().hex());
        metadata.put("from", words(window.from(), "the first prediction"));
        metadata.put("to", words(window.to(), "the last prediction"));
        metadata.put("site", words(window.site(), "all sites"));
        metadata.put("predictions", basis.cases());
        metadata.put("left_out", basis.predictions() - basis.cases());
        return metadata;
    }

    private Map<String, @Nullable Object> notebook() {
        var cells = new ArrayList<Map<String, @Nullable Object>>();
        cells.add(words("# %s, version %d".formatted(model.name(), version.id().version())));
        cells.add(code("%matplotlib inline\nimport seismometer as sm\n\nsm.run_startup(config_path=\".\")"));
        cells.add(code("sm.show_info()"));
        cells.add(words("## All patients"));
        cells.add(code("sm.ExploreModelEvaluation()"));
        cells.add(words("## Group by group"));
        cells.add(code("sm.ExploreCohortEvaluation()"));
        cells.add(code("sm.ExploreFairnessAudit()"));
        if (basis.timed()) {
            cells.add(words("## From prediction to the outcome being known"));
            cells.add(code("sm.ExploreCohortLeadTime()"));
        }
        return ordered(
                "nbformat",
                4,
                "nbformat_minor",
                4,
                "metadata",
                Map.of("kernelspec", ordered("name", "python3", "display_name", "Python 3", "language", "python")),
                "cells",
                cells);
    }

    private String readme() {
        var left = basis.predictions() - basis.cases();
        return """
                # %s, version %d, for Seismometer

                Open `seismometer.ipynb` in this folder (`pip install seismometer`), or from Python, in this folder:

                    import seismometer as sm
                    sm.run_startup(config_path=".")

                - Predictions from %s to %s, %s: %,d with a score and a known outcome%s.
                - %s
                - Patients and predictions carry names that were made for this export and lead nowhere else. No text that a
                  model wrote or a clinician typed is in it, and of the features only those that are watched.
                  A category that the monitoring plan does not list is written as `%s`.
                - Times are in UTC. %s
                - Each prediction is a context of its own, so Seismometer counts predictions as Overread does. It flags some
                  plots above the threshold where Overread flags from it on.
                - Groups of fewer than %d rows are censored. What you draw from the rows yourself is not: hide small groups.
                """.formatted(
                        model.name(),
                        version.id().version(),
                        words(window.from(), "the first"),
                        words(window.to(), "the last"),
                        window.site() == null ? "at all sites" : "at " + window.site(),
                        basis.cases(),
                        left == 0 ? "" : String.format(Locale.ROOT, "; %,d without one of them are left out", left),
                        version.declared().threshold() == null
                                ? "The version declares no threshold; Seismometer takes its own."
                                : "The version flags from " + version.declared().threshold() + " on.",
                        FeatureValues.NOT_DECLARED,
                        basis.timed()
                                ? "The outcome carries the time at which it became known."
                                : "Outcomes carry no time: of some nobody said when they became known.",
                        SmallCells.THRESHOLD);
    }

    private static Map<String, @Nullable Object> words(String markdown) {
        return ordered("cell_type", "markdown", "metadata", Map.of(), "source", markdown);
    }

    private static Map<String, @Nullable Object> code(String source) {
        var cell = ordered("cell_type", "code", "metadata", Map.of(), "outputs", List.of(), "source", source);
        cell.put("execution_count", null);
        return cell;
    }

    private static Map<String, @Nullable Object> item(String name, String dtype, String definition) {
        return ordered("name", name, "dtype", dtype, "definition", definition);
    }

    private static String words(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : value.toString();
    }

    /** A map that keeps the order in which it is told. */
    private static Map<String, @Nullable Object> ordered(Object... namesAndValues) {
        var map = new LinkedHashMap<String, @Nullable Object>();
        for (var i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
