package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.logging.Logger;
import org.overread.registry.PersonId;
import org.overread.registry.Written;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.Stages;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.promotion.NotAdmitted;
import org.overread.registry.promotion.Policies;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.registry.promotion.PromotionFilter;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.PromotionSummary;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.promotion.Publishing;
import org.overread.registry.promotion.Releases;
import org.overread.registry.promotion.Reviews;
import org.overread.registry.promotion.Step;
import org.overread.registry.promotion.Submitting;
import org.overread.registry.review.Intent;
import org.overread.web.demonstration.Motion.Signing;
import org.overread.web.demonstration.Motion.TakingBack;
import org.overread.web.demonstration.Timeline.Happening;

/** Publishes, asks, signs and stops in the demonstration, as the people of its committee would on the screens. */
@ApplicationScoped
public class Committee {
    private static final Logger LOG = Logger.getLogger(Committee.class.getName());
    private static final Duration BEFORE = Duration.ofMinutes(1);
    private static final Duration OF_ONE_SUBMISSION = Duration.ofHours(1);
    private static final Written<String> AGREED = Written.plainly("As agreed in the committee.");
    private static final String WHY_FIRST = "What the committee asks for before a model is used here.";
    private static final String WHY_SECOND =
            "After women over seventy were missed: every group of sex, and what clinicians say.";
    private static final String WHY_STOPPED = "It misses sepsis in women over seventy far more often than in men of the"
            + " same age: clinicians overrode low scores again and again.";

    @Inject
    Policies policies;

    @Inject
    Publishing publishing;

    @Inject
    Promotions promotions;

    @Inject
    Reviews reviews;

    @Inject
    Releases releases;

    @Inject
    Stages stages;

    @Inject
    Replies replies;

    @Inject
    Staff staff;

    private final Map<Motion, UUID> submitted = new HashMap<>();

    List<Happening> happenings(Period period, String password) {
        var agenda = new Agenda(period);
        var happenings = new ArrayList<Happening>();
        happenings.add(new Happening(
                period.start().minus(Duration.ofDays(6)),
                () -> publish(HousePolicies.first(), 1, WHY_FIRST, password)));
        happenings.add(
                new Happening(agenda.demandsMore(), () -> publish(HousePolicies.second(), 2, WHY_SECOND, password)));
        happenings.add(new Happening(agenda.stop(), this::stop));
        for (var motion : agenda.motions()) {
            var before = motion.at().minus(BEFORE);
            happenings.add(new Happening(before, () -> replies.give(motion.version(), before)));
            happenings.add(new Happening(motion.at(), () -> submit(motion)));
            motion.acts().forEach(act -> {
                var beforehand = act.at().minus(BEFORE);
                happenings.add(new Happening(beforehand, () -> replies.give(motion.version(), beforehand)));
                happenings.add(new Happening(act.at(), () -> {
                    switch (act) {
                        case Signing signing -> sign(motion, signing, password);
                        case TakingBack _ -> takeBack(motion);
                    }
                }));
            });
        }
        return happenings;
    }

    /** One chair writes; what asks less than before, the other confirms, each before the next is written. */
    private void publish(List<PolicyDraft> drafts, int number, String why, String password) {
        var chair = staff.actor(Staff.NORA);
        confirm(password);
        var known = policies.list(chair);
        drafts.stream()
                .filter(draft -> known.stream()
                        .noneMatch(policy -> policy.name().equals(draft.name())
                                && Objects.equals(policy.model(), draft.model())
                                && policy.number() == number))
                .forEach(draft -> {
                    publishing.publish(chair, draft, Written.plainly(why), null, password);
                    confirm(password);
                });
    }

    private void confirm(String password) {
        var second = staff.actor(Staff.VERA);
        policies.waitingFor(second).forEach(policy -> publishing.confirm(second, policy.id(), AGREED, password));
    }

    private void submit(Motion motion) {
        if (submitted(motion).isPresent()) {
            return;
        }
        var answer = promotions.submit(
                staff.actor(Staff.MAX), motion.version(), motion.target(), motion.site(), motion.rationale());
        switch (answer) {
            case Submitting.Submitted taken -> submitted.put(motion, taken.request());
            case NotAdmitted _ -> LOG.warning("The demonstration's request was not taken: " + motion + ": " + answer);
        }
    }

    private void sign(Motion motion, Signing signing, String password) {
        var person = staff.actor(signing.login());
        submitted(motion).ifPresent(id -> {
            var seen = promotions.request(person, id);
            if (hasSigned(seen, person.personId())) {
                completed(seen.state());
            } else {
                var intent = new Intent(
                        person,
                        signing.as(),
                        signing.meaning(),
                        signing.comment(),
                        ZoneOffset.UTC,
                        seen.changes().digest());
                told(motion, reviews.sign(id, intent, password));
            }
        });
    }

    /** What was approved when the server was stopped comes into effect now, before the story goes on. */
    private void completed(State state) {
        if (state == State.APPROVED) {
            releases.catchUp();
        }
    }

    private void takeBack(Motion motion) {
        var owner = staff.actor(Staff.MAX);
        submitted(motion)
                .filter(id -> promotions.request(owner, id).state() != State.WITHDRAWN)
                .ifPresent(id -> told(motion, promotions.withdraw(owner, id)));
    }

    private void stop() {
        var officer = staff.actor(Staff.OMAR);
        var version = SyntheticHospital.SEPSIS_1;
        boolean stopped = stages.history(officer, version.model()).entries().stream()
                .anyMatch(entry -> entry.stage() == Stage.SUSPENDED);
        if (!stopped) {
            stages.suspend(officer, version, Patient.SOUTH, WHY_STOPPED);
        }
    }

    private Optional<UUID> submitted(Motion motion) {
        if (!submitted.containsKey(motion)) {
            found(motion).ifPresent(id -> submitted.put(motion, id));
        }
        return Optional.ofNullable(submitted.get(motion));
    }

    /** The request, told by what it asks for and when: the story's clock begins at the motion's time. */
    private Optional<UUID> found(Motion motion) {
        var version = motion.version();
        var same = new PromotionFilter(version.model(), version.version(), motion.site(), Set.of());
        return promotions.list(staff.actor(Staff.MAX), same).stream()
                .filter(request -> request.target() == motion.target()
                        && !request.submittedAt().isBefore(motion.at())
                        && request.submittedAt().isBefore(motion.at().plus(OF_ONE_SUBMISSION)))
                .map(PromotionSummary::id)
                .findFirst();
    }

    private static boolean hasSigned(PromotionDossier request, PersonId person) {
        return request.signatures().stream()
                .anyMatch(line -> line.signature().signer().equals(person));
    }

    /** A gate that stayed shut is part of the story, so a refusal is told and nothing more. */
    private void told(Motion motion, Step step) {
        switch (step) {
            case Step.Taken(var now) -> completed(now.state());
            case Step.Refused(var rule, var reason) ->
                LOG.warning("The demonstration's committee was refused: " + motion + ": " + rule + ": " + reason);
        }
    }
}
