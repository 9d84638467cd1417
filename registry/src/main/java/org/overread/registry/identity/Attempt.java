package org.overread.registry.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.overread.registry.Actor;
import org.overread.registry.Digest;

/**
 * One attempt to prove who somebody is, and what its failure is counted under. A stranger's failures are counted by
 * where they come from, so that they do not shut out the person who knows the password and comes from where they always
 * come from; and never against somebody who has signed in already.
 *
 * @param purpose what the attempt is for, as the audit trail names it
 * @param login as it was typed, in the form logins are kept in
 * @param place the login together with the address or session the attempt comes from
 * @param counted in an order that is the same for everybody, so that nobody waits for each other
 */
record Attempt(String purpose, String login, Digest place, List<Counted> counted) {
    Attempt {
        counted = counted.stream()
                .sorted(Comparator.comparing(each -> each.key().hex()))
                .toList();
    }

    /** What failures are counted under, and the rule for it. */
    record Counted(Digest key, LockOut rule) {}

    /** Where somebody tries to sign in as whom. */
    static Digest place(String login, String address) {
        return Digest.of("place\n" + login + "\n" + address);
    }

    /** @param familiar whether that login has succeeded from there before */
    static Attempt toSignIn(String login, String address, boolean familiar) {
        var place = place(login, address);
        var counted = new ArrayList<Counted>();
        counted.add(new Counted(place, LockOut.ONE_PLACE));
        if (!familiar) {
            counted.add(new Counted(Digest.of("login\n" + login), LockOut.ONE_LOGIN));
            counted.add(new Counted(Digest.of("address\n" + address), LockOut.ONE_ADDRESS));
        }
        return new Attempt("sign-in", login, place, counted);
    }

    /** By somebody who has signed in: only what they themselves do in this session counts. */
    static Attempt inSession(Actor.Person person, String session, String purpose) {
        var place = Digest.of("session\n" + person.id() + "\n" + session);
        return new Attempt(purpose, person.login(), place, List.of(new Counted(place, LockOut.ONE_PLACE)));
    }

    boolean toSignIn() {
        return purpose.equals("sign-in");
    }
}
