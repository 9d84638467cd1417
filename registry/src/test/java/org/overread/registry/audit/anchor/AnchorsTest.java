package org.overread.registry.audit.anchor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.Role;
import org.overread.registry.audit.Deed;
import org.overread.registry.audit.anchor.wire.AnchorTexts;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.InMemoryTrail;

class AnchorsTest {
    private static final Actor CORA = Actors.person("cora", Role.COMPLIANCE);

    @TempDir
    Path data;

    private final InMemoryTrail trail = new InMemoryTrail();
    private final InMemoryAnchors log = new InMemoryAnchors();
    private final Wall wall = new Wall();
    private Instant now = Instant.parse("2026-05-04T12:00:00Z");
    private Anchors anchors = new Anchors();

    @BeforeEach
    void wire() {
        anchors = anchors();
        record();
    }

    @Test
    @DisplayName("D4: the end of the trail is signed and put into the folder beside the key, with a receipt")
    void anchorsInAFolder() throws IOException {
        anchors.keepUp();

        assertThat(log.kept).singleElement().satisfies(kept -> {
            assertThat(kept.anchor().seq()).isEqualTo(1);
            assertThat(kept.anchor().hash())
                    .isEqualTo(trail.head().orElseThrow().hash());
            assertThat(kept.places()).containsExactly("a wall", "the folder of anchors");
        });
        var file = data.resolve("anchors/000000000001-20260504T120000Z.json");
        var read = AnchorTexts.read(Files.readString(file).strip()).orElseThrow();
        assertThat(key().signed(read)).isTrue();
        var altered = read.text().replace("\"seq\":1", "\"seq\":2");
        assertThat(key().signed(AnchorTexts.signed(altered, read.key(), read.signature())
                        .orElseThrow()))
                .isFalse();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("anchor.key"))))
                .isEqualTo("rw-------");
    }

    @Test
    @DisplayName("D4: it is anchored again after an hour in which something was recorded, and after many entries")
    void anchorsWhenItIsTime() {
        anchors.keepUp();
        now = now.plus(Duration.ofHours(2));
        anchors.keepUp();
        assertThat(log.kept).hasSize(1);

        record();
        anchors.keepUp();
        assertThat(log.kept).hasSize(2);

        record();
        anchors.keepUp();
        assertThat(log.kept).hasSize(2);

        for (int i = 0; i < Anchors.MOST_ENTRIES; i++) {
            record();
        }
        anchors.keepUp();
        assertThat(log.kept).hasSize(3);
    }

    @Test
    @DisplayName("D4: what a place did not take is put there again after a while")
    void putsAgain() {
        wall.standing = false;
        anchors.keepUp();
        assertThat(log.kept.getFirst().places()).containsExactly("the folder of anchors");

        wall.standing = true;
        anchors.keepUp();
        assertThat(wall.taken).isEmpty();

        now = now.plus(Duration.ofMinutes(11));
        anchors.keepUp();
        assertThat(wall.taken).hasSize(1);
        assertThat(log.kept.getFirst().places()).containsExactly("a wall", "the folder of anchors");
    }

    @Test
    @DisplayName("D4: compliance anchors on demand, and nobody else")
    void anchorsOnDemand() {
        var made = anchors.now(CORA);

        assertThat(made.anchor().seq()).isEqualTo(1);
        assertThat(trail.actions()).contains("audit.anchored");
        assertThatThrownBy(() -> anchors.now(Actors.person("ada", Role.ADMINISTRATOR)))
                .isInstanceOf(GovernanceException.class);
    }

    @Test
    void saysWhatToSetWhereThereIsNoKey() {
        var bare = AnchorsOn.anchors(log, trail, trail, AnchorsOn.settings(Map.of()), () -> now);

        bare.keepUp();
        assertThat(log.kept).isEmpty();
        assertThatThrownBy(() -> bare.now(CORA)).hasMessageContaining("OVERREAD_ANCHOR_KEY_FILE");
    }

    @Test
    @DisplayName("D4: an anchor of another key is none, and one that is gone from its folder is missed")
    void missesAnchors() throws IOException {
        anchors.keepUp();
        assertThat(anchors.readable().found())
                .extracting(AnchorComparison.Found::where)
                .containsExactly("the database", "the folder of anchors");
        assertThat(anchors.readable().lost()).isZero();

        var file = data.resolve("anchors/000000000001-20260504T120000Z.json");
        var anchor = log.kept.getFirst().anchor();
        Files.writeString(file, AnchorTexts.line(AnchorKey.make().sign(anchor, AnchorTexts.text(anchor))));

        assertThat(anchors.readable().found()).hasSize(1);
        assertThat(anchors.readable().lost()).isEqualTo(1);
    }

    private Anchors anchors() {
        return AnchorsOn.anchors(log, trail, trail, settings(), () -> now, wall);
    }

    private AnchorSettings settings() {
        return AnchorsOn.settings(
                Map.of("OVERREAD_SECRET_KEY_FILE", data.resolve("secret.key").toString()));
    }

    private AnchorKey key() {
        return settings().key().orElseThrow();
    }

    private void record() {
        trail.append(Actors.person("ada", Role.CHAIR), Deed.of("did", "thing", "t", null, "did it"), now);
    }

    /** A place that only takes. */
    private static final class Wall implements AnchorPlace {
        final List<SignedAnchor> taken = new ArrayList<>();
        boolean standing = true;

        @Override
        public String name() {
            return "a wall";
        }

        @Override
        public boolean open() {
            return true;
        }

        @Override
        public Answer put(SignedAnchor anchor) {
            if (standing) {
                taken.add(anchor);
            }
            return new Answer(standing, standing ? "Written." : "It has fallen.");
        }
    }
}
