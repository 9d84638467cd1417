package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.ModelDraft;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.RiskTier;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.VersionDeclaration;

/** The demonstration's sites, its three models and their versions. */
@ApplicationScoped
public class Registration {
    private static final List<String> SUBGROUPS = List.of("sex", "age_band", "race");

    /** In which month each version is registered, counted from 0: the first of a quarter. */
    private static final Map<ModelVersionId, Integer> MONTHS = Map.of(
            SyntheticHospital.SEPSIS_1, 0,
            SyntheticHospital.PANCREAS_1, 0,
            SyntheticHospital.NOTES_1, 0,
            SyntheticHospital.PANCREAS_2, 9,
            SyntheticHospital.SEPSIS_2, 12,
            SyntheticHospital.NOTES_2, 12);

    @Inject
    Catalog catalog;

    @Inject
    Staff staff;

    /** The month in which a version is registered, and from which on it sends. */
    static int month(ModelVersionId version) {
        return MONTHS.getOrDefault(version, 0);
    }

    /** Opens the sites and registers the models. */
    void open() {
        open(new Site(Patient.NORTH, "Northgate Demonstration Hospital, North"));
        open(new Site(Patient.SOUTH, "Northgate Demonstration Hospital, South"));
        register(
                SepsisRisk.ID,
                "Sepsis risk",
                "Warns the emergency team of adults who may develop sepsis within twelve hours, so that they are"
                        + " examined and treated sooner. It informs the decision and never replaces it.",
                OutputKind.RISK_SCORE,
                RiskTier.HIGH,
                "Emergency");
        register(
                PancreasImaging.ID,
                "Pancreas imaging",
                "Marks abdominal CT scans of adults that may show early pancreatic cancer for a second look by a"
                        + " radiologist.",
                OutputKind.CLASS,
                RiskTier.HIGH,
                "Radiology");
        register(
                ClinicalReasoning.ID,
                "Clinical reasoning",
                "Drafts a differential diagnosis with its reasons from a short summary, for physicians of internal"
                        + " medicine to read and correct.",
                OutputKind.GENERATED_TEXT,
                RiskTier.MODERATE,
                "Internal medicine");
    }

    /** Registers the versions whose month it is. */
    void register(int month) {
        SyntheticHospital.VERSIONS.stream()
                .filter(version -> month(version) == month && !known(version))
                .forEach(
                        version -> catalog.registerVersion(staff.actor(Staff.MAX), version.model(), declared(version)));
    }

    private boolean known(ModelVersionId version) {
        return catalog.versions(staff.actor(Staff.MAX), version.model()).stream()
                .anyMatch(kept -> kept.id().equals(version));
    }

    private void open(Site site) {
        if (catalog.site(site.id()).isEmpty()) {
            catalog.addSite(staff.actor(Staff.ROOT), site);
        }
    }

    private void register(
            String id, String name, String intendedUse, OutputKind kind, RiskTier tier, String department) {
        var owner = staff.actor(Staff.MAX);
        if (catalog.models(owner).stream().noneMatch(model -> model.id().equals(id))) {
            catalog.register(
                    owner,
                    new ModelDraft(
                            id,
                            name,
                            intendedUse,
                            kind,
                            tier,
                            department,
                            staff.actor(Staff.ADA).personId(),
                            owner.personId(),
                            "Chief medical information officer"));
        }
    }

    private static VersionDeclaration declared(ModelVersionId version) {
        boolean first = version.version() == 1;
        return switch (version.model()) {
            case SepsisRisk.ID ->
                scoring(
                        version,
                        SepsisRisk.THRESHOLD,
                        first
                                ? "Emergency visits of four years; women over seventy were few among them."
                                : "The same visits and two years more, with women over seventy as frequent as they come.",
                        first ? null : "Retrained after clinicians overrode low scores of women over seventy.");
            case PancreasImaging.ID ->
                scoring(
                        version,
                        PancreasImaging.THRESHOLD,
                        "Abdominal CT scans of five years with confirmed diagnoses.",
                        first ? null : "Retrained on thin slices.");
            default -> writing(version, first);
        };
    }

    private static VersionDeclaration scoring(
            ModelVersionId version, double threshold, String trainingData, @Nullable String note) {
        return new VersionDeclaration(
                threshold,
                note == null ? ChangeType.FIRST : ChangeType.RETRAINED,
                "sha256:" + Digest.of("model file of " + version).hex(),
                null,
                null,
                null,
                trainingData,
                note,
                SUBGROUPS);
    }

    private static VersionDeclaration writing(ModelVersionId version, boolean first) {
        return new VersionDeclaration(
                null,
                first ? ChangeType.FIRST : ChangeType.PROMPT,
                "sha256:" + Digest.of("language model of the demonstration").hex(),
                "temperature=0.2",
                first
                        ? "Name the most likely diagnosis with reasons, one alternative, and the next steps."
                        : "Name the most likely diagnosis with reasons and one alternative. Say what speaks against"
                                + " your first choice before you name the next steps.",
                null,
                null,
                first ? null : "Another prompt, after clinicians corrected next steps that did not follow.",
                SUBGROUPS);
    }
}
