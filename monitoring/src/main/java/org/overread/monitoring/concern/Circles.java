package org.overread.monitoring.concern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingBook;
import org.overread.monitoring.feedback.Unanswered;
import org.overread.monitoring.notify.AlsoTold;
import org.overread.registry.Actor;
import org.overread.registry.PersonId;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.identity.NamedPerson;
import org.overread.registry.identity.People;

/** Finds the people for whom what clinicians said waits, by the roles and the owners of this moment. */
@ApplicationScoped
@Transactional
class Circles implements AlsoTold {
    private static final Actor.Product PRODUCT = new Actor.Product("concerns");

    @Inject
    People people;

    @Inject
    Catalog catalog;

    @Inject
    FindingBook findings;

    Circle of(Finding finding) {
        var version = finding.version();
        return of(finding.place(), version == null ? null : version.model());
    }

    Circle of(Unanswered some) {
        var version = some.version();
        return of(some.place(), version == null ? null : version.model());
    }

    /** For whom everything waits that was said of a model. */
    Circle of(String model) {
        return of(catalog.model(PRODUCT, model).place(), model);
    }

    private Circle of(Place place, @Nullable String model) {
        var watch = Stream.of(Role.SAFETY_OFFICER, Role.CHAIR)
                .filter(role -> !people.withRole(role, place).isEmpty())
                .findFirst()
                .orElse(Role.ADMINISTRATOR);
        var watching = people.withRole(watch, place);
        if (model == null) {
            return new Circle(watching, watch, null, null);
        }
        var known = catalog.model(PRODUCT, model);
        return new Circle(watching, watch, active(known.modelOwner()), active(known.clinicalOwner()));
    }

    private @Nullable NamedPerson active(PersonId person) {
        return people.named(person).filter(NamedPerson::active).orElse(null);
    }

    @Override
    public List<PersonId> of(AlertFile alert) {
        if (alert.kind() != CheckKind.CONCERN) {
            return List.of();
        }
        return ConcernAlerts.finding(alert)
                .flatMap((UUID id) -> findings.find(id))
                .map(this::of)
                .orElseGet(() -> of(alert.version().model()))
                .people();
    }
}
