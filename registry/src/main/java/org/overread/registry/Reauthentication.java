package org.overread.registry;

/** Asks a signed-in person to prove once more who they are, as signing demands. */
public interface Reauthentication {
    /**
     * Whether the password is this person's own, now. A wrong one counts towards the lock-out and is recorded, whatever
     * becomes of the caller.
     */
    boolean confirms(Actor.Person person, String password);
}
