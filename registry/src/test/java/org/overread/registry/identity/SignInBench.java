package org.overread.registry.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.identity.SignInAnswer.Refused;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

/** The real sign-in on memory instead of a database, with one person who can sign in. */
abstract class SignInBench {
    static final Actor.Person ADA = Actors.person("ada", Role.CHAIR);
    static final Actor.Person ADMIN = Actors.person("admin", Role.ADMINISTRATOR);
    static final String PASSWORD = "correct horse battery";
    static final Refused WRONG = new Refused("The login or the password is not right.", null);

    final RecordingAuditTrail trail = new RecordingAuditTrail();
    final InMemoryAccounts accounts = new InMemoryAccounts().with(ADA).with(ADMIN);
    final SignIn signIn = new SignIn();
    final From origin = new From();
    Instant now = Instant.parse("2026-01-01T12:00:00Z");

    SignInBench() {
        var hashes = new PlainHashes();
        accounts.setPassword(ADA.personId(), hashes.hash(PASSWORD), false);
        signIn.log = new SignInLog();
        signIn.log.accounts = accounts;
        signIn.log.rights = KeptRights.of(accounts);
        signIn.log.failures = new Counted();
        signIn.log.memory = new Remembered();
        signIn.log.trail = trail;
        signIn.log.clock = () -> now;
        signIn.accounts = accounts;
        signIn.rights = KeptRights.of(accounts);
        signIn.hashes = hashes;
        signIn.origin = origin;
        signIn.clock = () -> now;
    }

    /** Comes from that address from now on. */
    final SignIn at(String address) {
        origin.address = address;
        return signIn;
    }

    /** Failures in memory. */
    private static final class Counted implements SignInFailures {
        private final Map<Digest, List<Instant>> failures = new HashMap<>();

        @Override
        public List<Instant> lockAndList(Digest login, Instant since) {
            return failures.getOrDefault(login, List.of()).stream()
                    .filter(at -> !at.isBefore(since))
                    .toList();
        }

        @Override
        public void add(Digest login, Instant at) {
            failures.computeIfAbsent(login, _ -> new ArrayList<>()).add(at);
        }

        @Override
        public void remove(Digest key, Instant at) {
            failures.getOrDefault(key, new ArrayList<>()).remove(at);
        }

        @Override
        public void clear(Digest login) {
            failures.remove(login);
        }

        @Override
        public void forgetBefore(Instant at) {
            failures.values().forEach(list -> list.removeIf(each -> each.isBefore(at)));
        }
    }

    /** Where the caller is. */
    static final class From implements Origin {
        String address = "";
        String session = "one";

        @Override
        public String address() {
            return address;
        }

        @Override
        public String session() {
            return session;
        }
    }

    /** Sign-ins remembered in memory. */
    private static final class Remembered implements SignInMemory {
        private final Map<Digest, Instant> places = new HashMap<>();
        private final Map<PersonId, FailedAttempts> failed = new HashMap<>();

        @Override
        public boolean familiar(Digest place, Instant since) {
            return places.containsKey(place) && !places.get(place).isBefore(since);
        }

        @Override
        public void succeeded(Digest place, Instant at) {
            places.put(place, at);
        }

        @Override
        public void failed(PersonId person, Instant at) {
            failed.merge(
                    person,
                    new FailedAttempts(1, at),
                    (before, latest) -> new FailedAttempts(before.count() + 1, latest.latest()));
        }

        @Override
        public Optional<FailedAttempts> tellFailed(PersonId person) {
            return Optional.ofNullable(failed.remove(person));
        }

        @Override
        public void forgetBefore(Instant at) {
            places.values().removeIf(each -> each.isBefore(at));
        }
    }
}
