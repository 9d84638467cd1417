package org.overread.monitoring.prediction.wire;

import java.util.Map;

/**
 * How much one body may hold.
 *
 * @param bytes the most bytes after decompression
 * @param ratio the most bytes that one compressed byte may become; text compresses to a thirtieth, not to a thousandth
 */
public record BodyLimits(long bytes, int ratio) {
    public static final BodyLimits DEFAULT = new BodyLimits(4L << 30, 200);

    public BodyLimits {
        if (bytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("limits must be 1 or more");
        }
    }

    /** The default, or {@code OVERREAD_MAX_BODY_BYTES} where the installation sets it. */
    public static BodyLimits of(Map<String, String> environment) {
        var bytes = environment.get("OVERREAD_MAX_BODY_BYTES");
        return bytes == null ? DEFAULT : new BodyLimits(Long.parseLong(bytes.trim()), DEFAULT.ratio());
    }
}
