package org.overread.registry.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.Permission;
import org.overread.registry.PersonId;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;

/**
 * The people of the installation and the roles they hold. Only an administrator without limits may change them: one who
 * is limited to a department could otherwise hand out more than they hold.
 */
@ApplicationScoped
@Transactional
public class People {
    private static final Pattern PERSON = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Grant ADMINISTRATOR = new Grant(Role.ADMINISTRATOR, Scope.EVERYWHERE);

    @Inject
    Accounts accounts;

    @Inject
    PasswordHashes hashes;

    @Inject
    AuditTrail trail;

    @Inject
    InstantSource clock;

    /** Whether nobody can sign in yet, so that the first administrator is to be made. */
    public boolean nobodyYet() {
        return accounts.all().isEmpty();
    }

    /**
     * Makes the first person, who administers. Works only while there is nobody at all.
     *
     * @throws GovernanceException with {@link ErrorCode#CONFLICT} when there is somebody
     */
    public Account firstAdministrator(String login, String name, String password) {
        accounts.lockAdministration();
        if (!nobodyYet()) {
            throw new GovernanceException(
                    ErrorCode.CONFLICT, "There are people already; an administrator among them can add more");
        }
        var setup = new Actor.Product("setup");
        var account = create(setup, new AccountDraft(login, name, password));
        return grant(setup, account.id(), ADMINISTRATOR);
    }

    /** Lets a person in. A password given here must be changed by the person, unless the product itself gave it. */
    public Account create(Actor actor, AccountDraft draft) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_PEOPLE);
        var problems = new FieldProblems().and(draft.problems());
        var login = draft.login();
        problems.when(login != null && accounts.byLogin(login).isPresent(), "login", "belongs to somebody already");
        GovernanceException.refuse("This person cannot be added yet.", problems.list());
        var password = draft.password();
        var account = draft.account(
                new PersonId(UUID.randomUUID()),
                known(actor, password),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        accounts.add(account, password == null ? null : hashes.hash(password));
        record(actor, "person.created", account, "added " + account.name(), Map.of("login", account.login()));
        return account;
    }

    /** Everyone, by name. */
    public List<Account> all(Actor actor) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_PEOPLE);
        return accounts.all();
    }

    public Account account(Actor actor, PersonId id) {
        actor.mustBeAllowedEverywhere(Permission.MANAGE_PEOPLE);
        return found(id);
    }

    /** Shuts a person out from their next request on. */
    public Account deactivate(Actor actor, PersonId id) {
        mustAdminister(actor);
        mustNotBeTheLastAdministrator(found(id));
        accounts.setActive(id, false);
        endSessions(id, SessionEnding.Reason.DEACTIVATED);
        record(
                actor,
                "person.deactivated",
                found(id),
                "deactivated " + found(id).name(),
                Map.of());
        return found(id);
    }

    /** Lets a person in again, who signs in anew: no session of before goes on. */
    public Account activate(Actor actor, PersonId id) {
        mustAdminister(actor);
        found(id);
        accounts.setActive(id, true);
        endSessions(id, SessionEnding.Reason.ACTIVATED);
        record(actor, "person.activated", found(id), "activated " + found(id).name(), Map.of());
        return found(id);
    }

    /** Gives a person a role. They sign in again to use it. */
    public Account grant(Actor actor, PersonId id, Grant grant) {
        mustAdminister(actor);
        var account = found(id);
        if (!account.grants().contains(grant)) {
            accounts.grant(id, grant);
            endSessions(id, SessionEnding.Reason.ROLES);
        }
        record(
                actor,
                "person.granted",
                account,
                "gave " + account.name() + " " + GrantWords.of(grant),
                GrantWords.facts(grant));
        return found(id);
    }

    /** Takes a role from a person, from this moment on. */
    public Account revoke(Actor actor, PersonId id, Grant grant) {
        mustAdminister(actor);
        var account = found(id);
        if (grant.equals(ADMINISTRATOR)) {
            mustNotBeTheLastAdministrator(account);
        }
        if (account.grants().contains(grant)) {
            accounts.revoke(id, grant);
            endSessions(id, SessionEnding.Reason.ROLES);
        }
        record(
                actor,
                "person.revoked",
                account,
                "took from " + account.name() + " " + GrantWords.of(grant),
                GrantWords.facts(grant));
        return found(id);
    }

    /** Sets a password for somebody else, who must change it before it proves anything. */
    public void resetPassword(Actor actor, PersonId id, String password) {
        mustAdminister(actor);
        var account = found(id);
        GovernanceException.refuse(
                "Choose another password.", PasswordRule.problems("password", password, account.login()));
        accounts.setPassword(id, hashes.hash(password), known(actor, password));
        endSessions(id, SessionEnding.Reason.PASSWORD);
        record(actor, "person.password-reset", account, "set a password for " + account.name(), Map.of());
    }

    /** Active people who hold the role anywhere at all, by name: to pick an owner or a reviewer from. */
    public List<NamedPerson> withRole(Role role) {
        return accounts.withRole(role).stream()
                .filter(Account::active)
                .map(Account::named)
                .toList();
    }

    /** Active people who hold the role in all of that place, by name. */
    public List<NamedPerson> withRole(Role role, Place place) {
        return accounts.withRole(role).stream()
                .filter(account -> account.holds(role, place))
                .map(Account::named)
                .toList();
    }

    /** The person by name; empty when there is none. */
    public Optional<NamedPerson> named(PersonId id) {
        return accounts.find(id).map(Account::named);
    }

    /** The name of whom a record names: of a person theirs, of a machine or the product its id. */
    public String nameOf(String actor) {
        return PERSON.matcher(actor).matches()
                ? named(PersonId.of(actor)).map(NamedPerson::name).orElse(actor)
                : actor;
    }

    /** The names of these people; who is not known is left out. */
    public Map<PersonId, String> names(Collection<PersonId> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> named(id).stream())
                .collect(Collectors.toMap(NamedPerson::id, NamedPerson::name));
    }

    /** Whoever changes people does so alone, so that two administrators do not wait for each other. */
    private void mustAdminister(Actor actor) {
        accounts.lockAdministration();
        actor.mustBeAllowedEverywhere(Permission.MANAGE_PEOPLE);
    }

    private void endSessions(PersonId id, SessionEnding.Reason reason) {
        accounts.endSessions(id, new SessionEnding(reason, clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private void mustNotBeTheLastAdministrator(Account account) {
        boolean another = accounts.withRole(Role.ADMINISTRATOR).stream()
                .anyMatch(other -> other.active()
                        && !other.id().equals(account.id())
                        && other.grants().contains(ADMINISTRATOR));
        if (account.active() && account.grants().contains(ADMINISTRATOR) && !another) {
            throw new GovernanceException(
                    ErrorCode.CONFLICT, account.name() + " is the only administrator; make somebody else one first");
        }
    }

    private Account found(PersonId id) {
        return accounts.find(id)
                .orElseThrow(() -> new GovernanceException(ErrorCode.NOT_FOUND, "There is no such person"));
    }

    private static boolean known(Actor actor, @Nullable String password) {
        return password != null && !(actor instanceof Actor.Product);
    }

    private void record(Actor actor, String action, Account account, String sentence, Map<String, String> facts) {
        trail.append(actor, new Deed(action, "person", account.id().toString(), null, sentence, facts));
    }
}
