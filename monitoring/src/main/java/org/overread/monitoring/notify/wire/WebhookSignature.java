package org.overread.monitoring.notify.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Proves who calls, that nothing was changed on the way, and when it was sent, in the form of the Standard Webhooks
 * specification 1.0: {@code v1,} and the Base64 of HMAC-SHA256 over {@code id.timestamp.body}, keyed with the bytes
 * that the Base64 after {@code whsec_} stands for. Several signatures are separated by a space; one that fits is enough.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
public final class WebhookSignature {
    public static final String ID = "webhook-id";
    public static final String TIMESTAMP = "webhook-timestamp";
    public static final String SIGNATURE = "webhook-signature";

    /** How far a call's time may be from the receiver's. */
    public static final Duration REPLAY_WINDOW = Duration.ofMinutes(5);

    private static final String PREFIX = "whsec_";
    private static final String SCHEME = "v1,";

    private WebhookSignature() {}

    /** The header's value for a call that is sent at that time, with a signature for each secret. */
    static String of(List<String> secrets, String id, Instant at, String body) {
        return secrets.stream()
                .map(secret -> SCHEME + Base64.getEncoder().encodeToString(mac(secret, id, at.getEpochSecond(), body)))
                .collect(Collectors.joining(" "));
    }

    /** Whether the call is genuine, unchanged, and was sent within {@link #REPLAY_WINDOW} of now. */
    public static boolean fits(
            String secret, String id, String timestamp, String signatures, String body, Instant now) {
        long seconds;
        try {
            seconds = Long.parseLong(timestamp);
        } catch (NumberFormatException e) {
            return false;
        }
        var expected = Base64.getEncoder().encode(mac(secret, id, seconds, body));
        boolean genuine = Arrays.stream(signatures.split(" ", -1))
                .filter(signature -> signature.startsWith(SCHEME))
                .map(signature -> signature.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8))
                .map(given -> MessageDigest.isEqual(expected, given))
                .reduce(false, Boolean::logicalOr);
        return genuine && Math.abs(now.getEpochSecond() - seconds) <= REPLAY_WINDOW.toSeconds();
    }

    private static byte[] mac(String secret, String id, long seconds, String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            var key =
                    Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((id + "." + seconds + "." + body).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA256", e);
        }
    }
}
