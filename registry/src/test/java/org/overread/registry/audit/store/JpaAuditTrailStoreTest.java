package org.overread.registry.audit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.audit.AuditActor;
import org.overread.registry.audit.AuditChain;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.ChainVerification;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.audit.Deed;
import org.overread.registry.audit.Sealer;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.StoreTest;

class JpaAuditTrailStoreTest extends StoreTest {
    private static final Actor.Person ADA = Actors.person("ada", Role.MODEL_OWNER);
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    private static final String UNGUARDED = """
            ALTER TABLE registry.audit_record DISABLE TRIGGER ALL; ALTER TABLE registry.audit_seal DISABLE TRIGGER ALL;
            ALTER TABLE registry.audit_pending DISABLE TRIGGER ALL; ALTER TABLE registry.audit_head DISABLE TRIGGER ALL;
            ALTER TABLE registry.audit_record ENABLE ALWAYS TRIGGER record_awaits_seal""";

    private final JpaAuditTrail trail = trail(entities());
    private final JpaAuditLog log = log(entities(), sealer(another()));

    JpaAuditTrailStoreTest() {
        super("registry");
    }

    @Test
    void givesBackWhatWasRecordedToTheMicrosecond() {
        record("sepsis", 1);

        assertThat(all()).singleElement().satisfies(entry -> {
            assertThat(entry.seq()).isEqualTo(1);
            assertThat(entry.at()).isEqualTo(NOON);
            assertThat(entry.actorName()).isEqualTo("ada");
            assertThat(entry.details()).isEqualTo(Map.of("number", "1", "note", "\"quoted\" ümlaut 漢字"));
        });
        assertThat(verification()).isEqualTo(new Verified(1, all().getFirst().hash()));
    }

    @Test
    void keepsNothingOfATransactionThatFailed() {
        assertThatThrownBy(() -> inTransaction(() -> {
                    trail.append(ADA, deed("sepsis", 1));
                    throw new IllegalStateException("after the deed");
                }))
                .hasMessage("after the deed");

        assertThat(all()).isEmpty();
        assertThat(verification()).isInstanceOf(Verified.class);
    }

    @Test
    void chainsSeveralDeedsOfOneTransaction() {
        inTransaction(() -> {
            trail.append(ADA, deed("sepsis", 1));
            trail.append(ADA, deed("sepsis", 2));
        });
        record("stroke", 3);

        assertThat(verification()).isEqualTo(new Verified(3, all().getFirst().hash()));
    }

    @Test
    void staysOneChainWhenManyAppendAtOnce() throws Exception {
        var start = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) {
                var entities = another();
                pool.submit(() -> {
                    start.await();
                    for (int n = 1; n <= 10; n++) {
                        int number = n;
                        inTransaction(entities, () -> {
                            trail(entities).append(ADA, deed("sepsis", number));
                            return number;
                        });
                    }
                    return true;
                });
            }
            start.countDown();
            pool.shutdown();
            assertThat(pool.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        assertThat(verification()).isEqualTo(new Verified(80, all().getFirst().hash()));
    }

    @ParameterizedTest
    @DisplayName("E3: the database refuses the application to change or remove a record, a seal or the head")
    @ValueSource(
            strings = {
                "UPDATE registry.audit_record SET sentence = 'nothing'",
                "DELETE FROM registry.audit_record",
                "TRUNCATE registry.audit_record",
                "UPDATE registry.audit_seal SET hash = previous",
                "DELETE FROM registry.audit_seal",
                "TRUNCATE registry.audit_seal",
                "DELETE FROM registry.audit_head",
                "UPDATE registry.audit_head SET seq = 0",
                "UPDATE registry.audit_head SET seq = 2"
            })
    void isKeptFromTheApplication(String change) {
        record("sepsis", 1);
        all();

        assertThatThrownBy(() -> asApplication(change))
                .message()
                .containsAnyOf("permission denied", "rows are kept", "only moves to the next");
    }

