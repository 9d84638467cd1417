package org.overread.web.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.audit.Refusals;
import org.overread.web.testing.People;

class RefusedAttemptsTest {
    private final List<String> recorded = new ArrayList<>();
    private final RefusedAttempts attempts = new RefusedAttempts();
    private @Nullable Actor asking = People.with(Role.CLINICIAN);
    private boolean away;

    RefusedAttemptsTest() {
        attempts.current = new CurrentActor() {
            @Override
            public Actor actor() {
                if (asking == null) {
                    throw new GovernanceException(ErrorCode.NOT_ALLOWED, "Sign in first.");
                }
                return asking;
            }
        };
        attempts.refusals = new Refusals() {
            @Override
            public void record(
                    Actor actor, String operation, String words, @Nullable String subject, @Nullable String model) {
                if (away) {
                    throw new IllegalStateException("the database is away");
                }
                recorded.add(operation + " " + subject + " " + model);
            }
        };
    }

    @Test
    @DisplayName("C7: a refusal is recorded with the ids it was about, and nothing that somebody typed")
    void recordsIdsOnly() {
        attempts.record("readVersion", "read a version", "sepsis/2", "sepsis");
        attempts.record("readAlert", "read an alert", "0b9ff3a2-6a4e-4c36-9d1f-2f3c8a52c1d7", null);
        attempts.record("readModel", "read a model", "Anna Müller, born 4 May 1961", "Anna Müller");

        assertThat(recorded)
                .containsExactly(
                        "readVersion sepsis/2 sepsis",
                        "readAlert 0b9ff3a2-6a4e-4c36-9d1f-2f3c8a52c1d7 null",
                        "readModel null null");
    }

    @Test
    void recordsNothingOfSomebodyWhoHasNotSignedIn() {
        asking = null;

        attempts.record("readModel", "read a model", "sepsis", "sepsis");

        assertThat(recorded).isEmpty();
    }

    @Test
    void changesNoAnswerWhenItCannotBeRecorded() {
        away = true;

        assertThatCode(() -> attempts.record("readModel", "read a model", "sepsis", "sepsis"))
                .doesNotThrowAnyException();
    }
}
