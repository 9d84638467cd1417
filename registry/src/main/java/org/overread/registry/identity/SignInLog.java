package org.overread.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
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
    private static final Duration KEPT = Duration.ofDays(1);

    @Inject
    Accounts accounts;

    @Inject
    Rights rights;

    @Inject
    SignInFailures failures;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** What an attempt starts from. */
    sealed interface Start {}

    /** The attempt may go on and is counted. Without an account the login is unknown. */
    record Open(@Nullable Account account, @Nullable String passwordHash) implements Start {}

    record Locked(Instant until) implements Start {}

    Start begin(String login, String purpose) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var digest = Digest.of(login);
        failures.forgetBefore(now.minus(KEPT));
        var earlier = failures.lockAndList(digest, now.minus(LockOut.STANDARD.memory()));
        var locked = LockOut.STANDARD.lockedUntil(earlier, now);
        var account = accounts.byLogin(login).orElse(null);
        if (locked.isPresent()) {
            trail.append(PRODUCT, deed(purpose + ".refused", account, "refused", "while locked out"));
            return new Locked(locked.get());
        }
        failures.add(digest, now);
        return new Open(
                account,
                account == null ? null : accounts.passwordHash(account.id()).orElse(null));
    }

    void failed(String login, @Nullable Account account, String purpose) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        trail.append(PRODUCT, deed(purpose + ".failed", account, "refused", "for a wrong login or password"));
        var all = failures.lockAndList(Digest.of(login), now.minus(LockOut.STANDARD.memory()));
        LockOut.STANDARD
                .lockedUntil(all, now)
                .ifPresent(until ->
                        trail.append(PRODUCT, deed("sign-in.locked", account, "locked out", "until " + until)));
    }

    void signedIn(Account account) {
        failures.clear(Digest.of(account.login()));
        trail.append(
                account.actor(rights),
                Deed.of("sign-in.succeeded", "person", account.id().toString(), null, "signed in"));
    }

    void confirmed(Account account) {
        failures.clear(Digest.of(account.login()));
    }

    void passwordChanged(Account account, String passwordHash) {
        accounts.setPassword(account.id(), passwordHash, false);
        failures.clear(Digest.of(account.login()));
        trail.append(
                account.actor(rights),
                Deed.of("person.password-changed", "person", account.id().toString(), null, "chose a new password"));
    }

    /** Names the person only when there is one: what was typed as an unknown login may be a password. */
    private static Deed deed(String action, @Nullable Account account, String did, String why) {
        var whom = account == null ? "somebody unknown" : account.name();
        var id = account == null ? "unknown" : account.id().toString();
        return Deed.of(action, "person", id, null, did + " " + whom + " " + why);
    }
}
