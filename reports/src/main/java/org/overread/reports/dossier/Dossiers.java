package org.overread.reports.dossier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.promotion.Promotions;

/** Puts together everything on record about one promotion, for those who may export it. */
@ApplicationScoped
@Transactional
public class Dossiers {
    private static final Actor.Product PRODUCT = new Actor.Product("reports");

    @Inject
    Promotions promotions;

    @Inject
    Catalog catalog;

    @Inject
    AuditLog log;

    @Inject
    AuditTrail trail;

    /** A dossier and the model, department and site it is about. */
    public record Placed(Dossier dossier, Place place) {}

    /** The dossier as it stands now. That it was taken out is recorded. */
    public Dossier export(Actor actor, UUID promotion) {
        var dossier = placed(actor, promotion).dossier();
        var request = dossier.request();
        trail.append(
                actor,
                new Deed(
                        "dossier.exported",
                        "promotion",
                        promotion.toString(),
                        request.model(),
                        "exported the dossier of the request to bring " + request.sentence(),
                        Map.of(
                                "rows",
                                String.valueOf(dossier.rows()),
                                "trail",
                                dossier.audit().lastHash())));
        return dossier;
    }

    /**
     * The dossier for a report, whose own export is recorded by whoever makes the report.
     *
     * @throws GovernanceException when there is no such request, the actor may not know of it, or may not export it
     */
    public Placed placed(Actor actor, UUID promotion) {
        actor.mustBeAllowedSomewhere(Permission.EXPORT_REPORTS);
        var found = promotions.request(PRODUCT, promotion);
        var version = found.submission().version();
        var model = catalog.model(PRODUCT, version.model());
        var place = model.place().at(found.submission().site());
        if (!actor.may(Permission.EXPORT_REPORTS, place) && !actor.may(Permission.READ_PROMOTIONS, place)) {
            throw new GovernanceException(ErrorCode.NOT_FOUND, "There is no such request.");
        }
        actor.mustBeAllowed(Permission.EXPORT_REPORTS, place);
        return new Placed(Dossier.of(found, model.name(), extract(version.model(), promotion)), place);
    }

    private TrailExtract extract(String model, UUID promotion) {
        var head = log.head().orElse(AuditHead.EMPTY);
        var filter = new AuditFilter(model, null, null, null, null, promotion.toString());
        try (var entries = log.oldest(filter, new AuditReach(Set.of(model)))) {
            return new TrailExtract(
                    entries.filter(entry -> entry.subjectId().equals(promotion.toString()))
                            .toList(),
                    head.seq(),
                    head.hash());
        }
    }
}
