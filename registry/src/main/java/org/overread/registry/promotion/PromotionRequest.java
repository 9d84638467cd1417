package org.overread.registry.promotion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.Actor;
import org.overread.registry.catalog.Replacement;
import org.overread.registry.gate.Changes;
import org.overread.registry.gate.GateVerdict;
import org.overread.registry.promotion.PromotionFile.Withdrawal;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Rule;
import org.overread.registry.review.Ruling;
import org.overread.registry.review.SignOff;
import org.overread.registry.review.Signature;

/**
 * A request to bring a version to a stage, in the state that follows from what is on record. No state is stored: it is
 * derived each time, so it cannot disagree with the facts. Each step is a method of the states that permit it.
 *
 * <p>The life of a request: when it is submitted, its policy and its evidence are pinned and the gate decides. A shut
 * gate leaves it {@link Blocked}, for good. An open gate takes it {@link InReview}, where people of the roles that the
 * policy names sign their reviews. When every role has its number it is {@link ReadyForDecision}: the chair signs, and it
 * is {@link Approved}. Going live is a step of its own, so that a crash in between leaves an approved request that is
 * carried out later; then it is {@link Live}, until the version is stopped, replaced or goes on to another stage there:
 * then it is {@link Ended}. Whoever may sign may reject it, which makes it {@link Rejected}; the requester may withdraw it
 * before the decision. Time alone changes nothing: silence never approves.
 *
 * <p>What has changed since then stands beside the request while it is under way, and may stop the approval and the
 * release; that changes no state. When anything pinned or signed is no longer as it was, the version has moved meanwhile, or
 * the audit trail does not bear it out, it is {@link Halted} for good. What the gate has shut stays {@link Blocked}.
 *
 * @see "registry/docs/decisions/005-the-state-of-a-request-follows.md"
 */
public sealed interface PromotionRequest {
    PromotionFile file();

    State state();

    /** What ends and what stays at the site when it goes live, or did when it went; empty when it never will. */
    Optional<Replacement> replacement();

    enum State {
        BLOCKED("Blocked by the gate"),
        IN_REVIEW("In review"),
        READY_FOR_DECISION("Ready for decision"),
        APPROVED("Approved, not yet in effect"),
        LIVE("In effect"),
        ENDED("No longer in effect"),
        REJECTED("Rejected"),
        WITHDRAWN("Withdrawn"),
        HALTED("Halted");

        private final String title;

        State(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }

        /** Whether people or the product still have something to do, so that nobody needs to ask anew. */
        public boolean underWay() {
            return this == IN_REVIEW || this == READY_FOR_DECISION || this == APPROVED;
        }
    }

    /** Not at its end: the requester may withdraw it. */
    sealed interface Pending extends PromotionRequest permits Blocked, Undecided, Approved, Halted {
        Standing standing();

        @Override
        default Optional<Replacement> replacement() {
            return Optional.of(standing().replacement(file().submission().target()));
        }

        /** Takes the request back. */
        default Step withdrawnBy(Actor actor, Instant at) {
            return switch (mayWithdraw(actor)) {
                case Ruling.Refused refused -> Step.Refused.by(refused);
                case Ruling.Allowed() -> {
                    var taken = new Withdrawal(actor.id(), actor.name(), at);
                    yield new Step.Taken(new Withdrawn(file().with(taken), taken));
                }
            };
        }

        default Ruling mayWithdraw(Actor actor) {
            if (standing().entryBy(file().submission().id()).isPresent()) {
                return PromotionDossier.closed(this);
            }
            return file().asking().include(actor.id())
                    ? new Ruling.Allowed()
                    : new Ruling.Refused(Rule.NOT_THE_REQUESTER, "Only the one who submitted it can withdraw it.");
        }
    }

    /** The gate is open and people have the word. */
    sealed interface Undecided extends Pending permits InReview, ReadyForDecision {
        SignOff signOff();

        Changes changes();

        /** Whether it is this person's turn: to give a review that is missing, or to decide. */
        default boolean waitsFor(Actor.Person person) {
            var mayReviewAs = signOff().rolesOf(person, Meaning.REVIEW);
            return mayApprove(person).allowed()
                    || signOff().tallies().stream()
                            .anyMatch(tally -> !tally.reached() && mayReviewAs.contains(tally.role()));
        }

