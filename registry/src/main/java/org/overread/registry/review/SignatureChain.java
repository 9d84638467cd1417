package org.overread.registry.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.PersonId;

/** The signatures on one subject in the order they were given, each holding the digest of the one before. */
public record SignatureChain(List<Signature> signatures) {
    public static final SignatureChain EMPTY = new SignatureChain(List.of());

    public SignatureChain {
        signatures = List.copyOf(signatures);
    }

    public SignatureChain with(Signature next) {
        return new SignatureChain(
                Stream.concat(signatures.stream(), Stream.of(next)).toList());
    }

    /** The digest that the next signature must hold; null when it will be the first. */
    public @Nullable Digest last() {
        return signatures.isEmpty() ? null : signatures.getLast().digest();
    }

    public boolean has(PersonId signer) {
        return signatures.stream().anyMatch(signature -> signature.signer().equals(signer));
    }

    /** The signatures with that meaning. */
    public Stream<Signature> meaning(Meaning meaning) {
        return signatures.stream().filter(signature -> signature.meaning() == meaning);
    }

    /** Those that no longer cover: altered, given over other content, or no longer following the one before. */
    public List<Signature> notCovering(Covered present) {
        var doubtful = new ArrayList<Signature>();
        Digest before = null;
        for (var signature : signatures) {
            if (!signature.covers(present) || !Objects.equals(signature.previous(), before)) {
                doubtful.add(signature);
            }
            before = signature.digest();
        }
        return List.copyOf(doubtful);
    }
}
