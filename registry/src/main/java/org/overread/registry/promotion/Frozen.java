package org.overread.registry.promotion;

import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;

/**
 * A content as it was put on record, beside the text that stands there now.
 *
 * @param content what the text says; null when it cannot be read any more
 * @param text the canonical text at rest
 * @param pinned the digest the text had when it was put on record
 */
public record Frozen<T>(@Nullable T content, String text, Digest pinned) {

    /** Puts a content on record. */
    public static <T> Frozen<T> now(T content, String text) {
        return new Frozen<>(content, text, Digest.of(text));
    }

    /** The digest of the text that stands there now. */
    public Digest present() {
        return Digest.of(text);
    }

    /** Whether it still is what was put on record. */
    public boolean intact() {
        return content != null && present().equals(pinned);
    }
}
