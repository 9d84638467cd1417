package org.overread.web.demonstration;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.overread.monitoring.prediction.Outcome;
import org.overread.monitoring.prediction.Prediction;
import org.overread.registry.ModelVersionId;

/**
 * What the models of the Northgate Demonstration Hospital said in eighteen months, and what turned out to be true. No
 * patient in it exists. The same day and the same scale always give the same data.
 *
 * <p>Both versions of a scoring model judged the same encounters. Outcomes are known about a month late, so the last
 * month has none.
 */
final class SyntheticHospital {
    static final ModelVersionId SEPSIS_1 = new ModelVersionId(SepsisRisk.ID, 1);
    static final ModelVersionId SEPSIS_2 = new ModelVersionId(SepsisRisk.ID, 2);
    static final ModelVersionId PANCREAS_1 = new ModelVersionId(PancreasImaging.ID, 1);
    static final ModelVersionId PANCREAS_2 = new ModelVersionId(PancreasImaging.ID, 2);
    static final ModelVersionId NOTES_1 = new ModelVersionId(ClinicalReasoning.ID, 1);
    static final ModelVersionId NOTES_2 = new ModelVersionId(ClinicalReasoning.ID, 2);

    static final List<ModelVersionId> VERSIONS = List.of(SEPSIS_1, SEPSIS_2, PANCREAS_1, PANCREAS_2, NOTES_1, NOTES_2);

    private static final int ENCOUNTERS = 6_000;
    private static final int NOTES = 360;

    private final Period period;
    private final SepsisRisk sepsis;
    private final PancreasImaging pancreas;
    private final ClinicalReasoning reasoning;
    private final int notes;
    private final List<Encounter> emergencies;
    private final List<Encounter> scans;
    private final Map<ModelVersionId, List<Prediction>> said = new HashMap<>();

    /**
     * @param today the period ends with the day before
     * @param scale 1 for about 6,000 predictions of each scoring version and 360 notes of each writing one
     */
    SyntheticHospital(Instant today, double scale) {
        period = new Period(today);
        sepsis = new SepsisRisk(period);
        pancreas = new PancreasImaging(period);
        reasoning = new ClinicalReasoning(period);
        notes = (int) (NOTES * scale);
        emergencies = sepsis.encounters((int) (ENCOUNTERS * scale));
        scans = pancreas.encounters((int) (ENCOUNTERS * scale));
    }

    Period period() {
        return period;
    }

    /** What the version said, the earliest first. */
    List<Prediction> predictions(ModelVersionId version) {
        return said.computeIfAbsent(version, this::said);
    }

    private List<Prediction> said(ModelVersionId version) {
        return switch (version.model()) {
            case SepsisRisk.ID -> sepsis.said(version.version(), emergencies);
            case PancreasImaging.ID -> pancreas.said(version.version(), scans);
            case ClinicalReasoning.ID -> reasoning.wrote(version.version(), notes);
            default -> throw new IllegalArgumentException("the demonstration has no " + version);
        };
    }

    /** What is known by now of what turned out to be true; nothing for a model that writes. */
    List<Outcome> outcomes(String model) {
        return encounters(model).stream()
                .map(encounter -> encounter.outcome(period.end()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The ids of all predictions whose event came, known or not. */
    Set<String> events(String model) {
        return encounters(model).stream()
                .filter(Encounter::event)
                .map(Encounter::id)
                .collect(Collectors.toSet());
    }

    private List<Encounter> encounters(String model) {
        return switch (model) {
            case SepsisRisk.ID -> emergencies;
            case PancreasImaging.ID -> scans;
            default -> List.of();
        };
    }
}
