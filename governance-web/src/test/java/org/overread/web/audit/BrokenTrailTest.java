package org.overread.web.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.ChainVerification.Verified;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.anchor.AnchorsOn;
import org.overread.registry.audit.anchor.InMemoryAnchors;
import org.overread.registry.audit.check.ChecksOn;
import org.overread.registry.audit.check.TrailCheck;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.InMemoryTrail;
import org.overread.web.foryou.Waiting;
import org.overread.web.testing.People;

class BrokenTrailTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");

    private final ChecksOn.InMemoryChecks checked = new ChecksOn.InMemoryChecks();
    private final BrokenTrail waiting = new BrokenTrail();
    private final BrokenTrailCount count = new BrokenTrailCount();

    BrokenTrailTest() {
        var trail = new InMemoryTrail();
        var anchors = AnchorsOn.anchors(
                new InMemoryAnchors(), trail, trail, AnchorsOn.settings(java.util.Map.of()), () -> NOON);
        waiting.checks = ChecksOn.checks(trail, trail, anchors, checked, () -> NOON);
        count.trail = waiting;
    }

    @Test
    @DisplayName("C7: a break waits for compliance, on the page For you and in the navigation, and for nobody else")
    void waitsForCompliance() {
        checked.keep(new TrailCheck(new UUID(0, 1), NOON, true, new Broken(7, "is missing"), 9, 0, 0, List.of()));

        var compliance = People.with(Role.COMPLIANCE);
        assertThat(waiting.of(compliance)).containsExactly(new Waiting("Entry 7 is missing.", "audit", NOON));
        assertThat(count.of(compliance)).isEqualTo(1);
        assertThat(waiting.of(People.with(Role.CHAIR))).isEmpty();

        checked.keep(new TrailCheck(new UUID(0, 2), NOON, true, new Verified(9, "aa"), 9, 0, 0, List.of()));
        assertThat(waiting.of(compliance)).isEmpty();
    }

    @Test
    @DisplayName(
            "A7: a row that the trail does not tell of waits for compliance by its name, as far as their models go")
    void namesARowThatTheTrailDoesNotTellOf() {
        var stray = new RecordFault("stage entry 17: sepsis/3 General use at north", "sepsis", "has no decision");
        checked.keep(new TrailCheck(new UUID(0, 1), NOON, true, new Verified(9, "aa"), 9, 0, 0, List.of(stray)));

        assertThat(waiting.of(People.with(Role.COMPLIANCE)))
                .containsExactly(
                        new Waiting("Stage entry 17: sepsis/3 General use at north has no decision.", "audit", NOON));
        assertThat(waiting.of(Actors.within(new Scope("stroke", null, null), "cleo", Role.COMPLIANCE)))
                .isEmpty();
        assertThat(waiting.of(Actors.within(new Scope("sepsis", null, null), "cleo", Role.COMPLIANCE)))
                .hasSize(1);
    }
}
