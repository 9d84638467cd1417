package org.overread.registry.audit.anchor;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The key that signs anchors: Ed25519, RFC 8032. As text it is two lines of Base64, PKCS #8 and X.509. */
public final class AnchorKey {
    private static final String ALGORITHM = "Ed25519";

    private final KeyPair pair;

    private AnchorKey(KeyPair pair) {
        this.pair = pair;
    }

    public static AnchorKey make() {
        try {
            return new AnchorKey(KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    /** @throws IllegalArgumentException when the text is no such key */
    public static AnchorKey read(String text) {
        var lines = text.strip().lines().map(String::strip).toList();
        if (lines.size() != 2) {
            throw new IllegalArgumentException("a key for anchors is two lines of Base64");
        }
        try {
            var keys = KeyFactory.getInstance(ALGORITHM);
            var decoder = Base64.getDecoder();
            return new AnchorKey(new KeyPair(
                    keys.generatePublic(new X509EncodedKeySpec(decoder.decode(lines.get(1)))),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(decoder.decode(lines.get(0))))));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("a key for anchors is an Ed25519 key", e);
        }
    }

    /** The key as it is kept. Whoever has it can make anchors. */
    public String text() {
        return encoded(pair.getPrivate().getEncoded()) + "\n" + publicKey() + "\n";
    }

    /** The part that everybody may know, as Base64 of its X.509 form: between the usual two lines it is a PEM file. */
    public String publicKey() {
        return encoded(pair.getPublic().getEncoded());
    }

    /** @param text the anchor's text */
    SignedAnchor sign(Anchor anchor, String text) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return new SignedAnchor(anchor, text, publicKey(), encoded(signature.sign()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether this key has signed it, whatever key it names. */
    boolean signed(SignedAnchor signed) {
        try {
            var signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(pair.getPublic());
            signature.update(signed.text().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(signed.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Leaves the key out. */
    @Override
    public String toString() {
        return "AnchorKey[" + publicKey() + "]";
    }
}
