package org.overread.registry.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.PersonId;
import org.overread.registry.Role;

/**
 * What one person declared, when, in which role, and over exactly which content.
 *
 * <p>The digest of a signature is taken over its {@link #statement()}, which holds everything else in it: the printed
 * name, the time with its zone, the meaning, the digests of what was seen, and the digest of the signature before it.
 * Whoever alters any of these, or takes a signature out of its place, leaves a signature that no longer covers.
 *
 * @param signedAt UTC, to the microsecond
 * @param zone the signer's time zone, such as {@code Europe/Berlin}
 * @param covered what the signer had before their eyes
 * @param since what had changed since it was submitted, as the signer had seen it, a sentence a line; empty when nothing
 *     had. Null in a signature of form 1, which does not speak of it
 * @param previous the digest of the signature before it on the same subject; null for the first
 * @param digest SHA-256 of the statement
 */
public record Signature(
        UUID id,
        PersonId signer,
        String printedName,
        Role role,
        Meaning meaning,
        String comment,
        Instant signedAt,
        String zone,
        Covered covered,
        @Nullable String since,
        @Nullable Digest previous,
        Digest digest) {

    /**
     * Puts a person's name under what is covered. Whether they may is for {@link SignOff} to say.
     *
     * @param since what has changed since it was submitted; null when the signer has not seen it
     */
    public static Signature of(
            Intent intent, UUID id, Instant at, Covered covered, @Nullable String since, @Nullable Digest previous) {
        var signer = intent.signer();
        var undigested = new Signature(
                id,
                signer.personId(),
                signer.name(),
                intent.role(),
                intent.meaning(),
                intent.comment(),
                at,
                intent.zone().getId(),
                covered,
                since,
                previous,
                Digest.of(""));
        return undigested.with(undigested.statement().digest());
    }

    /** Whether the signature is as it was given and was given over the content that stands there now. */
    public boolean covers(Covered present) {
        return genuine() && covered.equals(present);
    }

    /** Whether the signature still is what was signed. */
    public boolean genuine() {
        return statement().digest().equals(digest);
    }

    /** The text that was signed. */
    public Statement statement() {
        return since == null ? facts(1) : facts(2).with("changed since submission", since);
    }

    private Statement facts(int form) {
        return Statement.titled("Overread signature, form " + form)
                .with("id", id)
                .with("signer", signer)
                .with("printed name", printedName)
                .with("role", role)
                .with("meaning", meaning)
                .with("declaration", meaning.sentence())
                .with("comment", comment)
                .with("signed at", signedAt)
                .with("time zone", zone)
                .with("subject", covered.subject())
                .with("evidence", covered.evidence())
                .with("policy", covered.policy())
                .with("previous signature", previous);
    }

    /** Who signed and as what, such as {@code Dr. Amara Okafor (Clinical reviewer)}. */
    public String whose() {
        return printedName + " (" + role.title() + ")";
    }

    private Signature with(Digest own) {
        return new Signature(
                id, signer, printedName, role, meaning, comment, signedAt, zone, covered, since, previous, own);
    }
}
