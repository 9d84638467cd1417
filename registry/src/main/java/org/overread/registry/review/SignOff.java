package org.overread.registry.review;

import static java.util.stream.Collectors.joining;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.overread.registry.Actor;
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
 * @param requester the id of the actor who submitted it
 * @param place the model, department and site it is about
 * @param required the reviews the policy asks for
 * @param chain what has been signed so far
 */
public record SignOff(String requester, Place place, List<RequiredReview> required, SignatureChain chain) {
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
                .filter(signature -> !signature.signer().toString().equals(requester))
                .filter(signature -> signature.meaning() == meaning);
    }

    private Optional<Refused> ownRequest(Actor.Person signer) {
        return refusedIf(
                signer.id().equals(requester),
                Rule.OWN_REQUEST,
                "You submitted this request, so others review and decide it.");
    }

    private Optional<Refused> signedBefore(Actor.Person signer) {
        return refusedIf(
                chain.has(signer.personId()),
                Rule.SIGNED_BEFORE,
                "You have signed this request already; one person counts once.");
    }

    private Optional<Refused> roleFits(Intent intent) {
        boolean asked = required.stream().anyMatch(review -> review.role() == intent.role());
        return switch (intent.meaning()) {
            case REVIEW -> refusedIf(!asked, Rule.ROLE_NOT_ASKED_FOR, notAsked(intent.role()));
            case APPROVAL ->
                refusedIf(intent.role() != Role.CHAIR, Rule.ROLE_NOT_ASKED_FOR, "Only the committee chair approves.");
            case REJECTION ->
                refusedIf(!asked && intent.role() != Role.CHAIR, Rule.ROLE_NOT_ASKED_FOR, notAsked(intent.role()));
        };
    }

    private String notAsked(Role role) {
        var roles = required.stream()
                .map(review -> review.role().title().toLowerCase(Locale.ROOT))
                .collect(joining(", "));
        return "The policy asks for reviews by: %s; not by: %s."
                .formatted(roles, role.title().toLowerCase(Locale.ROOT));
    }

    private Optional<Refused> roleHeld(Actor.Person signer, Role role) {
        return refusedIf(
                !signer.holds(role, place),
                Rule.ROLE_NOT_HELD,
                "You do not hold the role %s for this model and site."
                        .formatted(role.title().toLowerCase(Locale.ROOT)));
    }

    private Optional<Refused> quorumReached(Meaning meaning) {
        var missing = tallies().stream()
                .filter(tally -> !tally.reached())
                .map(tally -> "%d more as %s"
                        .formatted(
                                tally.quorum() - tally.signed(),
                                tally.role().title().toLowerCase(Locale.ROOT)))
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

    private static Optional<Refused> refusedIf(boolean against, Rule rule, String reason) {
        return against ? Optional.of(new Refused(rule, reason)) : Optional.empty();
    }
}
