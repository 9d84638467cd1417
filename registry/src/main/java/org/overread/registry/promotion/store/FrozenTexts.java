package org.overread.registry.promotion.store;

import org.overread.registry.Digest;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.promotion.Frozen;
import tools.jackson.core.JacksonException;

/** Reads pinned contents back from their canonical text. What cannot be read is told as such, not thrown. */
final class FrozenTexts {
    private FrozenTexts() {}

    static <T> Frozen<T> read(String text, String pinned, Class<T> type) {
        var digest = new Digest(pinned);
        try {
            return new Frozen<>(CanonicalJson.read(text, type), text, digest);
        } catch (JacksonException altered) {
            return new Frozen<>(null, text, digest);
        }
    }
}
