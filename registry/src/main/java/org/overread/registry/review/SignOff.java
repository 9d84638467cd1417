package org.overread.registry.review;

import static java.util.stream.Collectors.joining;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.overread.registry.Actor;
import org.overread.registry.PairOfEyes;
import org.overread.registry.PersonId;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.review.Ruling.Allowed;
import org.overread.registry.review.Ruling.Refused;

/**
 * Who may sign now: four eyes, fitting roles, quorum by role.
 *
 * <p>Whoever submitted a request neither reviews nor decides it. One person signs once, in one role that they hold in
 * this place. Reviews are given in the roles the policy asks for; when each role has its number, the chair decides. A
 * rejection needs no quorum: everybody who may sign may stop it, and says why.
 *
 * @param requester the eyes of whoever submitted it: a machine has those of whoever let it in
 * @param place the model, department and site it is about
 * @param required the reviews the policy asks for
 * @param chain what has been signed so far
 */
public record SignOff(PairOfEyes requester, Place place, List<RequiredReview> required, SignatureChain chain) {
    private static final Refused NOBODY_ASKED =
            new Refused(Rule.ROLE_NOT_ASKED_FOR, "The policy asks for no reviews, so there can be no decision.");

    public SignOff {
        required = List.copyOf(required);
    }

    /** How far one role has come: how many of how many different people have reviewed. */
    public record Tally(Role role, int signed, int quorum) {
        public boolean reached() {
            return signed >= quorum;
        }
    }

    /** Whether this may be signed now. */
    public Ruling on(Intent intent) {
        return Stream.of(
                        ownRequest(intent.signer()),
                        signedBefore(intent.signer()),
                        roleFits(intent),
                        roleHeld(intent.signer(), intent.role()),
                        quorumReached(intent.meaning()),
                        reasonGiven(intent))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Ruling.class::cast)
                .orElseGet(Allowed::new);
    }

    /** Whether the person may sign with that meaning now, in one role or another. */
    public Ruling on(Actor.Person person, Meaning meaning) {
        var rulings =
                roles(meaning).map(role -> on(trial(person, role, meaning))).toList();
        return rulings.stream()
                .filter(Ruling::allowed)
                .findFirst()
                .orElseGet(() -> rulings.isEmpty() ? NOBODY_ASKED : rulings.getFirst());
    }

    /** The roles in which the person may sign with that meaning now. */
    public List<Role> rolesOf(Actor.Person person, Meaning meaning) {
        return roles(meaning)
                .filter(role -> on(trial(person, role, meaning)).allowed())
                .toList();
    }

    /** The roles in which anybody can sign with that meaning. */
    private Stream<Role> roles(Meaning meaning) {
        var asked = required.stream().map(RequiredReview::role);
        return switch (meaning) {
            case REVIEW -> asked;
            case APPROVAL -> Stream.of(Role.CHAIR);
            case REJECTION -> Stream.concat(asked, Stream.of(Role.CHAIR));
        };
    }

    private static Intent trial(Actor.Person person, Role role, Meaning meaning) {
        return new Intent(person, role, meaning, "said when signing", ZoneOffset.UTC);
    }

    /** How far each required role has come, in the policy's order. */
    public List<Tally> tallies() {
        return required.stream()
                .map(review -> new Tally(review.role(), signedAs(review.role()), review.quorum()))
                .toList();
    }

    /** Whether every required role has its number of reviews. A policy that asks for none is never complete. */
    public boolean complete() {
        return !required.isEmpty() && tallies().stream().allMatch(Tally::reached);
    }

    /** The chair's approval, when there is one that counts: after the quorum, by someone who had not signed before. */
    public Optional<Signature> approval() {
        return counted(Meaning.APPROVAL)
                .filter(signature -> signature.role() == Role.CHAIR && complete())
                .findFirst();
    }

    private int signedAs(Role role) {
        return (int) counted(Meaning.REVIEW)
                .filter(signature -> signature.role() == role)
                .count();
    }

    /** The signatures that count: of each person the first, of the requester none. */
    private Stream<Signature> counted(Meaning meaning) {
        var seen = new HashSet<PersonId>();
        return chain.signatures().stream()
                .filter(signature -> seen.add(signature.signer()))
                .filter(signature -> !requester.include(signature.signer().toString()))
                .filter(signature -> signature.meaning() == meaning);
    }

    private Optional<Refused> ownRequest(Actor.Person signer) {
        return refusedIf(
                requester.include(signer.id()),
                Rule.OWN_REQUEST,
                (requester.actor().equals(signer.id()) ? "You" : "A machine that you let in")
                        + " submitted this request, so others review and decide it.");
    }

    private Optional<Refused> signedBefore(Actor.Person signer) {
        return refusedIf(
                chain.has(signer.personId()),
                Rule.SIGNED_BEFORE,
                "You have signed this request already; one person counts once.");
    }

    private Optional<Refused> roleFits(Intent intent) {
        boolean fits = roles(intent.meaning()).anyMatch(intent.role()::equals);
        return refusedIf(!fits, Rule.ROLE_NOT_ASKED_FOR, notAsked(intent));
    }

    private String notAsked(Intent intent) {
        if (intent.meaning() == Meaning.APPROVAL) {
            return "Only the committee chair approves.";
        }
        var asked = required.stream().map(review -> inSentence(review.role())).collect(joining(", "));
        return "The policy asks for reviews by: %s; not by: %s.".formatted(asked, inSentence(intent.role()));
    }

    private Optional<Refused> roleHeld(Actor.Person signer, Role role) {
        return refusedIf(
                !signer.holds(role, place),
                Rule.ROLE_NOT_HELD,
                "You do not hold the role %s for this model and site.".formatted(inSentence(role)));
    }

    private Optional<Refused> quorumReached(Meaning meaning) {
        var missing = tallies().stream()
                .filter(tally -> !tally.reached())
                .map(tally -> "%d more as %s".formatted(tally.quorum() - tally.signed(), inSentence(tally.role())))
                .collect(joining(", "));
        return refusedIf(
                meaning == Meaning.APPROVAL && !complete(),
                Rule.QUORUM_NOT_REACHED,
                "Reviews are still missing: " + missing + ".");
    }

    private static Optional<Refused> reasonGiven(Intent intent) {
        return refusedIf(
                intent.meaning() == Meaning.REJECTION && intent.comment().isBlank(),
                Rule.REASON_MISSING,
                "Say in the comment why you reject it.");
    }

    private static String inSentence(Role role) {
        return role.title().toLowerCase(Locale.ROOT);
    }

    private static Optional<Refused> refusedIf(boolean against, Rule rule, String reason) {
        return against ? Optional.of(new Refused(rule, reason)) : Optional.empty();
    }
}