    @ParameterizedTest
    @DisplayName("E3: the database refuses it to the owner of the schema as well")
    @ValueSource(
            strings = {
                "UPDATE registry.audit_record SET sentence = 'nothing'",
                "DELETE FROM registry.audit_record",
                "TRUNCATE registry.audit_record",
                "SET session_replication_role = replica; DELETE FROM registry.audit_record",
                "UPDATE registry.audit_seal SET hash = previous",
                "DELETE FROM registry.audit_seal",
                "TRUNCATE registry.audit_seal",
                "SET session_replication_role = replica; DELETE FROM registry.audit_seal",
                "DELETE FROM registry.audit_head",
                "TRUNCATE registry.audit_head",
                "UPDATE registry.audit_head SET seq = 0"
            })
    void isKeptFromTheOwner(String change) {
        record("sepsis", 1);
        all();

        assertThatThrownBy(() -> asOwner(change)).message().containsAnyOf("rows are kept", "only moves to the next");
    }

    @ParameterizedTest
    @DisplayName("D3: nobody takes a record that is not sealed yet from the list of those that wait")
    @ValueSource(
            strings = {
                "DELETE FROM registry.audit_pending",
                "UPDATE registry.audit_pending SET record = uuidv7()",
                "TRUNCATE registry.audit_pending",
                "SET session_replication_role = replica; DELETE FROM registry.audit_pending"
            })
    void keepsWhatWaitsToBeSealed(String change) {
        record("sepsis", 1);

        assertThatThrownBy(() -> asOwner(change)).message().containsAnyOf("rows are kept", "waits until it is sealed");
    }

