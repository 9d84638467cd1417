package org.overread.registry.review;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;

/**
 * What a person is about to sign: in which role, with which meaning and comment, in which time zone.
 *
 * @param comment in the signer's own words; may be empty, except for a rejection
 * @param seen the digest of the text that told the signer what has changed since it was submitted
 * @param replaced the versions that the signer was shown as those that end when it goes live; null when none of that
 *     was shown
 */
public record Intent(
        Actor.Person signer,
        Role role,
        Meaning meaning,
        String comment,
        ZoneId zone,
        Digest seen,
        @Nullable Set<ModelVersionId> replaced) {
    /** What the signer of something sees since which nothing has changed. */
    public static final Digest NOTHING_CHANGED = Digest.of("");

    /** What a person is about to sign since which, as far as they have seen, nothing has changed. */
    public Intent(Actor.Person signer, Role role, Meaning meaning, String comment, ZoneId zone) {
        this(signer, role, meaning, comment, zone, NOTHING_CHANGED);
    }

    /** What a person is about to sign who was not shown what it ends. */
    public Intent(Actor.Person signer, Role role, Meaning meaning, String comment, ZoneId zone, Digest seen) {
        this(signer, role, meaning, comment, zone, seen, null);
    }

    public Intent {
        comment = comment.strip();
        replaced = replaced == null ? null : Set.copyOf(replaced);
    }
}
