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

    /** Those who hold the role and may answer. */
    private record Watch(Role role, List<NamedPerson> people) {}

    /** For whom it waits: for nobody who told it, since nobody answers their own concern. */
    Circle of(Finding finding) {
        var version = finding.version();
        return of(
                finding.place(),
                version == null ? null : version.model(),
                finding.feedback().person());
    }

    /** For whom such findings wait, whoever told them. */
    Circle of(Unanswered some) {
        var version = some.version();
        return of(some.place(), version == null ? null : version.model(), null);
    }

    /** For whom everything waits that was said of a model. */
    Circle of(String model) {
        return of(catalog.model(PRODUCT, model).place(), model, null);
    }

    private Circle of(Place place, @Nullable String model, @Nullable PersonId giver) {
        var watch = Stream.of(Role.SAFETY_OFFICER, Role.CHAIR, Role.ADMINISTRATOR)
                .map(role -> watch(role, place, giver))
                .filter(found -> !found.people().isEmpty())
                .findFirst()
                // an administrator who is the only one there is has nobody to stand in
                .orElseGet(() -> watch(Role.ADMINISTRATOR, place, null));
        if (model == null) {
            return new Circle(watch.people(), watch.role(), null, null);
        }
        var known = catalog.model(PRODUCT, model);
        return new Circle(
                watch.people(), watch.role(), other(known.modelOwner(), giver), other(known.clinicalOwner(), giver));
    }

    private Watch watch(Role role, Place place, @Nullable PersonId giver) {
        return new Watch(
                role,
                people.withRole(role, place).stream()
                        .filter(person -> !person.id().equals(giver))
                        .toList());
    }

    private @Nullable NamedPerson other(PersonId person, @Nullable PersonId giver) {
        return person.equals(giver) ? null : active(person);
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
