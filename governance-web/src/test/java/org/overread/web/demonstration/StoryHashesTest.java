package org.overread.web.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.identity.PasswordHashes;

class StoryHashesTest {
    private static final Instant THEN = Instant.parse("2026-05-04T12:00:00Z");

    private final Slow slow = new Slow();
    private final StoryHashes hashes = new StoryHashes(slow);

    @Test
    @DisplayName("E3: the story's one password is hashed once, however many people have it and however often they sign")
    void hashesOnceInTheStory() {
        StoryTime.at(THEN, () -> {
            var hash = hashes.hash("the password");
            assertThat(hashes.hash("the password")).isEqualTo(hash);
            assertThat(hashes.matches("the password", hash)).isTrue();
            assertThat(hashes.matches("the password", hash)).isTrue();
        });

        assertThat(slow.asked).containsExactly("hash");
    }

    @Test
    @DisplayName("E3: what was not hashed in the story is tried as ever, in it and outside")
    void leavesTheRestAlone() {
        StoryTime.at(THEN, () -> {
            var hash = hashes.hash("the password");
            assertThat(hashes.matches("another", hash)).isFalse();
            assertThat(hashes.matches("the password", "1: kept from before")).isFalse();
            assertThat(hashes.matches("the password", null)).isFalse();
        });
        assertThat(hashes.matches("the password", "1: the password")).isTrue();
        assertThat(hashes.hash("the password")).isEqualTo("2: the password");

        assertThat(slow.asked).containsExactly("hash", "matches", "matches", "matches", "matches", "hash");
    }

    /** Hashes by numbering. */
    private static final class Slow implements PasswordHashes {
        private final List<String> asked = new ArrayList<>();
        private int made;

        @Override
        public String hash(String password) {
            asked.add("hash");
            made++;
            return made + ": " + password;
        }

        @Override
        public boolean matches(String password, @Nullable String hash) {
            asked.add("matches");
            return hash != null && hash.endsWith(": " + password);
        }
    }
}
