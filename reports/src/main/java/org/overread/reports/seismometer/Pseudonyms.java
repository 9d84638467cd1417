package org.overread.reports.seismometer;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for patients that hold within one export and lead nowhere else: an HMAC-SHA256 of the patient's key, cut to 64
 * bits, under a secret that is drawn for the export and forgotten with it.
 */
final class Pseudonyms {
    /** The bytes of the secret. */
    static final int SECRET = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte NAMED = 1;
    private static final byte UNNAMED = 0;

    private final Mac mac;

    Pseudonyms(byte[] secret) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    /** The same for all predictions about that patient. */
    String of(long patientKey) {
        return name(NAMED, patientKey);
    }

    /** For a prediction that names no patient; each counts as one. */
    String unnamed(long row) {
        return name(UNNAMED, row);
    }

    private String name(byte kind, long value) {
        var digest = mac.doFinal(
                ByteBuffer.allocate(1 + Long.BYTES).put(kind).putLong(value).array());
        return HexFormat.of().formatHex(Arrays.copyOf(digest, Long.BYTES));
    }
}
