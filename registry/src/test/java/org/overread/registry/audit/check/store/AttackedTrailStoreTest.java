package org.overread.registry.audit.check.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.registry.Actor;
import org.overread.registry.Role;
import org.overread.registry.audit.AuditChain;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.AuditLog;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.AuditRecord;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Kind;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.audit.Deed;
import org.overread.registry.audit.anchor.Anchors;
import org.overread.registry.audit.anchor.AnchorsOn;
import org.overread.registry.audit.anchor.store.AnchorStores;
import org.overread.registry.audit.check.ChecksOn;
import org.overread.registry.audit.check.TrailCheck;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.audit.store.AuditStores;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.StoreTest;

/** What somebody can do who owns the database, takes its guards away and knows every rule. */
class AttackedTrailStoreTest extends StoreTest {
    private static final Actor.Person ADA = Actors.person("ada", Role.MODEL_OWNER);
    private static final Actor.Person CORA = Actors.person("cora", Role.COMPLIANCE);
    private static final String UNGUARDED = """
            ALTER TABLE registry.audit_record DISABLE TRIGGER ALL; ALTER TABLE registry.audit_seal DISABLE TRIGGER ALL;
            ALTER TABLE registry.audit_head DISABLE TRIGGER ALL; ALTER TABLE registry.audit_anchor DISABLE TRIGGER ALL;
            ALTER TABLE registry.audit_receipt DISABLE TRIGGER ALL; ALTER TABLE registry.audit_check DISABLE TRIGGER ALL;
            ALTER TABLE registry.audit_record ENABLE ALWAYS TRIGGER record_awaits_seal""";
    private static final String CUT = """
            DELETE FROM registry.audit_record WHERE id IN (SELECT record FROM registry.audit_seal WHERE seq > 3);
            DELETE FROM registry.audit_seal WHERE seq > 3;
            UPDATE registry.audit_head SET seq = 3, hash = (SELECT hash FROM registry.audit_seal WHERE seq = 3)""";
    private static final String FORGET_THE_LAST_ANCHOR = """
            DELETE FROM registry.audit_receipt WHERE anchor = (SELECT max(id::text)::uuid FROM registry.audit_anchor);
            DELETE FROM registry.audit_anchor WHERE id = (SELECT max(id::text)::uuid FROM registry.audit_anchor)""";

    @TempDir
    Path data;

    private Instant now = Instant.parse("2026-05-04T12:00:00Z");
    private final AuditTrail trail = AuditStores.trail(entities(), () -> now);
    private final AuditLog log = log();
    private Anchors anchors = new Anchors();
    private TrailChecks checks = new TrailChecks();

    AttackedTrailStoreTest() {
        super("registry");
    }

    @BeforeEach
    void sixEntriesWithTwoAnchors() {
        var settings = AnchorsOn.settings(
                Map.of("OVERREAD_ANCHOR_KEY_FILE", data.resolve("a.key").toString()));
        anchors = AnchorsOn.anchors(AnchorStores.log(entities()), log, trail, settings, () -> now);
        var kept = new JpaCheckLog();
        kept.entities = entities();
        checks = ChecksOn.checks(log, trail, anchors, kept, () -> now);
        asOwner("""
                INSERT INTO registry.person (id, login, name, active, password_must_change, created_at)
                VALUES ('%s', 'ada', 'Ada', true, false, now())""".formatted(ADA.id()));
        record(3);
        inTransaction(anchors::keepUp);
        now = now.plus(Duration.ofHours(1));
        record(3);
        inTransaction(anchors::keepUp);
    }

    @Test
    void fitsItsAnchors() {
        var check = check();

        assertThat(check.result()).isInstanceOf(Verified.class);
        assertThat(check.entries()).isEqualTo(6);
        assertThat(check.anchors()).isEqualTo(4);
        assertThat(inTransaction(() -> checks.last(CORA))).contains(check);
    }

