package org.overread.registry.canonical;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.erdtman.jcs.JsonCanonicalizer;
import org.overread.registry.Digest;

/**
 * Writes a record as the one text that stands for its content, in the form of RFC 8785: whoever has the content can write
 * the same text in any language, and so check its digest and what was signed. See {@link DigestVersion} for what was
 * written before there was this form, and {@code registry/docs/decisions/001-one-canonical-text.md}.
 *
 * <p>RFC 8785 knows numbers as IEEE 754 doubles; a whole number beyond 2<sup>53</sup> must be given as a text.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** The text of a record, a map or a list. */
    public static String of(Object content) {
        return canonical(SortedJson.of(content));
    }

    /** The form of RFC 8785 of a JSON text. */
    static String canonical(String json) {
        try {
            return new JsonCanonicalizer(json).getEncodedString();
        } catch (IOException e) {
            throw new UncheckedIOException("this is no JSON object or array", e);
        }
    }

    /** Whether the digest is that of the content, in any form that was ever digested. */
    public static boolean digests(Object content, Digest digest) {
        return Digest.of(of(content)).equals(digest)
                || Digest.of(SortedJson.of(content)).equals(digest);
    }

    /**
     * Reads back what was written in any form.
     *
     * @throws tools.jackson.core.JacksonException when the text is not the canonical form of such a record
     */
    public static <T> T read(String text, Class<T> type) {
        return SortedJson.read(text, type);
    }
}
