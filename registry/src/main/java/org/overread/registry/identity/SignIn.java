package org.overread.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
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
 * is counted and recorded here stays. Call it before the caller's own transaction writes to the audit trail, or the two
 * wait for each other. See {@code registry/docs/decisions/004-counting-failed-sign-ins.md}.
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

    /** Checks who it is. */
    public SignInAnswer attempt(String login, String password) {
        var typed = AccountDraft.normalized(login);
        return switch (log.begin(typed, "sign-in")) {
            case SignInLog.Locked locked -> lockedOut(locked);
            case SignInLog.Open open -> {
                var account = open.account();
                boolean right = hashes.matches(password, open.passwordHash());
                if (right && account != null && account.active()) {
                    log.signedIn(account);
                    yield new SignedIn(account.actor(rights), account.passwordMustChange());
                }
                log.failed(typed, account, "sign-in");
                yield WRONG;
            }
        };
    }

    /** {@inheritDoc} A password that somebody else has set does not confirm anything. */
    @Override
    public boolean confirms(Actor.Person person, String password) {
        return proved(person, password, "confirmation")
                .filter(account -> !account.passwordMustChange())
                .isPresent();
    }

    /**
     * Gives the person the password they choose.
     *
     * @throws GovernanceException when the present password is wrong or the new one is not good enough
     */
    public void changePassword(Actor.Person person, String present, String chosen) {
        GovernanceException.refuse("Choose another password.", PasswordRule.problems("chosen", chosen, person.login()));
        var account = proved(person, present, "password-change");
        if (account.isEmpty()) {
            GovernanceException.refuse(
                    "The password was not changed.",
                    List.of(new FieldProblem("present", "is not your password, or too many attempts were made")));
        }
        log.passwordChanged(account.orElseThrow(), hashes.hash(chosen));
    }

    /** The person; empty when there is no such person or they may no longer sign in. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Actor.Person> actor(String login) {
        return accounts.byLogin(AccountDraft.normalized(login))
                .filter(Account::active)
                .map(account -> account.actor(rights));
    }

    private Optional<Account> proved(Actor.Person person, String password, String purpose) {
        if (!(log.begin(person.login(), purpose) instanceof SignInLog.Open open)) {
            return Optional.empty();
        }
        var account = open.account();
        boolean right = hashes.matches(password, open.passwordHash());
        if (right && account != null && account.active() && account.id().equals(person.personId())) {
            log.confirmed(account);
            return Optional.of(account);
        }
        log.failed(person.login(), account, purpose);
        return Optional.empty();
    }

    private static Refused lockedOut(SignInLog.Locked locked) {
        return new Refused(
                "Too many attempts have failed. Try again after " + TIME.format(locked.until()) + ".", locked.until());
    }
}