    @Test
    @DisplayName("D4: the tail cut off, with its records, and the head set back")
    void cutAndSetBack() {
        asOwner(UNGUARDED, CUT);

        assertThat(broken(Kind.CUT).seq()).isEqualTo(4);
    }

    @Test
    @DisplayName("D4: the same by somebody who also makes the database forget its anchor")
    void cutAndForgotten() {
        asOwner(UNGUARDED, CUT, FORGET_THE_LAST_ANCHOR);

        var broken = broken(Kind.RESTORED);
        assertThat(broken.seq()).isEqualTo(4);
        assertThat(broken.reason()).contains("restored from a copy or its tail was cut off", "the folder of anchors");
        assertThat(inTransaction(() -> checks.last(CORA)))
                .map(TrailCheck::result)
                .contains(broken);
    }

    @Test
    @DisplayName("D4: a database of before, that has gone on since")
    void restoredAndGoneOn() {
        asOwner(UNGUARDED, CUT, FORGET_THE_LAST_ANCHOR);
        now = now.plusSeconds(60);
        record(5);

        var broken = broken(Kind.RESTORED);
        assertThat(broken.seq()).isEqualTo(6);
        assertThat(broken.intact()).isEqualTo(3);
        now = now.plus(Duration.ofHours(2));
        assertThat(inTransaction(checks::keepUp))
                .hasValueSatisfying(check -> assertThat(check.broken()).isTrue());
    }

    @Test
    @DisplayName("D4: the trail emptied, with everything the database remembers of it")
    void emptied() {
        asOwner(UNGUARDED, """
                DELETE FROM registry.audit_record; DELETE FROM registry.audit_seal; DELETE FROM registry.audit_receipt;
                DELETE FROM registry.audit_anchor; UPDATE registry.audit_head SET seq = 0, hash = repeat('0', 64)""");

        assertThat(broken(Kind.EMPTIED).reason()).contains("the folder of anchors is of entry 6");
    }

    @Test
    @DisplayName("D4: the trail written anew from its beginning, every hash to match")
    void writtenAnew() {
        var entries = inTransaction(
                () -> log.oldest(AuditFilter.ALL, AuditReach.EVERYTHING).toList());
        asOwner(UNGUARDED, "UPDATE registry.audit_record SET sentence = 'did nothing' WHERE subject_id = '1'");
        var head = AuditHead.EMPTY;
        var chain = new AuditChain(entry -> CanonicalJson.of(entry.content()));
        for (var entry : entries) {
            var anew = chain.next(head, retold(entry));
            asOwner("UPDATE registry.audit_seal SET previous = '%s', hash = '%s' WHERE seq = %d"
                    .formatted(anew.previous(), anew.hash(), anew.seq()));
            head = new AuditHead(anew.seq(), anew.hash());
        }
        asOwner("UPDATE registry.audit_head SET hash = '%s'".formatted(head.hash()));

        assertThat(broken(Kind.REWRITTEN).reason()).contains("written anew from its beginning");
    }

    private static AuditRecord retold(AuditEntry entry) {
        var sentence = entry.subjectId().equals("1") ? "did nothing" : entry.sentence();
        return new AuditRecord(
                entry.at(),
                entry.actorId(),
                entry.actorName(),
                new Deed(
                        entry.action(),
                        entry.subjectType(),
                        entry.subjectId(),
                        entry.model(),
                        sentence,
                        entry.details()));
    }

    private void record(int deeds) {
        inTransaction(() -> {
            for (int i = 1; i <= deeds; i++) {
                trail.append(ADA, Deed.of("did", "thing", String.valueOf(i), null, "did it"));
            }
        });
    }

    private Broken broken(Kind kind) {
        var broken = (Broken) check().result();
        assertThat(broken.kind()).as(broken.reason()).isEqualTo(kind);
        return broken;
    }

    private TrailCheck check() {
        return inTransaction(() -> checks.whole(CORA));
    }

    private AuditLog log() {
        var sealing = another();
        var sealer = AuditStores.sealer(sealing);
        return AuditStores.log(entities(), () -> inTransaction(sealing, sealer::sealSome));
    }
}
