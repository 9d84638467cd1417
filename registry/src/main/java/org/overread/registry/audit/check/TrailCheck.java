package org.overread.registry.audit.check;

import java.time.Instant;
import java.util.UUID;
import org.overread.registry.audit.ChainVerification;
import org.overread.registry.audit.ChainVerification.Broken;

/**
 * What came of one check of the trail.
 *
 * @param whole whether every entry was read, or only those behind the newest anchor that fits
 * @param entries how many entries the trail has
 * @param anchors how many anchors could be read to hold it against
 * @param lost how many anchors a place has said it keeps that it does not have any more
 */
public record TrailCheck(
        UUID id, Instant at, boolean whole, ChainVerification result, long entries, int anchors, int lost) {
    public boolean broken() {
        return result instanceof Broken;
    }
}
