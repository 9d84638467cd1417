package org.overread.monitoring.concern;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.overread.monitoring.alert.store.AlertStores;
import org.overread.monitoring.evidence.EvidenceServices;
import org.overread.monitoring.feedback.FeedbackServices;
import org.overread.monitoring.feedback.store.FeedbackStores;
import org.overread.registry.Digest;
import org.overread.registry.PairOfEyes;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.ChangeSource;
import org.overread.registry.gate.Evidence;
import org.overread.registry.testing.RecordingAuditTrail;

/** Two transactions at the same moment on the real database: a clinician's concern, and a release. */
@DisplayName("A2: a severe concern that arrives in the same instant as the release")
@Timeout(60)
class ConcernAndReleaseTest extends ConcernBench {
    private final EntityManager released = another();
    private final ChangeSource changes = changes(released);

    private ChangeSource changes(EntityManager entities) {
        var catalog =
                CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 2).catalog();
        var other = new FeedbackServices(entities, catalog, audit, () -> now);
        return EvidenceServices.changes(other.book, FeedbackStores.citations(entities), AlertStores.log(entities));
    }

    @BeforeEach
    void anOutputIsShown() {
        show("card", "north");
    }

    /** What the release would see, as it looks for the last time. */
    private List<Change> looked() {
        changes.hold(SEPSIS_1);
        return changes.since(
                new Evidence(SEPSIS_1, Digest.of("v1"), null, NOON, null, NOON, List.of(), Map.of(), 0, Digest.of("")),
                PairOfEyes.of("olga"));
    }

    /** Goes on as soon as one transaction waits for another. */
    private void untilSomebodyWaits(CompletableFuture<?> waiting) {
        var watching = another();
        while (!waiting.isDone()) {
            var count = inTransaction(watching, () -> (Number) watching.createNativeQuery(
                            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database ="
                                    + " (SELECT oid FROM pg_database WHERE datname = current_database())")
                    .getSingleResult());
            if (count.longValue() > 0) {
                return;
            }
            Thread.yield();
        }
    }

    @Test
    @DisplayName("A2: told before the release looks for the last time, it is waited for, and seen")
    void theReleaseSeesWhatIsOnItsWay() {
        var told = entities().getTransaction();
        told.begin();
        record("feared", "card");
        var release = CompletableFuture.supplyAsync(() -> inTransaction(released, this::looked));
        untilSomebodyWaits(release);
        assertThat(release).isNotDone();

        told.commit();

        assertThat(release.join()).anyMatch(Change.SevereFinding.class::isInstance);
    }

    @Test
    @DisplayName("A2: told once the release has looked, it comes after it, and waits for the safety officer as ever")
    void whatComesLaterComesAfter() {
        var going = released.getTransaction();
        going.begin();
        assertThat(looked()).isEmpty();
        var told = CompletableFuture.runAsync(() -> fear("feared", "card"));
        untilSomebodyWaits(told);
        assertThat(told).isNotDone();

        going.commit();
        told.join();

        released.clear();
        assertThat(inTransaction(released, this::looked)).anyMatch(Change.SevereFinding.class::isInstance);
    }

    private void record(String name, String card) {
        later(Duration.ofMinutes(1));
        services.feedback.record(ANA, concern(name, card));
        entities().flush();
    }
}
