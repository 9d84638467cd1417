package org.overread.registry.review;

import java.time.ZoneId;
import org.overread.registry.Actor;
import org.overread.registry.Role;

/**
 * What a person is about to sign: in which role, with which meaning and comment, in which time zone.
 *
 * @param comment in the signer's own words; may be empty, except for a rejection
 */
public record Intent(Actor.Person signer, Role role, Meaning meaning, String comment, ZoneId zone) {
    public Intent {
        comment = comment.strip();
    }
}
