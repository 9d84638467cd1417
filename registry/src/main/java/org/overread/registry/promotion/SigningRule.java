package org.overread.registry.promotion;

import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.gate.Changes;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Rule;
import org.overread.registry.review.Ruling;
import org.overread.registry.review.SignOff;

/**
 * Whether a request may be signed now: first by four eyes, role and quorum, then by what has changed since it was
 * submitted. What stops it lets nobody approve; what the signer has not seen lets them neither review nor approve.
 * Whoever rejects needs to have seen nothing.
 */
record SigningRule(SignOff signOff, Changes changes) {

    Ruling on(Intent intent) {
        var ruling = signOff.on(intent);
        return switch (intent.meaning()) {
            case REVIEW -> ifSeen(intent, ruling);
            case APPROVAL -> ifSeen(intent, unlessStopped(ruling));
            case REJECTION -> ruling;
        };
    }

    /** Whether the person may approve once they have seen what has changed. */
    Ruling mayApprove(Actor.Person person) {
        return unlessStopped(signOff.on(person, Meaning.APPROVAL));
    }

    /** What had changed, as the signer has seen it; null when they have not. */
    @Nullable String seenBy(Intent intent) {
        return hasSeen(intent) ? changes.text() : null;
    }

    private Ruling unlessStopped(Ruling ruling) {
        return ruling.allowed() && changes.stopped()
                ? new Ruling.Refused(Rule.CHANGED_SINCE, changes.reason())
                : ruling;
    }

    private Ruling ifSeen(Intent intent, Ruling ruling) {
        return ruling.allowed() && !hasSeen(intent)
                ? new Ruling.Refused(
                        Rule.NOT_SEEN,
                        "What has changed since it was submitted is not what you were shown. Look at the request again,"
                                + " then sign.")
                : ruling;
    }

    private boolean hasSeen(Intent intent) {
        return intent.seen().equals(changes.digest());
    }
}
