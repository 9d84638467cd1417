package org.overread.reports.seismometer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.KnownCases;
import org.overread.monitoring.performance.KnownCases.Basis;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.FeatureSighting;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.plan.Sightings;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.prediction.LongTransaction;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ModelVersion;
import org.overread.reports.archive.ReportFile;

/**
 * Hands out the cases of a version row by row, as a folder that Seismometer starts on. Rows are for those who may
 * export; each export is recorded before it leaves, and is not kept: an archive would outlive the retention of what it
 * was made from.
 *
 * @see "Decision 001: rows for Seismometer"
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class SeismometerExports {
    private static final int FEW_CATEGORIES = 30;

    @Inject
    Catalog catalog;

    @Inject
    KnownCases cases;

    @Inject
    Cohorts cohorts;

    @Inject
    PlanBook plans;

    @Inject
    Sightings sightings;

    @Inject
    LongTransaction transaction;

    @Inject
    AuditTrail trail;

    private final SecureRandom random = new SecureRandom();

    /**
     * An export on its way out; whoever takes it closes the bytes.
     *
     * @param size in bytes
     * @param sha256 over those bytes
     */
    public record Handed(String fileName, long size, Digest sha256, InputStream bytes) {}

    /**
     * What an export would hold.
     *
     * @throws GovernanceException as {@link #export} does
     */
    public Basis offered(Actor actor, ModelVersionId id, Window window) {
        allowed(actor, id, window);
        return enough(cases.count(id, window));
    }

    /**
     * Produces the folder as a zip and records that it leaves.
     *
     * @throws GovernanceException when the actor may not, or when there are no cases in the window or too few patients
     */
    public Handed export(Actor actor, ModelVersionId id, Window window) {
        var version = allowed(actor, id, window);
        var name = "%s-%d-seismometer".formatted(id.model(), id.version());
        var basis = new AtomicReference<>(Basis.NOTHING);
        var file = ReportFile.of(to -> basis.set(write(actor, version, window, name, to)));
        try {
            transaction.run(() -> {
                trail.append(actor, deed(id, window, basis.get(), file));
                return file;
            });
            return new Handed(name + ".zip", file.size(), file.sha256(), file.openOnce());
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private Basis write(Actor actor, ModelVersion version, Window window, String name, OutputStream to)
            throws IOException {
        var model =
                catalog.modelFor(actor, Permission.EXPORT_REPORTS, version.id().model(), window.site());
        var layout = layout(version);
        try (var folder = new SeismometerFolder(layout, pseudonyms())) {
            cases.read(version.id(), window, folder);
            var basis = enough(folder.basis());
            folder.copy(name, new FolderTexts(model, version, window, basis, layout).files(), to);
            return basis;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private Pseudonyms pseudonyms() {
        var secret = new byte[Pseudonyms.SECRET];
        random.nextBytes(secret);
        return new Pseudonyms(secret);
    }

    private ModelVersion allowed(Actor actor, ModelVersionId id, Window window) {
        var version = catalog.versionFor(actor, Permission.EXPORT_REPORTS, id, window.site());
        var from = window.from();
        var to = window.to();
        GovernanceException.refuse(
                "This cannot be exported as it is asked.",
                new FieldProblems()
                        .when(from != null && to != null && !from.isBefore(to), "to", "must be after from")
                        .list());
        return version;
    }

    private static Basis enough(Basis basis) {
        GovernanceException.refuse(
                basis.predictions() == 0
                        ? "There are no predictions in this time: choose a longer one, or another site."
                        : basis.cases() == 0
                                ? "No prediction in this time has both a score and a known outcome: choose an earlier"
                                        + " time, or wait for the outcomes."
                                : "These are too few patients to hand out row by row: choose a longer time.",
                new FieldProblems()
                        .when(basis.cases() == 0, "from", "begins a time without cases")
                        .when(SmallCells.hides(basis.patients()), "from", SmallCells.REASON)
                        .list());
        return basis;
    }

    /** The attributes and features that are declared; where none are, those that the data hold. */
    private Layout layout(ModelVersion version) {
        var plan = plans.latest(version.id()).map(PlanRevision::plan);
        var declared = Stream.concat(
                        version.declared().subgroups().stream(),
                        plan.map(MonitoringPlan::subgroups).orElse(List.of()).stream())
                .distinct()
                .toList();
        return Layout.of(
                declared.isEmpty() ? List.copyOf(cohorts.attributes(version.id())) : declared,
                plan.map(MonitoringPlan::features)
                        .orElseGet(() -> sightings.features(version.id()).stream()
                                .flatMap(SeismometerExports::recognised)
                                .toList()));
    }

    /** A feature nobody declared; one with many different texts may be free text and stays here. */
    private static Stream<WatchedFeature> recognised(FeatureSighting seen) {
        if (!seen.numeric() && (seen.some() || seen.values().size() > FEW_CATEGORIES)) {
            return Stream.empty();
        }
        return Stream.of(new WatchedFeature(
                seen.name(),
                seen.numeric() ? FeatureKind.NUMERIC : FeatureKind.CATEGORICAL,
                null,
                null,
                null,
                seen.numeric() ? List.of() : List.copyOf(seen.values().keySet()),
                null));
    }

    private static Deed deed(ModelVersionId id, Window window, Basis basis, ReportFile file) {
        var details = new TreeMap<>(Map.of(
                "rows", String.valueOf(basis.cases()), "sha256", file.sha256().hex()));
        note(details, "from", window.from());
        note(details, "to", window.to());
        note(details, "site", window.site());
        return new Deed(
                "rows.exported",
                "model-version",
                id.toString(),
                id.model(),
                "exported the rows of %s for Seismometer, %d rows".formatted(id, basis.cases()),
                details);
    }

    private static void note(Map<String, String> details, String name, @Nullable Object value) {
        if (value != null) {
            details.put(name, value.toString());
        }
    }
}
