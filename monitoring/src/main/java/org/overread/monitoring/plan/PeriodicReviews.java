package org.overread.monitoring.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.overread.registry.Actor;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.TimeOrderedIds;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;

/** The regular reviews that plans ask for: that they were done, by whom, and when the next one is due. */
@ApplicationScoped
@Transactional
public class PeriodicReviews {
    @Inject
    Catalog catalog;

    @Inject
    ReviewBook book;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** Records that the actor has reviewed the version now. */
    public PeriodicReview done(Actor actor, ModelVersionId version, String note) {
        return done(actor, version, Written.plainly(note));
    }

    /** The same, with the writer's word on what was pointed out in the note. */
    public PeriodicReview done(Actor actor, ModelVersionId version, Written<String> written) {
        var note = written.what();
        catalog.versionFor(actor, Permission.ANSWER_ALERTS, version);
        GovernanceException.refuse(
                "Say what the review found.",
                new FieldProblems()
                        .text("note", note, 4000)
                        .identifiers("note", note, written.noIdentifiersConfirmed())
                        .list());
        var review = new PeriodicReview(
                TimeOrderedIds.next(),
                version,
                note.strip(),
                actor.id(),
                actor.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        book.add(review);
        trail.append(
                actor,
                Deed.of("review.done", "model-version", version.toString(), version.model(), "reviewed " + version)
                        .confirming(written, note));
        return review;
    }

    /** The reviews of a version, the newest first. */
    public List<PeriodicReview> of(Actor actor, ModelVersionId version) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
        return book.of(version);
    }

    /** The day by which the next review is due: the plan's own, or one cadence after the last review. */
    public LocalDate due(ModelVersionId version, MonitoringPlan plan) {
        return book.of(version).stream()
                .findFirst()
                .map(last -> plan.review().every().after(LocalDate.ofInstant(last.at(), ZoneOffset.UTC)))
                .filter(next -> next.isAfter(plan.review().due()))
                .orElse(plan.review().due());
    }
}
