package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.DayWords;

/**
 * What somebody answered to feedback.
 *
 * @param disposition what came of looking into it; null when the answer says nothing of that
 * @param correctedIn the version that corrects the fault; null unless the disposition says that one does
 * @param by the id of who answered
 * @param byName the printed name
 */
public record Reply(
        UUID id,
        UUID feedback,
        String sentence,
        @Nullable Disposition disposition,
        @Nullable Integer correctedIn,
        String by,
        String byName,
        Instant at) {
    /** As its reader sees it, such as {@code Mira Lund on 4 May 2026: Under investigation. The units seem to be wrong.} */
    String text() {
        var came = came();
        return byName + " on " + DayWords.of(at) + ": " + (came == null ? "" : came + ". ") + sentence;
    }

    /** What came of it, in words; null when the answer says nothing of that. */
    public @Nullable String came() {
        if (disposition == null) {
            return null;
        }
        return correctedIn == null ? disposition.title() : "Confirmed; corrected in version " + correctedIn;
    }

    boolean clears() {
        return disposition != null && disposition.clears();
    }

    boolean settles() {
        return disposition != null && disposition.settles();
    }
}
