package org.overread.registry.audit.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Kind;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.audit.Deed;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.Witnessed;
import org.overread.registry.audit.WitnessedRecords;
import org.overread.registry.audit.anchor.Anchors;
import org.overread.registry.audit.anchor.AnchorsOn;
import org.overread.registry.audit.anchor.InMemoryAnchors;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.InMemoryTrail;

class TrailChecksTest {
    private static final Actor CORA = Actors.person("cora", Role.COMPLIANCE);

    @TempDir
    Path data;

    private final InMemoryTrail trail = new InMemoryTrail();
    private final ChecksOn.InMemoryChecks kept = new ChecksOn.InMemoryChecks();
    private final List<TrailCheck> told = new ArrayList<>();
    private Instant now = Instant.parse("2026-05-04T12:00:00Z");
    private TrailChecks checks = new TrailChecks();
    private Anchors anchors = new Anchors();

    @BeforeEach
    void threeEntries() {
        var settings = AnchorsOn.settings(
                Map.of("OVERREAD_ANCHOR_KEY_FILE", data.resolve("a.key").toString()));
        anchors = AnchorsOn.anchors(new InMemoryAnchors(), trail, trail, settings, () -> now);
        checks = ChecksOn.checks(trail, trail, anchors, kept, () -> now, check -> told.add(check));
        record();
        record();
        record();
    }

    @Test
    @DisplayName("E3: the check counts the entries, and says against how many anchors it was held")
    void verifies() {
        anchors.keepUp();

        var check = checks.whole(CORA);

        assertThat(check.result())
                .isEqualTo(new Verified(3, trail.head().orElseThrow().hash()));
        assertThat(check.anchors()).isEqualTo(2);
        assertThat(check.lost()).isZero();
        assertThat(checks.last(CORA)).contains(check);
        assertThatThrownBy(() -> checks.whole(Actors.person("ada", Role.ADMINISTRATOR, Role.CHAIR)))
                .isInstanceOf(GovernanceException.class);
    }

    @Test
    @DisplayName("D4: each hour what is behind the last anchor is checked, and all of it each day")
    void checksByTheClock() {
        assertThat(checks.keepUp())
                .hasValueSatisfying(check -> assertThat(check.whole()).isTrue());
        anchors.keepUp();
        assertThat(checks.keepUp()).isEmpty();

        now = now.plus(Duration.ofHours(1));
        record();
        assertThat(checks.keepUp()).hasValueSatisfying(check -> {
            assertThat(check.whole()).isFalse();
            assertThat(check.result()).isInstanceOf(Verified.class);
            assertThat(check.entries()).isEqualTo(4);
        });

        now = now.plus(Duration.ofHours(23));
        assertThat(checks.keepUp())
                .hasValueSatisfying(check -> assertThat(check.whole()).isTrue());
    }

    @Test
    @DisplayName("C7: a break that the clock finds is recorded and told at once, and once")
    void tellsABreakAtOnce() {
        anchors.keepUp();
        trail.alter(2, "did nothing");
        checks.keepUp();

        assertThat(told)
                .extracting(TrailCheck::result)
                .containsExactly(new Broken(2, "was changed after it was written"));
        assertThat(trail.actions()).contains("audit.broken");

        now = now.plus(Duration.ofHours(1));
        assertThat(checks.keepUp())
                .hasValueSatisfying(check -> assertThat(check.whole()).isTrue());
        assertThat(told).hasSize(1);
    }

    @Test
    @DisplayName("A7: what a check found astray is told of the version and the site it speaks of, and of no other")
    void tellsWhatIsInDoubt() {
        var stray = "signature 7: Eve (Committee chair) on sepsis/3 from Silent run to Pilot at north";
        kept.keep(new TrailCheck(
                new UUID(1, 1),
                now,
                true,
                new Verified(3, "00"),
                3,
                0,
                0,
                List.of(new RecordFault(stray, "sepsis", "has no entry in the audit trail as it stands"))));

        assertThat(checks.doubts(new ModelVersionId("sepsis", 3), "north"))
                .containsExactly("The audit trail does not bear out what stands here: " + stray
                        + " has no entry in the audit trail as it stands.");
        assertThat(checks.doubts(new ModelVersionId("sepsis", 33), "north")).isEmpty();
        assertThat(checks.doubts(new ModelVersionId("sepsis", 3), "north-west")).isEmpty();
        assertThat(checks.doubts(new ModelVersionId("sepsis", 3), "nor")).isEmpty();
        assertThat(checks.doubts(new ModelVersionId("late-sepsis", 3), "north")).isEmpty();
    }

