package org.overread.registry.review;

/** The rules of signing that a refusal can name. */
public enum Rule {
    /** What was submitted is not waiting for a signature. */
    NOT_OPEN,
    /** What stands there now is no longer what was submitted or signed. */
    NOT_AS_SUBMITTED,
    /** The signer could not prove who they are. */
    WRONG_PASSWORD,
    /** Nobody reviews or decides what they submitted themselves. */
    OWN_REQUEST,
    /** One person counts once. */
    SIGNED_BEFORE,
    /** The policy asks for no review by this role, or only the chair decides. */
    ROLE_NOT_ASKED_FOR,
    /** The signer does not hold the role for this model, department and site. */
    ROLE_NOT_HELD,
    /** Reviews are still missing. */
    QUORUM_NOT_REACHED,
    /** A rejection says why. */
    REASON_MISSING,
    /** What has come in since it was submitted stops it, by the policy it was submitted under. */
    CHANGED_SINCE,
    /** Something has come in that the signer has not seen. */
    NOT_SEEN,
    /** A second person confirms a policy that is laxer, never its author. */
    OWN_POLICY,
    /** Only the one who asked withdraws. */
    NOT_THE_REQUESTER,
    /** What going live would end is no longer what the signer was shown. */
    ENDS_ANOTHER
}
