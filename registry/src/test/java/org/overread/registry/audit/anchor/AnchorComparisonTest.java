package org.overread.registry.audit.anchor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditHead;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Kind;
import org.overread.registry.audit.Deed;
import org.overread.registry.audit.anchor.AnchorComparison.Found;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.InMemoryTrail;

class AnchorComparisonTest {
    private static final UUID HERE = new UUID(0, 1);
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final List<Found> anchors = new ArrayList<>();

    @Test
    void fitsATrailThatGoesOn() {
        anchored(trail("a", "b", "c"), true);

        assertThat(judged(trail("a", "b", "c", "d"))).isEmpty();
    }

    @Test
    @DisplayName("D4: a tail that was cut off, with the head set back, is told with the anchor that remembers it")
    void tellsACutTail() {
        anchored(trail("a", "b"), true);
        anchored(trail("a", "b", "c", "d"), true);

        assertThat(judged(trail("a", "b", "c")))
                .contains(new Broken(
                        4,
                        "is missing, like everything up to 4: the tail was cut off after the anchor of 4 May 2026, 12:04 UTC"
                                + " in the folder was made",
                        Kind.CUT,
                        2));
    }

    @Test
    @DisplayName("D4: a trail that was emptied is told, by its anchors and by the people who are registered")
    void tellsAnEmptiedTrail() {
        assertThat(judged(trail()))
                .contains(new Broken(
                        1, "is missing, like all of the trail, though people are registered here", Kind.EMPTIED, 0));

        anchored(trail("a", "b"), true);

        assertThat(judged(trail())).hasValueSatisfying(broken -> {
            assertThat(broken.kind()).isEqualTo(Kind.EMPTIED);
            assertThat(broken.reason()).contains("the anchor of 4 May 2026, 12:02 UTC in the folder is of entry 2");
        });
        assertThat(comparison().judged(AuditHead.EMPTY, 0, 0)).isPresent();
        anchors.clear();
        assertThat(comparison().judged(AuditHead.EMPTY, 0, 0)).isEmpty();
    }

    @Test
    @DisplayName("D4: a trail that was written anew is told at the first anchor that does not fit")
    void tellsATrailThatWasWrittenAnew() {
        anchored(trail("a", "b"), true);
        anchored(trail("a", "b", "c"), true);

        assertThat(judged(trail("x", "y", "z")))
                .contains(new Broken(
                        2,
                        "is not the one in the anchor of 4 May 2026, 12:02 UTC in the folder: no anchor fits, so the trail"
                                + " was written anew from its beginning",
                        Kind.REWRITTEN,
                        0));
        assertThat(judged(trail("a", "b", "z", "z")))
                .contains(new Broken(
                        3,
                        "is not the one in the anchor of 4 May 2026, 12:03 UTC in the folder: what follows entry 2 was"
                                + " written anew",
                        Kind.REWRITTEN,
                        2));
    }

    @Test
    @DisplayName("D4: a database that was restored does not know its newest anchors, before and after it goes on")
    void tellsARestoredDatabase() {
        anchored(trail("a", "b"), true);
        anchored(trail("a", "b", "c", "d"), false);

        assertThat(judged(trail("a", "b")))
                .contains(new Broken(
                        3,
                        "is missing, like everything up to 4: the database is older than the anchor of 4 May 2026, 12:04 UTC"
                                + " in the folder, so it was restored from a copy or its tail was cut off",
                        Kind.RESTORED,
                        2));
        assertThat(judged(trail("a", "b", "v", "w", "x"))).hasValueSatisfying(broken -> {
            assertThat(broken.seq()).isEqualTo(4);
            assertThat(broken.kind()).isEqualTo(Kind.RESTORED);
            assertThat(broken.reason()).contains("restored from an older copy");
            assertThat(broken.intact()).isEqualTo(2);
        });
    }

    @Test
    @DisplayName("D4: another database in the place of this one is told")
    void tellsAnotherDatabase() {
        anchored(trail("a"), false);

        assertThat(new AnchorComparison(new UUID(0, 2), anchors).judged(head(trail("a")), 0, 3))
                .hasValueSatisfying(broken -> assertThat(broken.kind()).isEqualTo(Kind.REPLACED));
    }

    private void anchored(InMemoryTrail trail, boolean known) {
        var head = head(trail);
        anchors.add(new Found(Anchor.of(HERE, head, NOON.plusSeconds(60 * head.seq()), 3), "the folder", known));
    }

    private Optional<Broken> judged(InMemoryTrail trail) {
        var comparison = comparison();
        trail.oldest(AuditFilter.ALL, AuditReach.EVERYTHING).forEach(comparison::seen);
        return comparison.judged(head(trail), 0, 3);
    }

    private AnchorComparison comparison() {
        return new AnchorComparison(HERE, anchors);
    }

    private static AuditHead head(InMemoryTrail trail) {
        return trail.head().orElseThrow();
    }

    private static InMemoryTrail trail(String... sentences) {
        var trail = new InMemoryTrail();
        for (var sentence : sentences) {
            trail.append(Actors.person("ada", Role.CHAIR), Deed.of("did", "thing", "t", null, sentence), NOON);
        }
        return trail;
    }
}