        /** Whether the person may approve now: by the rules of signing, and by what has changed since. */
        default Ruling mayApprove(Actor.Person person) {
            return new SigningRule(signOff(), changes()).mayApprove(person);
        }

        /** Signs the request, if four eyes, role and quorum allow it, and nothing stops it or is unknown to the signer. */
        default Step signed(Intent intent, UUID id, Instant at) {
            var rule = new SigningRule(signOff(), changes());
            return switch (rule.on(intent)) {
                case Ruling.Refused refused -> Step.Refused.by(refused);
                case Ruling.Allowed() -> {
                    var chain = file().chain();
                    var signature = Signature.of(intent, id, at, file().covered(), rule.seenBy(intent), chain.last());
                    yield new Step.Taken(of(file().with(signature), standing(), (policy, evidence) -> changes()));
                }
            };
        }
    }

    /** The gate is shut on the pinned evidence; the notes say what became of the version since, and change nothing. */
    record Blocked(PromotionFile file, Standing standing, GateVerdict verdict, List<String> notes) implements Pending {
        public Blocked {
            notes = List.copyOf(notes);
        }

        @Override
        public State state() {
            return State.BLOCKED;
        }
    }

    /** Reviews are still missing. */
    record InReview(PromotionFile file, Standing standing, Changes changes, SignOff signOff) implements Undecided {
        @Override
        public State state() {
            return State.IN_REVIEW;
        }
    }

    /** Every required review is there; the chair has the word. */
    record ReadyForDecision(PromotionFile file, Standing standing, Changes changes, SignOff signOff)
            implements Undecided {
        @Override
        public State state() {
            return State.READY_FOR_DECISION;
        }
    }

    /** Something on record is no longer as it was, or in doubt, or the version has moved meanwhile. */
    record Halted(PromotionFile file, Standing standing, List<String> reasons) implements Pending {
        public Halted {
            reasons = List.copyOf(reasons);
        }

        @Override
        public State state() {
            return State.HALTED;
        }

        public String reason() {
            return String.join(" ", reasons);
        }
    }

    /** The chair has approved; the version has not entered the stage yet. */
    record Approved(PromotionFile file, Standing standing, Changes changes, Signature approval) implements Pending {
        @Override
        public State state() {
            return State.APPROVED;
        }

        /** What is on its way into effect is past withdrawing, unless something stops it. */
        @Override
        public Ruling mayWithdraw(Actor actor) {
            return changes.stopped() ? Pending.super.mayWithdraw(actor) : PromotionDossier.closed(this);
        }
    }

    /** The version has entered the stage. */
    sealed interface Entered extends PromotionRequest permits Live, Ended {
        Instant since();

        Replacement replaced();

        @Override
        default Optional<Replacement> replacement() {
            return Optional.of(replaced());
        }
    }

    /** The version is at the stage. */
    record Live(PromotionFile file, Instant since, Replacement replaced) implements Entered {
        @Override
        public State state() {
            return State.LIVE;
        }
    }

    /** The version has left the stage since, or another has taken its place. */
    record Ended(PromotionFile file, Instant since, Replacement replaced, Ending ending) implements Entered {
        @Override
        public State state() {
            return State.ENDED;
        }
    }

    /** It will never be carried out. */
    sealed interface Closed extends PromotionRequest permits Rejected, Withdrawn {
        @Override
        default Optional<Replacement> replacement() {
            return Optional.empty();
        }
    }

    /** Somebody who may sign has said no. */
    record Rejected(PromotionFile file, Signature rejection) implements Closed {
        @Override
        public State state() {
            return State.REJECTED;
        }
    }

    /** The requester has taken it back. */
    record Withdrawn(PromotionFile file, Withdrawal withdrawal) implements Closed {
        @Override
        public State state() {
            return State.WITHDRAWN;
        }
    }

    /** The state that follows from the file, from how the version stands now and from what has changed since. */
    static PromotionRequest of(PromotionFile file, Standing standing, Since since) {
        return StateRule.of(file, standing, since);
    }
}
