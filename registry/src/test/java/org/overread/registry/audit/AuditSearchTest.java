package org.overread.registry.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.RecordingAuditTrail.Recorded;

class AuditSearchTest {
    private static final Actor.Person CORA = Actors.person("cora", Role.COMPLIANCE);
    private static final Actor.Person ADA = Actors.person("ada", Role.ADMINISTRATOR, Role.CHAIR, Role.MODEL_OWNER);

    private final RecordingAuditTrail trail = new RecordingAuditTrail();
    private final Kept log = new Kept();
    private final AuditSearch search = new AuditSearch();

    @BeforeEach
    void wire() {
        search.log = log;
        search.trail = trail;
        log.append("registered sepsis");
        log.append("registered version 1 of sepsis");
    }

    @Test
    void showsComplianceWhatHappened() {
        assertThat(search.search(CORA, AuditFilter.ALL, 0, 10)).isEqualTo(log.entries.reversed());
        assertThat(search.count(CORA, AuditFilter.ALL)).isEqualTo(2);
        assertThat(search.actions(CORA)).containsExactly("model.registered");
        assertThat(trail.recorded()).isEmpty();
    }

    @Test
    @DisplayName("G5: an export is recorded with its filter and the number of rows")
    void recordsAnExport() {
        var exported = new ArrayList<AuditEntry>();
        var filter = new AuditFilter("sepsis", null, null, Instant.EPOCH, null, null);

        assertThat(search.export(CORA, filter, exported::add)).isEqualTo(2);

        assertThat(exported).isEqualTo(log.entries);
        assertThat(trail.recorded())
                .containsExactly(new Recorded(
                        CORA,
                        new Deed(
                                "audit.exported",
                                "audit-trail",
                                "audit-trail",
                                "sepsis",
                                "exported 2 entries of the audit trail",
                                Map.of("rows", "2", "model", "sepsis", "from", "1970-01-01T00:00:00Z"))));
    }

    @Test
    @DisplayName("E3: the check counts the entries, or names the first bad one")
    void verifies() {
        assertThat(search.verify(CORA))
                .isEqualTo(new Verified(2, log.entries.getLast().hash()));

        log.entries.removeFirst();

        assertThat(search.verify(CORA)).isEqualTo(new Broken(1, "is missing"));
    }

    @Test
    void saysSoWhenTheRecordOfTheEndIsGone() {
        log.head = null;

        assertThat(search.verify(CORA)).isInstanceOf(Broken.class);
    }

    @Test
    @DisplayName(
            "D4: a record that was kept out of the chain is named, and so is one that was removed before it got in")
    void namesWhatHasNoPlaceInTheChain() {
        var deed = Deed.of("model.registered", "model", "stroke", "stroke", "registered stroke");
        log.unsealed = AuditRecord.of(ADA, deed, Instant.EPOCH);

        assertThat(search.verify(CORA))
                .isEqualTo(new Broken(
                        3,
                        "is missing: what ada did at 1970-01-01T00:00:00Z was recorded and has no place in the chain"));

        log.recordsGone = true;

        assertThat(search.verify(CORA)).isEqualTo(new Broken(3, "was removed before it had its place in the chain"));
    }

    @Test
    void letsNobodyElseIn() {
        Stream.<Runnable>of(
                        () -> search.search(ADA, AuditFilter.ALL, 0, 10),
                        () -> search.count(ADA, AuditFilter.ALL),
                        () -> search.actions(ADA),
                        () -> search.actors(ADA),
                        () -> search.models(ADA),
                        () -> search.export(ADA, AuditFilter.ALL, _ -> {}),
                        () -> search.verify(ADA))
                .forEach(attempt -> assertThatThrownBy(attempt::run).isInstanceOf(GovernanceException.class));
    }

    /** A trail in memory. */
    private static final class Kept implements AuditLog {
        private final AuditChain chain = new AuditChain(entry -> CanonicalJson.of(entry.content()));
        final List<AuditEntry> entries = new ArrayList<>();

        @Nullable AuditHead head = AuditHead.EMPTY;

        @Nullable AuditRecord unsealed;

        boolean recordsGone;

        void append(String sentence) {
            var deed = Deed.of("model.registered", "model", "sepsis", "sepsis", sentence);
            var entry = chain.next(head().orElseThrow(), AuditRecord.of(ADA, deed, Instant.EPOCH));
            entries.add(entry);
            head = new AuditHead(entry.seq(), entry.hash());
        }

        @Override
        public List<AuditEntry> newest(AuditFilter filter, AuditReach reach, int offset, int limit) {
            return entries.reversed().stream().skip(offset).limit(limit).toList();
        }

        @Override
        public long count(AuditFilter filter, AuditReach reach) {
            return entries.size();
        }

        @Override
        public Stream<AuditEntry> oldest(AuditFilter filter, AuditReach reach) {
            return entries.stream();
        }

        @Override
        public List<String> actions() {
            return entries.stream().map(AuditEntry::action).distinct().toList();
        }

        @Override
        public List<AuditActor> actors(AuditReach reach) {
            return entries.stream()
                    .map(entry -> new AuditActor(entry.actorId(), entry.actorName()))
                    .distinct()
                    .toList();
        }

        @Override
        public List<String> models(AuditReach reach) {
            return entries.stream()
                    .map(entry -> String.valueOf(entry.model()))
                    .distinct()
                    .toList();
        }

        @Override
        public Optional<AuditHead> head() {
            return Optional.ofNullable(head);
        }

        @Override
        public Stream<AuditEntry> chain(AuditHead upTo) {
            return entries.stream();
        }

        @Override
        public Optional<AuditRecord> unsealed() {
            return Optional.ofNullable(unsealed);
        }

        @Override
        public boolean recordsGone() {
            return recordsGone;
        }
    }
}
