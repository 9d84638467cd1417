package org.overread.monitoring.notify.wire;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.overread.monitoring.notify.Installation;
import org.overread.monitoring.notify.webhook.Sealing;

/**
 * Encrypts with AES-256-GCM and the key in the file that {@code OVERREAD_SECRET_KEY_FILE} names: 64 hexadecimal digits.
 * The launcher makes one in the data folder. A copy of the database alone opens nothing.
 */
@ApplicationScoped
class KeySealing implements Sealing {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final String REMEDY =
            "Set OVERREAD_SECRET_KEY_FILE to a file that holds 64 hexadecimal digits (openssl rand -hex 32) and start again";

    @Inject
    Installation installation;

    private final SecureRandom random = new SecureRandom();

    @Override
    public Optional<String> obstacle() {
        try {
            key();
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public byte[] seal(UUID owner, String secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        var text = crypt(Cipher.ENCRYPT_MODE, nonce, owner, secret.getBytes(StandardCharsets.UTF_8));
        var sealed = Arrays.copyOf(nonce, NONCE_BYTES + text.length);
        System.arraycopy(text, 0, sealed, NONCE_BYTES, text.length);
        return sealed;
    }

    @Override
    public String open(UUID owner, byte[] sealed) {
        var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        var text = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return new String(crypt(Cipher.DECRYPT_MODE, nonce, owner, text), StandardCharsets.UTF_8);
    }

    private byte[] crypt(int mode, byte[] nonce, UUID owner, byte[] text) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.toString().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("it was sealed with another key, or for another owner", e);
        }
    }

    private byte[] key() {
        var file = installation
                .keyFile()
                .orElseThrow(() -> new IllegalStateException("There is no key to encrypt secrets with. " + REMEDY));
        try {
            var key = HexFormat.of().parseHex(Files.readString(Path.of(file)).strip());
            if (key.length != KEY_BYTES) {
                throw new IllegalStateException("The key file is not as long as it must be. " + REMEDY);
            }
            return key;
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The key file cannot be read. " + REMEDY, e);
        }
    }
}
