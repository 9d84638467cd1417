package org.overread.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.overread.registry.PersonId;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.People;
import org.overread.web.schedule.Preparations;

class FirstAdministratorTest {
    private final Staffroom people = new Staffroom();

    @Test
    void isMadeAsTheEnvironmentSaysWhileThereIsNobody() {
        start(Map.of("OVERREAD_ADMIN_LOGIN", "grace", "OVERREAD_ADMIN_PASSWORD", "a long pass phrase"));

        assertThat(people.made).containsExactly("grace grace a long pass phrase");
    }

    @Test
    void isNotMadeTwice() {
        people.made.add("someone");

        start(Map.of("OVERREAD_ADMIN_LOGIN", "grace", "OVERREAD_ADMIN_PASSWORD", "a long pass phrase"));

        assertThat(people.made).containsExactly("someone");
    }

    @Test
    void hasNoPasswordUnlessOneIsGiven() {
        start(Map.of("OVERREAD_ADMIN_LOGIN", "grace"));

        assertThat(people.made).isEmpty();
    }

    @Test
    void isLeftToTheDemonstrationWhereThereIsOne() {
        start(Map.of(
                "OVERREAD_ADMIN_LOGIN", "grace",
                "OVERREAD_ADMIN_PASSWORD", "a long pass phrase",
                "OVERREAD_DEMO", "true"));

        assertThat(people.made).isEmpty();
    }

    private void start(Map<String, String> environment) {
        var first = new FirstAdministrator();
        first.people = people;
        first.environment = environment;
        first.preparations = new Preparations() {
            @Override
            public void begin(String what, Runnable work) {
                work.run();
            }
        };
        first.start("started");
    }

    private static final class Staffroom extends People {
        final List<String> made = new ArrayList<>();

        @Override
        public boolean nobodyYet() {
            return made.isEmpty();
        }

        @Override
        public Account firstAdministrator(String login, String name, String password) {
            made.add(login + " " + name + " " + password);
            return new Account(new PersonId(new UUID(0, 1)), login, name, true, false, Set.of(), Instant.EPOCH);
        }
    }
}