    @ParameterizedTest
    @DisplayName("E3: who takes the guard away and alters a row is found out")
    @ValueSource(
            strings = {
                "UPDATE registry.audit_record SET sentence = 'nothing' WHERE subject_id = 'sepsis/2'",
                "UPDATE registry.audit_record SET details = '{\"number\":\"9\"}' WHERE subject_id = 'sepsis/2'",
                "UPDATE registry.audit_record SET at = at + interval '1 microsecond' WHERE subject_id = 'sepsis/2'",
                "DELETE FROM registry.audit_record WHERE subject_id = 'sepsis/2'",
                "DELETE FROM registry.audit_record WHERE subject_id >= 'sepsis/2'",
                "UPDATE registry.audit_seal SET record = uuidv7() WHERE seq = 2",
                "DELETE FROM registry.audit_seal WHERE seq = 2",
                "DELETE FROM registry.audit_seal WHERE seq >= 2"
            })
    void namesTheRowThatWasAltered(String change) {
        threeSealed();
        asOwner(UNGUARDED, change);

        assertThat(verification())
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.seq()).isEqualTo(2));
    }

    @Test
    @DisplayName("D3: a record that was kept from being sealed, or went before it was, is found out")
    void findsRecordsOutsideTheChain() {
        threeSealed();
        assertThat(log.unsealed()).isEmpty();
        assertThat(log.recordsGone()).isFalse();

        record("sepsis", 4);
        asOwner(UNGUARDED, "DELETE FROM registry.audit_pending");
        assertThat(log.unsealed())
                .hasValueSatisfying(
                        record -> assertThat(record.deed().subjectId()).isEqualTo("sepsis/4"));

        record("sepsis", 5);
        asOwner("DELETE FROM registry.audit_record WHERE subject_id = 'sepsis/5'");
        assertThat(log.recordsGone()).isTrue();
    }

    @Test
    @DisplayName("D3: the tail is cut and the head set back: what it recorded is found without a place in the chain")
    void findsTheRecordsOfATailThatWasCut() {
        threeSealed();
        asOwner(
                UNGUARDED,
                "DELETE FROM registry.audit_seal WHERE seq > 1",
                "UPDATE registry.audit_head SET seq = 1, hash = (SELECT hash FROM registry.audit_seal)");
        record("sepsis", 4);

        assertThat(verification()).isInstanceOf(Verified.class);
        assertThat(log.unsealed())
                .hasValueSatisfying(
                        record -> assertThat(record.deed().subjectId()).isEqualTo("sepsis/2"));
    }

    @Test
    @DisplayName("E3: a row put in behind the head is found out, and nothing is built on it")
    void namesARowPutInBehindTheHead() {
        record("sepsis", 1);
        all();
        asApplication("""
                INSERT INTO registry.audit_record (id, at, actor_id, actor_name, action, subject_type, subject_id, sentence,
                    details)
                SELECT '00000000-0000-7000-8000-000000000007', at, actor_id, actor_name, action, subject_type, subject_id,
                    'approved', details FROM registry.audit_record""", """
                INSERT INTO registry.audit_seal
                SELECT 7, '00000000-0000-7000-8000-000000000007', hash, hash FROM registry.audit_seal""");
        record("sepsis", 2);

        assertThat(verification()).isEqualTo(new Broken(7, "was put in behind the newest entry, which is 1"));
        assertThat(sealer(another()).sealSome()).isFalse();
    }

    @Test
    @DisplayName("D3: what is committed is sealed in the order in which it was recorded, however late it is committed")
    void sealsInOrder() {
        var slow = another();
        slow.getTransaction().begin();
        trail(slow).append(ADA, deed("sepsis", 1));
        record("sepsis", 2);
        assertThat(all()).extracting(AuditEntry::subjectId).containsExactly("sepsis/2");

        record("sepsis", 3);
        slow.getTransaction().commit();

        assertThat(all()).extracting(AuditEntry::subjectId).containsExactly("sepsis/3", "sepsis/1", "sepsis/2");
        assertThat(verification()).isInstanceOf(Verified.class);
    }

    @Test
    @DisplayName("D3: nobody who records a deed waits for somebody else who does, nor for the sealer")
    void recordsBesideOthers() {
        var slow = another();
        slow.getTransaction().begin();
        trail(slow).append(ADA, deed("sepsis", 1));
        var sealing = another();
        sealing.getTransaction().begin();
        sealing.createNativeQuery("SELECT seq FROM registry.audit_head FOR UPDATE")
                .getSingleResult();

        inTransaction(() -> {
            entities().createNativeQuery("SET LOCAL lock_timeout = '1s'").executeUpdate();
            trail.append(ADA, deed("sepsis", 2));
        });

        sealing.getTransaction().rollback();
        slow.getTransaction().rollback();
        assertThat(all()).extracting(AuditEntry::subjectId).containsExactly("sepsis/2");
    }

    @Test
    @DisplayName("D3: more than one batch is sealed, by two sealers at once, into one chain")
    void sealsManyByTwo() throws Exception {
        inTransaction(() -> {
            for (int i = 1; i <= 2_345; i++) {
                trail.append(ADA, deed("sepsis", i));
            }
        });
        try (var pool = Executors.newFixedThreadPool(2)) {
            var first = pool.submit(() -> sealer(another()).sealAll());
            var second = pool.submit(() -> sealer(another()).sealAll());
            first.get(60, TimeUnit.SECONDS);
            second.get(60, TimeUnit.SECONDS);
        }

        assertThat(verification())
                .isInstanceOfSatisfying(
                        Verified.class, verified -> assertThat(verified.count()).isEqualTo(2_345));
        assertThat(entities()
                        .createNativeQuery("SELECT 1 FROM registry.audit_pending")
                        .getResultList())
                .isEmpty();
    }

    @Test
    void findsByEachPartOfTheFilter() {
        record("sepsis", 1);
        record("stroke", 2);
        record("sepsis", 3);

        assertThat(found(new AuditFilter("sepsis", null, null, null, null, null)))
                .containsExactly(3L, 1L);
        assertThat(found(new AuditFilter(null, ADA.id(), "version", NOON, NOON.plusSeconds(1), "OF STROKE")))
                .containsExactly(2L);
        assertThat(found(new AuditFilter(null, "nobody", null, null, null, null)))
                .isEmpty();
        assertThat(found(new AuditFilter(null, null, "version.registered", null, null, null)))
                .hasSize(3);
        assertThat(found(new AuditFilter(null, null, "vers", null, null, null))).isEmpty();
        assertThat(found(new AuditFilter(null, null, null, NOON.plusSeconds(1), null, null)))
                .isEmpty();
        assertThat(found(new AuditFilter(null, null, null, null, NOON, null))).isEmpty();
        assertThat(found(new AuditFilter(null, null, null, null, null, "100% _")))
                .isEmpty();
        assertThat(log.actions()).containsExactly("version.registered");
    }

    @Test
    void offersThePeopleAndModelsThatTheReachOpens() {
        record("stroke", 1);
        record("sepsis", 2);
        record("sepsis", 3);

        assertThat(log.actors(AuditReach.EVERYTHING)).containsExactly(new AuditActor(ADA.id(), ADA.name()));
        assertThat(log.models(AuditReach.EVERYTHING)).containsExactly("sepsis", "stroke");
        assertThat(log.models(new AuditReach(java.util.Set.of("stroke")))).containsExactly("stroke");
        assertThat(log.actors(new AuditReach(java.util.Set.of("other")))).isEmpty();
    }

    @Test
    void pagesAndCountsOnlyWhatTheReachOpens() {
        for (int i = 1; i <= 5; i++) {
            record(i % 2 == 0 ? "stroke" : "sepsis", i);
        }
        var reach = new AuditReach(java.util.Set.of("sepsis"));

        assertThat(log.newest(AuditFilter.ALL, reach, 1, 2))
                .extracting(AuditEntry::seq)
                .containsExactly(3L, 1L);
        assertThat(log.count(AuditFilter.ALL, reach)).isEqualTo(3);
        assertThat(log.oldest(AuditFilter.ALL, reach))
                .extracting(AuditEntry::seq)
                .containsExactly(1L, 3L, 5L);
    }

    @ParameterizedTest
    @DisplayName("E3: entries are found without their accents, case and apostrophes, and with others")
    @ValueSource(strings = {"noël o’brien", "NOEL OBRIEN", "noe\u0308l o'brien"})
    void findsWithoutAccents(String typed) {
        inTransaction(() -> trail.append(ADA, Deed.of("person.added", "person", "p-1", null, "added Noël O´Brien")));
        record("sepsis", 1);

        assertThat(found(new AuditFilter(null, null, null, null, null, typed))).hasSize(1);
    }

    private void record(String model, int number) {
        inTransaction(() -> trail.append(ADA, deed(model, number)));
    }

    private static Deed deed(String model, int number) {
        return new Deed(
                "version.registered",
                "model-version",
                model + "/" + number,
                model,
                "registered version " + number + " of " + model,
                Map.of("number", String.valueOf(number), "note", "\"quoted\" ümlaut 漢字"));
    }

    private List<AuditEntry> all() {
        return log.newest(AuditFilter.ALL, AuditReach.EVERYTHING, 0, 1000);
    }

    private List<Long> found(AuditFilter filter) {
        var entries = log.newest(filter, AuditReach.EVERYTHING, 0, 1000);
        assertThat(log.count(filter, AuditReach.EVERYTHING)).isEqualTo(entries.size());
        return entries.stream().map(AuditEntry::seq).toList();
    }

    private ChainVerification verification() {
        var head = log.head().orElseThrow();
        return new AuditChain(entry -> CanonicalJson.of(entry.content()))
                .verify(log.chain(AuditHead.EMPTY, head).iterator(), head);
    }

    private static JpaAuditTrail trail(EntityManager entities) {
        var trail = new JpaAuditTrail();
        trail.entities = entities;
        trail.clock = () -> NOON.plusNanos(789);
        return trail;
    }

    /** One that seals in transactions of its own, as the container has it do. */
    private static Sealer sealer(EntityManager entities) {
        var sealer = new JpaSealer();
        sealer.entities = entities;
        return () -> inTransaction(entities, sealer::sealSome);
    }

    private static JpaAuditLog log(EntityManager entities, Sealer sealer) {
        var log = new JpaAuditLog();
        log.entities = entities;
        log.sealer = sealer;
        return log;
    }

    private void threeSealed() {
        record("sepsis", 1);
        record("sepsis", 2);
        record("sepsis", 3);
        all();
    }
}
