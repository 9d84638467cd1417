package org.overread.web.demonstration;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.AccountDraft;
import org.overread.registry.identity.People;
import org.overread.registry.identity.SignIn;

/** The people of the demonstration hospital. All have the password that was made up for this installation. */
@ApplicationScoped
public class Staff {
    static final String ROOT = "root.admin";
    static final String ADA = "ada.clinician";
    static final String BEN = "ben.clinician";
    static final String MAX = "max.owner";
    static final String IRIS = "iris.reviewer";
    static final String THEO = "theo.reviewer";
    static final String NORA = "nora.chair";
    static final String VERA = "vera.chair";
    static final String OMAR = "omar.safety";

    private static final Actor SETUP = new Actor.Product("demonstration");
    /** The launcher prints the same file. */
    private static final String FILE = "people.tsv";

    private static final List<Member> MEMBERS = members();

    private final Map<String, Actor.Person> known = new ConcurrentHashMap<>();

    @Inject
    People people;

    @Inject
    SignIn signIn;

    /** Someone who works here, with the one role they hold. */
    record Member(String login, String name, Role role, Scope scope) {
        /** @param line log-in name, name, role and, where the role ends there, department, with tabs between them */
        static Member of(String line) {
            var part = line.split("\t", -1);
            var scope = part.length < 4 ? Scope.EVERYWHERE : new Scope(null, part[3], null);
            return new Member(part[0], part[1], Role.valueOf(part[2]), scope);
        }
    }

    static List<Member> members() {
        try (var file = Staff.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(file, FILE).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Member::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets in everyone who is not there yet. */
    @Transactional
    void join(String password) {
        var here = people.all(SETUP).stream().collect(toMap(Account::login, identity()));
        MEMBERS.forEach(member -> join(member, here.get(member.login()), password));
        known.clear();
    }

    /** The person as the one who asks. */
    Actor.Person actor(String login) {
        return known.computeIfAbsent(login, unknown -> signIn.actor(unknown).orElseThrow());
    }

    private void join(Member member, @Nullable Account known, String password) {
        var account =
                known == null ? people.create(SETUP, new AccountDraft(member.login(), member.name(), password)) : known;
        var grant = new Grant(member.role(), member.scope());
        if (!account.grants().contains(grant)) {
            people.grant(SETUP, account.id(), grant);
        }
    }
}
