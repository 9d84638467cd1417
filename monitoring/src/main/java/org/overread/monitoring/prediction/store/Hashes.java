package org.overread.monitoring.prediction.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first 64 bits of a SHA-256: enough to tell contents of one prediction, or patients of one hospital, apart. */
final class Hashes {
    private final MessageDigest digest;

    Hashes() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    long of(String text) {
        return ByteBuffer.wrap(digest.digest(text.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    long of(byte[] bytes, int from, int to, byte[] more) {
        digest.update(bytes, from, to - from);
        digest.update(more);
        return ByteBuffer.wrap(digest.digest()).getLong();
    }
}
