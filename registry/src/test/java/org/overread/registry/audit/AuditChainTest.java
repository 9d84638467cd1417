package org.overread.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Digest;
import org.overread.registry.Role;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.canonical.SortedJson;
import org.overread.registry.testing.Actors;

class AuditChainTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final AuditChain chain = new AuditChain(entry -> CanonicalJson.of(entry.content()));
    private final List<AuditEntry> entries = new ArrayList<>();
    private AuditHead head = AuditHead.EMPTY;

    @BeforeEach
    void fiveDeeds() {
        for (int i = 1; i <= 5; i++) {
            append("registered version " + i + " of sepsis");
        }
    }

    @Test
    void verifiesWhatNobodyTouched() {
        assertThat(verification()).isEqualTo(new Verified(5, head.hash()));
        assertThat(chain.verify(List.<AuditEntry>of().iterator(), AuditHead.EMPTY))
                .isEqualTo(new Verified(0, "0".repeat(64)));
    }

    @Test
    void hashesATextThatAnyoneCanWriteDown() {
        var text = """
                {"action":"version.registered","actorId":"%s","actorName":"ada","at":"2026-01-01T12:00:00Z",\
                "details":{"digest":"ab","stage":"none"},"model":"sepsis","previous":"%s",\
                "sentence":"registered version 1 of sepsis","seq":1,"subjectId":"sepsis/1","subjectType":"model-version"}\
                """.formatted(Actors.idOf("ada"), "0".repeat(64));

        assertThat(entries.getFirst().hash()).isEqualTo(Digest.of(text).hex());
        assertThat(entries.get(1).previous()).isEqualTo(entries.getFirst().hash());
    }

    @Test
    @DisplayName("C2: an entry that was hashed in the form of before stays as it is, and verifies")
    void verifiesTheFormOfBefore() {
        var before = new AuditChain(entry -> SortedJson.of(entry.content()));
        var both = new AuditChain(entry -> CanonicalJson.of(entry.content()), entry -> SortedJson.of(entry.content()));
        var ada = Actors.person("ada", Role.MODEL_OWNER);
        var first = before.next(AuditHead.EMPTY, AuditRecord.of(ada, deed("wrote \u000f"), NOON));
        var end = new AuditHead(1, first.hash());
        var second = both.next(end, AuditRecord.of(ada, deed("wrote \u000f"), NOON));
        var last = new AuditHead(2, second.hash());

        assertThat(both.verify(List.of(first, second).iterator(), last)).isEqualTo(new Verified(2, second.hash()));
        assertThat(chain.verify(List.of(first).iterator(), end)).isInstanceOf(Broken.class);
    }

    @Test
    @DisplayName("E3: a changed row is named")
    void namesAChangedEntry() {
        entries.set(2, retold(entries.get(2), entries.get(2).hash()));

        assertThat(verification()).isEqualTo(new Broken(3, "was changed after it was written"));
    }

    @Test
    @DisplayName("E3: a changed row whose hash was computed anew is named")
    void namesAChangedEntryWithAHashToMatch() {
        entries.set(2, rehashed(retold(entries.get(2), "")));

        assertThat(verification()).isEqualTo(new Broken(3, "was changed and its hash computed anew"));
    }

    @Test
    @DisplayName("E3: the newest row, changed and hashed anew, is named by the head")
    void namesTheNewestEntryWithAHashToMatch() {
        entries.set(4, rehashed(retold(entries.get(4), "")));

        assertThat(verification()).isEqualTo(new Broken(5, "was changed and its hash computed anew"));
    }

    @Test
    @DisplayName("E3: a row deleted in the middle is named")
    void namesADeletedEntry() {
        entries.remove(2);

        assertThat(verification()).isEqualTo(new Broken(3, "is missing"));
    }

    @Test
    @DisplayName("E3: a deleted first row is named")
    void namesADeletedBeginning() {
        entries.removeFirst();

        assertThat(verification()).isEqualTo(new Broken(1, "is missing"));
    }

    @Test
    @DisplayName("E3: a deleted tail is named, because the head remembers it")
    void namesADeletedTail() {
        entries.subList(3, 5).clear();

        assertThat(verification()).isEqualTo(new Broken(4, "is missing, like everything up to 5"));
    }

    @Test
    @DisplayName("E3: a row put in behind the newest is named")
    void namesAnEntryPutInBehind() {
        var known = head;
        append("approved what nobody approved");

        assertThat(chain.verify(entries.iterator(), known))
                .isEqualTo(new Broken(6, "was put in behind the newest entry, which is 5"));
    }

    @Test
    @DisplayName("E3: a row put in before the first is named")
    void namesAnEntryPutInBefore() {
        entries.addFirst(chain.next(
                new AuditHead(-1, "0".repeat(64)), AuditRecord.of(Actors.person("eve"), deed("was here"), NOON)));

        assertThat(verification()).isEqualTo(new Broken(0, "was put in before the first entry"));
    }

    @Test
    @DisplayName("E3: two rows that changed places are noticed at the first of them")
    void namesEntriesThatChangedPlaces() {
        var third = entries.get(2);
        var fourth = entries.get(3);
        entries.set(2, numbered(fourth, 3));
        entries.set(3, numbered(third, 4));

        assertThat(verification()).isEqualTo(new Broken(3, "was changed after it was written"));
    }

    private void append(String sentence) {
        var entry = chain.next(head, AuditRecord.of(Actors.person("ada", Role.MODEL_OWNER), deed(sentence), NOON));
        entries.add(entry);
        head = new AuditHead(entry.seq(), entry.hash());
    }

    private static Deed deed(String sentence) {
        return new Deed(
                "version.registered",
                "model-version",
                "sepsis/1",
                "sepsis",
                sentence,
                Map.of("stage", "none", "digest", "ab"));
    }

    private ChainVerification verification() {
        return chain.verify(entries.iterator(), head);
    }

    private static AuditEntry retold(AuditEntry entry, String hash) {
        return copy(entry, entry.seq(), "did nothing of note", hash);
    }

    private static AuditEntry numbered(AuditEntry entry, long seq) {
        return copy(entry, seq, entry.sentence(), entry.hash());
    }

    private static AuditEntry rehashed(AuditEntry entry) {
        return entry.withHash(Digest.of(CanonicalJson.of(entry.content())).hex());
    }

    private static AuditEntry copy(AuditEntry entry, long seq, String sentence, String hash) {
        return new AuditEntry(
                seq,
                entry.at(),
                entry.actorId(),
                entry.actorName(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                entry.model(),
                sentence,
                entry.details(),
                entry.previous(),
                hash);
    }
}
