package org.overread.monitoring.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.overread.monitoring.alert.AlertFixtures.check;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.PlanFixtures;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.plan.store.PlanStores;
import org.overread.monitoring.run.RunAttempt.State;
import org.overread.monitoring.run.store.AttemptStores;
import org.overread.monitoring.schedule.FinishedRun;
import org.overread.monitoring.schedule.MonitoringRuns;
import org.overread.monitoring.schedule.RunProgress;
import org.overread.monitoring.schedule.store.RunStores;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.StoreTest;

class RunDeskTest extends StoreTest {
    private static final Actor.Person MIRA = CatalogFixtures.MIRA;
    private static final ModelVersionId SEPSIS_1 = new ModelVersionId("sepsis", 1);
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final RunDesk desk = new RunDesk();
    private final RunningAside running = new RunningAside();
    private final PlanBook plans = PlanStores.book(entities());
    private final PlanRevision plan =
            new PlanRevision(new UUID(1, 1), SEPSIS_1, 1, PlanFixtures.plan(), MIRA.id(), MIRA.name(), MONDAY);
    private final Played played = new Played();
    private final Aside aside = new Aside(another());
    private Instant now = MONDAY;

    RunDeskTest() {
        super("monitoring");
        desk.catalog = CatalogFixtures.sepsisCatalog(audit, 2).catalog();
        desk.plans = plans;
        desk.attempts = AttemptStores.attempts(entities());
        desk.runs = RunStores.log(entities());
        desk.trail = audit;
        desk.clock = () -> now;
        running.runs = played;
        running.marks = aside;
        running.clock = () -> now;
    }

    /** A run that takes three seconds and finds two checks, or fails; meanwhile somebody looks. */
    private final class Played extends MonitoringRuns {
        private @Nullable RuntimeException failure;
        private Runnable meanwhile = () -> {};
        private @Nullable RunEntry seen;

        @Override
        public FinishedRun run(Actor actor, ModelVersionId version, RunProgress progress) {
            var startedAt = now;
            progress.at(1, 4);
            meanwhile.run();
            seen = inTransaction(() -> desk.underWay(MIRA, version)).orElse(null);
            now = now.plusSeconds(3);
            if (failure != null) {
                throw failure;
            }
            var run = new FinishedRun(
                    UUID.randomUUID(),
                    version,
                    plan.id(),
                    actor.id(),
                    startedAt,
                    now,
                    List.of(check("s", CheckState.ALERT), check("t", CheckState.OK)));
            inTransaction(() -> desk.runs.add(run));
            return run;
        }

        @Override
        public boolean runIfFree(PlanRevision due) {
            run(RunEntry.CLOCK, due.version(), RunProgress.SILENT);
            return true;
        }
    }

    /** Marks in transactions of their own, as the container makes them. */
    private final class Aside extends RunMarks {
        private final EntityManager own;
        private int beats;

        private Aside(EntityManager own) {
            this.own = own;
            attempts = AttemptStores.attempts(own);
            clock = () -> now;
        }

        @Override
        void at(UUID attempt, int done, int sources) {
            inTransaction(own, () -> {
                super.at(attempt, done, sources);
                return true;
            });
        }

        @Override
        void alive(UUID attempt) {
            beats++;
            inTransaction(own, () -> {
                super.alive(attempt);
                return true;
            });
        }

        @Override
        void found(UUID attempt, UUID run) {
            inTransaction(own, () -> {
                super.found(attempt, run);
                return true;
            });
        }

        @Override
        void failed(UUID attempt, String why) {
            inTransaction(own, () -> {
                super.failed(attempt, why);
                return true;
            });
        }

        @Override
        void failedByTheClock(ModelVersionId version, Instant startedAt, String why) {
            inTransaction(own, () -> {
                super.failedByTheClock(version, startedAt, why);
                return true;
            });
        }
    }

    @BeforeEach
    void aPlan() {
        inTransaction(() -> plans.add(plan));
    }

