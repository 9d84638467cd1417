package org.overread.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Rights;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/**
 * Keeps count of attempts to sign in, each step in a transaction of its own: a failure stays counted whatever becomes of
 * the caller, and no connection is held while a password is hashed. An attempt counts as failed from its beginning
 * until it is known to be good, so that guesses sent at the same moment cannot slip under the limit.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
class SignInLog {
    private static final Actor PRODUCT = new Actor.Product("sign-in");
    private static final Duration COUNTED = Duration.ofDays(1);
    private static final Duration FAMILIAR = Duration.ofDays(90);

    @Inject
    Accounts accounts;

    @Inject
    Rights rights;

    @Inject
    SignInFailures failures;

    @Inject
    SignInMemory memory;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** What an attempt starts from. */
    sealed interface Start {}

    /** The attempt may go on and is counted. Without an account the login is unknown. */
    record Open(
            Attempt attempt,
            Instant at,
            @Nullable Account account,
            @Nullable String passwordHash) implements Start {}

    record Locked(Instant until) implements Start {}

    Start signingIn(String login, String address) {
        var now = now();
        memory.forgetBefore(now.minus(FAMILIAR));
        boolean familiar = memory.familiar(Attempt.place(login, address), now.minus(FAMILIAR));
        return begin(Attempt.toSignIn(login, address, familiar), now);
    }

    Start proving(Actor.Person person, String session, String purpose) {
        return begin(Attempt.inSession(person, session, purpose), now());
    }

    private Start begin(Attempt attempt, Instant now) {
        failures.forgetBefore(now.minus(COUNTED));
        var account = AccountDraft.possible(attempt.login())
                ? accounts.byLogin(attempt.login()).orElse(null)
                : null;
        var locked = lockedUntil(attempt, now);
        if (locked.isPresent()) {
            told(attempt, account, now);
            trail.append(PRODUCT, deed(attempt, "refused", account, "refused", "after too many attempts"));
            return new Locked(locked.get());
        }
        attempt.counted().forEach(counted -> failures.add(counted.key(), now));
        var hash = account == null ? null : accounts.passwordHash(account.id()).orElse(null);
        return new Open(attempt, now, account, hash);
    }

    void failed(Open open) {
        var now = now();
        told(open.attempt(), open.account(), now);
        trail.append(
                PRODUCT, deed(open.attempt(), "failed", open.account(), "refused", "for a wrong login or password"));
        lockedUntil(open.attempt(), now)
                .ifPresent(until -> trail.append(
                        PRODUCT, deed(open.attempt(), "locked", open.account(), "slowed down", "until " + until)));
    }

    /** @return the attempts that failed since this person last signed in */
    Optional<FailedAttempts> signedIn(Open open, Account account) {
        good(open);
        memory.succeeded(open.attempt().place(), open.at());
        trail.append(
                account.actor(rights),
                Deed.of("sign-in.succeeded", "person", account.id().toString(), null, "signed in"));
        return memory.tellFailed(account.id());
    }

    void signedOut(Actor.Person person) {
        trail.append(person, Deed.of("sign-in.ended", "person", person.id(), null, "signed out"));
    }

    void confirmed(Open open) {
        good(open);
    }

    /** @return the generation in which sessions begin from now on */
    int passwordChanged(Open open, Account account, String passwordHash) {
        good(open);
        int generation = accounts.endSessions(account.id(), new SessionEnding(SessionEnding.Reason.PASSWORD, now()));
        accounts.setPassword(account.id(), passwordHash, false);
        trail.append(
                account.actor(rights),
                Deed.of("person.password-changed", "person", account.id().toString(), null, "chose a new password"));
        return generation;
    }

    /** What failed before at this place was the person's own; what failed elsewhere was perhaps not. */
    private void good(Open open) {
        open.attempt().counted().forEach(counted -> failures.remove(counted.key(), open.at()));
        failures.clear(open.attempt().place());
    }

    private Optional<Instant> lockedUntil(Attempt attempt, Instant now) {
        var ends = new ArrayList<Instant>();
        for (var counted : attempt.counted()) {
            var earlier =
                    failures.lockAndList(counted.key(), now.minus(counted.rule().memory()));
            counted.rule().lockedUntil(earlier, now).ifPresent(ends::add);
        }
        return ends.isEmpty() ? Optional.empty() : Optional.of(Collections.max(ends));
    }

    private void told(Attempt attempt, @Nullable Account account, Instant now) {
        if (account != null && attempt.toSignIn()) {
            memory.failed(account.id(), now);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** Names the person only when there is one: what was typed as an unknown login may be a password. */
    private static Deed deed(Attempt attempt, String what, @Nullable Account account, String did, String why) {
        var whom = account == null ? "somebody unknown" : account.name();
        var id = account == null ? "unknown" : account.id().toString();
        return Deed.of(attempt.purpose() + "." + what, "person", id, null, did + " " + whom + " " + why);
    }
}
