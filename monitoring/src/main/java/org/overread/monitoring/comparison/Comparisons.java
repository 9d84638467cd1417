package org.overread.monitoring.comparison;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.Window;
import org.overread.registry.Actor;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ModelVersion;

/** Tells whether one version of a model is better than another, on the cases that both scored. */
@ApplicationScoped
@Transactional
public class Comparisons {
    @Inject
    Catalog catalog;

    @Inject
    SameCases sameCases;

    /**
     * The version beside another one of its model, each flagging at the threshold it declares.
     *
     * @throws GovernanceException when the actor may not see the figures, or with every problem of the question. Who is
     *     limited to one site must ask for that site
     */
    public PairedComparison of(Actor actor, ModelVersionId id, int with, Window window) {
        var other = new ModelVersionId(id.model(), with);
        var mine = catalog.versionFor(actor, Permission.READ_PERFORMANCE, id, window.site());
        var theirs = catalog.versionFor(actor, Permission.READ_PERFORMANCE, other, window.site());
        GovernanceException.refuse("These cannot be compared.", problems(mine, theirs, window));
        return PairedComparison.of(sameCases.of(id, other, window), threshold(mine), threshold(theirs));
    }

    /** How two versions rank the cases of a window, for the product's own rounds. */
    public Ranking ranking(Actor.Product product, ModelVersionId version, ModelVersionId other, Window window) {
        catalog.modelFor(product, Permission.READ_PERFORMANCE, version.model());
        return Ranking.of(sameCases.of(version, other, window));
    }

    /** The other versions of the model, the newest first. */
    public List<ModelVersion> others(Actor actor, ModelVersionId id) {
        return catalog.versions(actor, id.model()).stream()
                .filter(version -> !version.id().equals(id))
                .sorted((one, two) ->
                        Integer.compare(two.id().version(), one.id().version()))
                .toList();
    }

    private static List<FieldProblem> problems(ModelVersion mine, ModelVersion theirs, Window window) {
        var from = window.from();
        var to = window.to();
        return new FieldProblems()
                .when(mine.id().equals(theirs.id()), "with", "must be another version")
                .when(declared(mine) == null, "version", "declares no threshold to flag at")
                .when(declared(theirs) == null, "with", "declares no threshold to flag at")
                .when(from != null && to != null && !from.isBefore(to), "to", "must be after from")
                .list();
    }

    private static @Nullable Double declared(ModelVersion version) {
        return version.declared().threshold();
    }

    private static double threshold(ModelVersion version) {
        return Objects.requireNonNull(declared(version));
    }
}