    @Test
    @DisplayName("D4: the hourly check sees a trail that was emptied or cut, too")
    void seesTheEndInTheHourlyCheck() {
        anchors.keepUp();
        checks.keepUp();
        trail.clear();
        now = now.plus(Duration.ofHours(1));

        assertThat(checks.keepUp())
                .hasValueSatisfying(check -> assertThat(check.result())
                        .isInstanceOfSatisfying(
                                Broken.class,
                                broken -> assertThat(broken.kind()).isEqualTo(Kind.EMPTIED)));
    }

    @Test
    @DisplayName("D4: an installation with people and an empty trail never verifies, anchors or not")
    void neverVerifiesAnEmptyTrailOfPeople() {
        trail.clear();

        assertThat(checks.whole(CORA).broken()).isTrue();
    }

    @Test
    @DisplayName(
            "D3: a record that was kept out of the chain is named, and so is one that was removed before it got in")
    void namesWhatHasNoPlaceInTheChain() {
        trail.loseSealOf(CORA, Deed.of("model.registered", "model", "stroke", "stroke", "registered stroke"));

        assertThat(checks.whole(CORA).result())
                .isEqualTo(
                        new Broken(
                                4,
                                "is missing: what cora did at 1970-01-01T00:00:00Z was recorded and has no place in the chain"));
    }

    @Test
    @DisplayName(
            "A7: the hourly check names a row that the trail does not tell of, tells it at once, and once; the next too")
    void tellsOfStrayRowsAtOnce() {
        var rows = new ArrayList<Witnessed>();
        ChecksOn.beside(checks, new Rows(rows));
        anchors.keepUp();
        checks.keepUp();
        assertThat(told).isEmpty();

        rows.add(new Witnessed("stage entry 17: sepsis/3 General use at north", "sepsis", "17", "has no decision"));
        now = now.plus(Duration.ofHours(1));
        var found = checks.keepUp().orElseThrow();

        assertThat(found.whole()).isFalse();
        assertThat(found.result()).isInstanceOf(Verified.class);
        assertThat(found.broken()).isTrue();
        assertThat(found.faults()).containsExactly("Stage entry 17: sepsis/3 General use at north has no decision");
        assertThat(told).containsExactly(found);
        assertThat(trail.actions()).contains("audit.broken");

        now = now.plus(Duration.ofHours(1));
        checks.keepUp();
        assertThat(told).hasSize(1);

        rows.add(new Witnessed("policy 4: Pilot policy, number 2", null, "4", null));
        now = now.plus(Duration.ofHours(1));
        checks.keepUp();
        assertThat(told).hasSize(2);
        assertThat(told.getLast().faults())
                .contains("Policy 4: Pilot policy, number 2 has no entry in the audit trail as it stands");
    }

    @Test
    @DisplayName("G1, A7: of the row of a model only those hear who may read the trail of that model")
    void tellsRowsToThoseWhoMaySeeThem() {
        ChecksOn.beside(checks, new Rows(List.of(new Witnessed("stage entry 17", "sepsis", "17", "has no decision"))));

        checks.whole(CORA);

        assertThat(checks.last(CORA).orElseThrow().broken()).isTrue();
        var ofStroke = Actors.within(new Scope("stroke", null, null), "cleo", Role.COMPLIANCE);
        assertThat(checks.last(ofStroke).orElseThrow().records()).isEmpty();
        var ofNorth = Actors.within(new Scope(null, null, "north"), "noor", Role.COMPLIANCE);
        assertThatThrownBy(() -> checks.last(ofNorth)).isInstanceOf(GovernanceException.class);
    }

    /** Rows that no entry tells of. */
    private record Rows(List<Witnessed> all) implements WitnessedRecords {
        @Override
        public Set<String> actions() {
            return Set.of();
        }

        @Override
        public Optional<String> mark(AuditEntry entry) {
            return Optional.empty();
        }
    }

    private void record() {
        trail.append(Actors.person("ada", Role.CHAIR), Deed.of("did", "thing", "t", null, "did it"), now);
    }
}
