package org.overread.registry.promotion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.DayWords;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.catalog.Replacement;
import org.overread.registry.gate.Changes;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.GateVerdict;
import org.overread.registry.gate.Policy;
import org.overread.registry.promotion.PromotionFile.Withdrawal;
import org.overread.registry.promotion.PromotionRequest.Approved;
import org.overread.registry.promotion.PromotionRequest.Blocked;
import org.overread.registry.promotion.PromotionRequest.Ended;
import org.overread.registry.promotion.PromotionRequest.Entered;
import org.overread.registry.promotion.PromotionRequest.Halted;
import org.overread.registry.promotion.PromotionRequest.Live;
import org.overread.registry.promotion.PromotionRequest.Pending;
import org.overread.registry.promotion.PromotionRequest.Rejected;
import org.overread.registry.promotion.PromotionRequest.Undecided;
import org.overread.registry.promotion.PromotionRequest.Withdrawn;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Rule;
import org.overread.registry.review.Ruling;
import org.overread.registry.review.SignOff.Tally;
import org.overread.registry.review.Signature;

/**
 * Everything a person or a report needs to know about one request, and what the one who looks may do: the screen, the
 * machine's answer and the printed report all show this one record, so they cannot disagree.
 *
 * @param policy the pinned policy, null when it can no longer be read
 * @param evidence the pinned evidence, null when it can no longer be read
 * @param verdict what the gate says of them, whatever became of the request; null when it cannot be said any more
 * @param changes what has changed since while it is under way, and what of it stops it
 * @param reviews how far each required role has come
 * @param alterations what is no longer as it was put on record, as sentences
 * @param status why it is in this state, in one sentence
 * @param replacement what ends and what stays at the site when it goes live, or did when it went; null when it never
 *     will
 * @param since when the version entered the stage; null when it has not
 * @param ending how that came to its end; null when it has not entered, or is in effect
 * @param policyChanges what the policy in force now demands otherwise than the pinned one
 */
public record PromotionDossier(
        PromotionRequest.State state,
        String status,
        Submission submission,
        @Nullable Policy policy,
        @Nullable Evidence evidence,
        @Nullable GateVerdict verdict,
        Changes changes,
        List<Tally> reviews,
        List<SignatureLine> signatures,
        List<String> alterations,
        List<String> policyChanges,
        @Nullable Withdrawal withdrawal,
        @Nullable Instant since,
        @Nullable Ending ending,
        @Nullable Replacement replacement,
        Actions actions) {

    /** A signature, and whether it covers what stands there now. */
    public record SignatureLine(Signature signature, boolean covers) {}

    /**
     * What the one who looks may do now; each ruling that refuses says why.
     *
     * @param reviewAs the roles in which they may sign a review
     * @param rejectAs the roles in which they may sign a rejection
     */
    public record Actions(
            Ruling review, List<Role> reviewAs, Ruling reject, List<Role> rejectAs, Ruling approve, Ruling withdraw) {}

    /** The status without what has changed since, for where that is told beside it. */
    public String statusInItself() {
        return changes.stopped()
                ? status.substring(0, status.length() - changes.reason().length())
                        .strip()
                : status;
    }

    /** Tells one request to the one who looks. */
    static PromotionDossier of(PromotionRequest request, Actor reader, @Nullable Policy inForce) {
        var file = request.file();
        var doubtful = file.notCovering();
        var pinned = file.policy().content();
        return new PromotionDossier(
                request.state(),
                status(request),
                file.submission(),
                pinned,
                file.evidence().content(),
                file.verdict(),
                changes(request),
                pinned == null
                        ? List.of()
                        : file.signOff(pinned, Place.EVERYWHERE).tallies(),
                file.chain().signatures().stream()
                        .map(signature -> new SignatureLine(signature, !doubtful.contains(signature)))
                        .toList(),
                file.alterations(),
                pinned == null || inForce == null ? List.of() : inForce.changesSince(pinned),
                file.withdrawal(),
                request instanceof Entered entered ? entered.since() : null,
                request instanceof Ended ended ? ended.ending() : null,
                request.replacement().orElse(null),
                actions(request, reader));
    }

    private static Actions actions(PromotionRequest request, Actor reader) {
        var withdraw = request instanceof Pending pending ? pending.mayWithdraw(reader) : closed(request);
        if (!(request instanceof Undecided undecided)) {
            var closed = closed(request);
            return new Actions(closed, List.of(), closed, List.of(), closed, withdraw);
        }
        if (!(reader instanceof Actor.Person person)) {
            var no = new Ruling.Refused(Rule.ROLE_NOT_HELD, "Only people sign.");
            return new Actions(no, List.of(), no, List.of(), no, withdraw);
        }
        var signOff = undecided.signOff();
        return new Actions(
                signOff.on(person, Meaning.REVIEW),
                signOff.rolesOf(person, Meaning.REVIEW),
                signOff.on(person, Meaning.REJECTION),
                signOff.rolesOf(person, Meaning.REJECTION),
                undecided.mayApprove(person),
                withdraw);
    }

    /** What has changed since; nothing is looked for once it can do nothing any more. */
    static Changes changes(PromotionRequest request) {
        return switch (request) {
            case Undecided undecided -> undecided.changes();
            case Approved approved -> approved.changes();
            case Blocked _, Halted _, Live _, Ended _, Rejected _, Withdrawn _ -> Changes.NONE;
        };
    }

    /** Why nobody can sign in this state. */
    static Ruling.Refused closed(PromotionRequest request) {
        var rule = request instanceof Halted ? Rule.NOT_AS_SUBMITTED : Rule.NOT_OPEN;
        return new Ruling.Refused(rule, status(request));
    }

    static String status(PromotionRequest request) {
        var changes = changes(request);
        return changes.stopped() ? inItself(request) + " " + changes.reason() : inItself(request);
    }

    private static String inItself(PromotionRequest request) {
        return switch (request) {
            case Blocked blocked -> blocked(blocked);
            case PromotionRequest.InReview _ -> "Reviews are still missing.";
            case PromotionRequest.ReadyForDecision _ -> "All reviews are there; the committee chair decides.";
            case Approved approved ->
                "Approved by %s; %s."
                        .formatted(
                                approved.approval().whose(),
                                approved.changes().stopped() ? "not in effect" : "on its way into effect");
            case Live live -> "In effect since %s%s.".formatted(DayWords.minute(live.since()), approver(live));
            case Ended ended ->
                "In effect from %s to %s%s. %s"
                        .formatted(
                                DayWords.minute(ended.since()),
                                DayWords.minute(ended.ending().at()),
                                approver(ended),
                                ended.ending().sentence());
            case Rejected rejected ->
                "Rejected by %s.".formatted(rejected.rejection().whose());
            case Withdrawn withdrawn ->
                "Withdrawn by %s.".formatted(withdrawn.withdrawal().byName());
            case Halted halted -> halted.reason();
        };
    }

    /** Who decided that it enters the stage, as the end of a sentence. */
    private static String approver(Entered request) {
        return request.file()
                .chain()
                .meaning(Meaning.APPROVAL)
                .findFirst()
                .map(approval -> ", approved by " + approval.whose())
                .orElse("");
    }

    private static String blocked(Blocked blocked) {
        var shut = "The gate is shut: %s. A new request can be made when the evidence is better."
                .formatted(blocked.verdict().summary());
        return blocked.notes().isEmpty() ? shut : shut + " " + String.join(" ", blocked.notes());
    }
}
