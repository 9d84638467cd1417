package org.overread.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.overread.registry.Actor;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.Reauthentication;
import org.overread.registry.Rights;
import org.overread.registry.identity.SignInAnswer.Refused;
import org.overread.registry.identity.SignInAnswer.SignedIn;

/**
 * Lets people in by login and password, and asks them again when they sign. Works outside the caller's transaction: what
 * is counted and recorded here stays. See {@code registry/docs/decisions/004-counting-failed-sign-ins.md}.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class SignIn implements Reauthentication {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final Refused WRONG = new Refused("The login or the password is not right.", null);

    @Inject
    SignInLog log;

    @Inject
    PasswordHashes hashes;

    @Inject
    Accounts accounts;

    @Inject
    Rights rights;

    @Inject
    Origin origin;

    @Inject
    InstantSource clock;

    /** Checks who it is. */
    public SignInAnswer attempt(String login, String password) {
        return switch (log.signingIn(AccountDraft.normalized(login), origin.address())) {
            case SignInLog.Locked locked -> lockedOut(locked);
            case SignInLog.Open open -> {
                var account = open.account();
                if (hashes.matches(password, open.passwordHash()) && account != null && account.active()) {
                    var failed = log.signedIn(open, account);
                    yield new SignedIn(
                            account.actor(rights),
                            account.passwordMustChange(),
                            generationOf(account),
                            failed.orElse(null));
                }
                log.failed(open);
                yield WRONG;
            }
        };
    }

    /** {@inheritDoc} A password that somebody else has set does not confirm anything. */
    @Override
    public boolean confirms(Actor.Person person, String password) {
        return proved(person, password, "confirmation")
                .filter(proof -> {
                    log.confirmed(proof.open());
                    return !proof.account().passwordMustChange();
                })
                .isPresent();
    }

    /**
     * Gives the person the password they choose, and ends their sessions.
     *
     * @return the generation with which the session goes on in which they did it
     * @throws GovernanceException when the present password is wrong or the new one is not good enough
     */
    public int changePassword(Actor.Person person, String present, String chosen) {
        GovernanceException.refuse("Choose another password.", PasswordRule.problems("chosen", chosen, person.login()));
        var proof = proved(person, present, "password-change");
        if (proof.isEmpty()) {
            GovernanceException.refuse(
                    "The password was not changed.",
                    List.of(new FieldProblem("present", "is not your password, or too many attempts were made")));
        }
        var proved = proof.orElseThrow();
        return log.passwordChanged(proved.open(), proved.account(), hashes.hash(chosen));
    }

    /** Whether a session that began in that generation still stands for the person. */
    @Transactional(TxType.SUPPORTS)
    public SessionAnswer session(String login, int generation) {
        var found = accounts.sessions(login);
        if (found.isEmpty()) {
            return new SessionAnswer.Ended("This session has ended. Sign in again to go on.");
        }
        var state = found.get();
        if (state.person().active() && state.generation() == generation) {
            return new SessionAnswer.Good(new Actor.Person(
                    state.person().id(), state.login(), state.person().name(), rights));
        }
        var ended = state.ended();
        return new SessionAnswer.Ended(
                ended == null ? "Your account is not open. Ask an administrator." : ended.sentence(clock.instant()));
    }

    /** Puts on record that the person has signed out. */
    public void signedOut(Actor.Person person) {
        log.signedOut(person);
    }

    /** The person; empty when there is no such person or they may no longer sign in. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Actor.Person> actor(String login) {
        return accounts.byLogin(AccountDraft.normalized(login))
                .filter(Account::active)
                .map(account -> account.actor(rights));
    }

    private int generationOf(Account account) {
        return accounts.sessions(account.login()).map(SessionState::generation).orElse(0);
    }

    /** The person has shown that they know their password. */
    private record Proof(SignInLog.Open open, Account account) {}

    private Optional<Proof> proved(Actor.Person person, String password, String purpose) {
        if (!(log.proving(person, origin.session(), purpose) instanceof SignInLog.Open open)) {
            return Optional.empty();
        }
        var account = open.account();
        boolean right = hashes.matches(password, open.passwordHash());
        if (right && account != null && account.active() && account.id().equals(person.personId())) {
            return Optional.of(new Proof(open, account));
        }
        log.failed(open);
        return Optional.empty();
    }

    private static Refused lockedOut(SignInLog.Locked locked) {
        return new Refused(
                "Too many attempts have failed. Try again after " + TIME.format(locked.until()) + ".", locked.until());
    }
}
