package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.Role;
import org.overread.registry.Scope;
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
    private static final Scope CARDIOLOGY = new Scope(null, "Cardiology", null);
    private static final List<Member> MEMBERS = List.of(
            new Member(ROOT, "Robin Tate", Role.ADMINISTRATOR, Scope.EVERYWHERE),
            new Member(ADA, "Ada Okafor", Role.CLINICIAN, Scope.EVERYWHERE),
            new Member(BEN, "Ben Whitfield", Role.CLINICIAN, Scope.EVERYWHERE),
            new Member(MAX, "Max Lindqvist", Role.MODEL_OWNER, Scope.EVERYWHERE),
            new Member(IRIS, "Iris Novak", Role.CLINICAL_REVIEWER, Scope.EVERYWHERE),
            new Member(THEO, "Theo Marsh", Role.TECHNICAL_REVIEWER, Scope.EVERYWHERE),
            new Member(NORA, "Nora Haddad", Role.CHAIR, Scope.EVERYWHERE),
            new Member(VERA, "Vera Sandoval", Role.CHAIR, Scope.EVERYWHERE),
            new Member(OMAR, "Omar Reyes", Role.SAFETY_OFFICER, Scope.EVERYWHERE),
            new Member("lena.compliance", "Lena Weiss", Role.COMPLIANCE, Scope.EVERYWHERE),
            new Member("cara.reviewer", "Cara Jensen", Role.CLINICAL_REVIEWER, CARDIOLOGY));

    private final Map<String, Actor.Person> known = new ConcurrentHashMap<>();

    @Inject
    People people;

    @Inject
    SignIn signIn;

    /** Someone who works here, with the one role they hold. */
    private record Member(String login, String name, Role role, Scope scope) {}

    /** Lets in everyone who is not there yet. */
    void join(String password) {
        MEMBERS.forEach(member -> join(member, password));
        known.clear();
    }

    /** The person as the one who asks. */
    Actor.Person actor(String login) {
        return known.computeIfAbsent(login, unknown -> signIn.actor(unknown).orElseThrow());
    }

    private void join(Member member, String password) {
        var account = people.all(SETUP).stream()
                .filter(known -> known.login().equals(member.login()))
                .findFirst()
                .orElseGet(() -> people.create(SETUP, new AccountDraft(member.login(), member.name(), password)));
        var grant = new Grant(member.role(), member.scope());
        if (!account.grants().contains(grant)) {
            people.grant(SETUP, account.id(), grant);
        }
    }
}
