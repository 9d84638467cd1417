package org.overread.registry.audit.anchor.wire;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.overread.registry.audit.anchor.Anchor;
import org.overread.registry.audit.anchor.SignedAnchor;
import org.overread.registry.canonical.CanonicalJson;

/**
 * Writes an anchor as the one text that is signed, in the form of RFC 8785, and a signed one as a line of JSON that holds
 * that text: whoever verifies the signature need not write the text anew.
 */
public final class AnchorTexts {
    private static final String FORMAT = "overread-anchor/1";

    private AnchorTexts() {}

    private record Content(String format, UUID installation, long seq, String hash, Instant at, long people) {}

    private record Line(String anchor, String key, String signature) {}

    /** The text that is signed. */
    public static String text(Anchor anchor) {
        var content = new TreeMap<String, Object>();
        content.put("format", FORMAT);
        content.put("installation", anchor.installation().toString());
        content.put("seq", anchor.seq());
        content.put("hash", anchor.hash());
        content.put("at", anchor.at().toString());
        content.put("people", anchor.people());
        return CanonicalJson.of(content);
    }

    /** What is put down outside. */
    public static String line(SignedAnchor signed) {
        return CanonicalJson.of(Map.of("anchor", signed.text(), "key", signed.key(), "signature", signed.signature()));
    }

    /** Reads a line; empty when it is no anchor. */
    public static Optional<SignedAnchor> read(String line) {
        try {
            var content = CanonicalJson.read(line, Line.class);
            return signed(content.anchor(), content.key(), content.signature());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A signed anchor by its text; empty when that is the text of no anchor. */
    public static Optional<SignedAnchor> signed(String text, String key, String signature) {
        try {
            var content = CanonicalJson.read(text, Content.class);
            var anchor =
                    new Anchor(content.installation(), content.seq(), content.hash(), content.at(), content.people());
            return content.format().equals(FORMAT)
                    ? Optional.of(new SignedAnchor(anchor, text, key, signature))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