    @Test
    @DisplayName(
            "C11: a run that somebody starts can be watched by anybody, and is told with what it found and how long")
    void isWatchedAndLogged() {
        var attempt = inTransaction(() -> desk.start(MIRA, SEPSIS_1));
        running.carryOut(MIRA, attempt);

        assertThat(played.seen).isNotNull().satisfies(seen -> {
            assertThat(seen.state()).isEqualTo(State.RUNNING);
            assertThat(seen.done()).isEqualTo(1);
            assertThat(seen.sources()).isEqualTo(4);
        });
        var entry = inTransaction(() -> desk.log(MIRA, SEPSIS_1));
        assertThat(entry).singleElement().satisfies(done -> {
            assertThat(done.id()).isEqualTo(attempt.id());
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.tookMillis()).isEqualTo(3000);
            assertThat(done.found()).isEqualTo(new RunEntry.Found(2, 1, 0, 1, 0, 0));
        });
        assertThat(audit.actions()).contains("monitoring.run-started");
    }

    @Test
    @DisplayName("C11: a run that fails is in the log with its reason, started by somebody or by the clock")
    void logsFailures() {
        var attempt = inTransaction(() -> desk.start(MIRA, SEPSIS_1));
        played.failure = new GovernanceException(ErrorCode.OUTSIDE, "The database does not answer.");
        running.carryOut(MIRA, attempt);
        now = now.plusSeconds(60);
        played.failure = new IllegalStateException("row 7 of patient x9f");
        assertThatThrownBy(() -> running.byTheClock(plan)).isInstanceOf(IllegalStateException.class);

        assertThat(inTransaction(() -> desk.log(MIRA, SEPSIS_1)))
                .extracting(RunEntry::state, RunEntry::byTheClock, RunEntry::failure)
                .containsExactly(
                        tuple(State.FAILED, true, "It could not be run; the server's log says why."),
                        tuple(State.FAILED, false, "The database does not answer."));
    }

    @Test
    @DisplayName(
            "G3: what went wrong is told in words of the product, and not in those of a fault that may name a patient")
    void tellsNoFaultInItsOwnWords() {
        var attempt = inTransaction(() -> desk.start(MIRA, SEPSIS_1));
        played.failure = new IllegalStateException("row 7 of patient x9f");
        assertThatThrownBy(() -> running.carryOut(MIRA, attempt)).isInstanceOf(IllegalStateException.class);
        now = now.plusSeconds(60);
        played.failure = new GovernanceException(ErrorCode.OUTSIDE, "The database does not answer.");
        assertThatThrownBy(() -> running.byTheClock(plan)).isInstanceOf(GovernanceException.class);

        assertThat(inTransaction(() -> desk.log(MIRA, SEPSIS_1)))
                .extracting(RunEntry::byTheClock, RunEntry::failure)
                .containsExactly(
                        tuple(true, "The database does not answer."),
                        tuple(false, "It could not be run; the server's log says why."));
    }

    @Test
    @DisplayName("G8: who starts a run waits for another who is about to start one of the same version")
    void waitsForWhoIsAboutToStartOne() {
        var other = another();
        inTransaction(other, () -> {
            AttemptStores.attempts(other).lock(SEPSIS_1);
            assertThatThrownBy(() -> inTransaction(() -> {
                        entities()
                                .createNativeQuery("SET LOCAL lock_timeout = '50ms'")
                                .executeUpdate();
                        return desk.start(MIRA, SEPSIS_1);
                    }))
                    .hasStackTraceContaining("lock timeout");
            return true;
        });

        assertThat(inTransaction(() -> desk.start(MIRA, SEPSIS_1)).id()).isNotNull();
    }

    @Test
    @DisplayName("C11: one run of a version at a time; one whose server was stopped holds nobody up for long")
    void oneAtATime() {
        inTransaction(() -> desk.start(MIRA, SEPSIS_1));
        assertThatThrownBy(() -> inTransaction(() -> desk.start(MIRA, SEPSIS_1)))
                .hasMessageContaining("under way already");

        now = now.plusSeconds(59);
        assertThatThrownBy(() -> inTransaction(() -> desk.start(MIRA, SEPSIS_1)))
                .hasMessageContaining("under way already");
        now = now.plusSeconds(1);

        assertThat(inTransaction(() -> desk.log(MIRA, SEPSIS_1)).getFirst().state())
                .isEqualTo(State.INTERRUPTED);
        assertThat(inTransaction(() -> desk.start(MIRA, SEPSIS_1)).id()).isNotNull();
    }

    @Test
    @DisplayName("C11: a run that takes long is under way for as long as its server says so, and a heartbeat ends none")
    void isUnderWayWhileItsServerSaysSo() {
        var attempt = inTransaction(() -> desk.start(MIRA, SEPSIS_1));
        played.meanwhile = () -> {
            for (int beat = 0; beat < 40; beat++) {
                now = now.plus(RunAttempt.HEARTBEAT);
                running.beat();
            }
        };
        running.carryOut(MIRA, attempt);

        assertThat(played.seen).isNotNull().satisfies(seen -> {
            assertThat(seen.state()).isEqualTo(State.RUNNING);
            assertThat(seen.done()).as("what the run itself has told").isEqualTo(1);
        });
        now = now.plusSeconds(10);
        running.beat();
        assertThat(aside.beats).as("none of a run that is over").isEqualTo(40);
        new Aside(another()).alive(attempt.id());
        assertThat(AttemptStores.attempts(another()).find(attempt.id()))
                .hasValueSatisfying(ended -> assertThat(ended.touchedAt()).isEqualTo(ended.endedAt()));
        assertThat(inTransaction(() -> desk.log(MIRA, SEPSIS_1)))
                .extracting(RunEntry::state, RunEntry::tookMillis)
                .containsExactly(tuple(State.DONE, 603_000L));
    }

    @Test
    @DisplayName("C11: what a run tells of itself is as good as a heartbeat")
    void isHeardOfByWhatItTells() {
        var told = RunAttempt.begin(new UUID(1, 2), SEPSIS_1, MIRA.id(), MIRA.name(), MONDAY)
                .at(1, 4, MONDAY.plusSeconds(50));

        assertThat(told.state(MONDAY.plusSeconds(109))).isEqualTo(State.RUNNING);
        assertThat(told.state(MONDAY.plusSeconds(110))).isEqualTo(State.INTERRUPTED);
    }

    @Test
    @DisplayName("C11: without a plan nothing is started")
    void startsNothingWithoutAPlan() {
        var unplanned = new ModelVersionId("sepsis", 2);

        assertThatThrownBy(() -> inTransaction(() -> desk.start(MIRA, unplanned)))
                .hasMessage("Nothing can be checked before a monitoring plan is declared");
        assertThat(inTransaction(() -> desk.log(MIRA, unplanned))).isEmpty();
    }

    @Test
    @DisplayName("C11: of many runs the log tells the latest twenty, and who starts another finds the latest")
    void tellsTheLatest() {
        for (int i = 0; i < 21; i++) {
            inTransaction(() -> desk.start(MIRA, SEPSIS_1));
            now = now.plusSeconds(60);
        }
        var latest = inTransaction(() -> desk.start(MIRA, SEPSIS_1));

        assertThat(inTransaction(() -> desk.log(MIRA, SEPSIS_1)))
                .hasSize(20)
                .first()
                .returns(latest.id(), RunEntry::id);
        assertThat(inTransaction(() -> desk.underWay(MIRA, SEPSIS_1)).map(RunEntry::id))
                .contains(latest.id());
    }

    @Test
    @DisplayName("G1: who may only read starts nothing, and reads the log")
    void asksForTheRight() {
        var reader = Actors.person("rita", Role.COMPLIANCE);

        assertThatThrownBy(() -> inTransaction(() -> desk.start(reader, SEPSIS_1)))
                .isInstanceOf(GovernanceException.class);
        assertThat(inTransaction(() -> desk.log(reader, SEPSIS_1))).isEmpty();
        assertThatThrownBy(() -> desk.log(Actors.person("clara", Role.CLINICIAN), SEPSIS_1))
                .isInstanceOf(GovernanceException.class);
    }
}
