package org.overread.registry.audit.check;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.ChainVerification;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.RecordFault;

/**
 * What came of one check of the trail.
 *
 * @param whole whether every entry was read, or only those behind the newest anchor that fits
 * @param entries how many entries the trail has
 * @param anchors how many anchors could be read to hold it against
 * @param lost how many anchors a place has said it keeps that it does not have any more
 * @param records decisions on record that do not agree with the trail
 */
public record TrailCheck(
        UUID id,
        Instant at,
        boolean whole,
        ChainVerification result,
        long entries,
        int anchors,
        int lost,
        List<RecordFault> records) {
    /** How many of these are told at most; more says no more. */
    public static final int MOST_RECORDS = 100;

    public TrailCheck {
        records = List.copyOf(records);
    }

    /** Whether the chain is broken, or something on record does not agree with it. */
    public boolean broken() {
        return result instanceof Broken || !records.isEmpty();
    }

    /** What is wrong, a sentence each without its end; empty when nothing is. */
    public List<String> faults() {
        var faults = new ArrayList<String>();
        if (result instanceof Broken broken) {
            faults.add("Entry %,d %s".formatted(broken.seq(), broken.reason()));
        }
        records.stream().map(RecordFault::sentence).map(TrailCheck::capital).forEach(faults::add);
        return List.copyOf(faults);
    }

    /** As much of it as somebody with that reach may know. */
    public TrailCheck seenBy(AuditReach reach) {
        return new TrailCheck(
                id,
                at,
                whole,
                result,
                entries,
                anchors,
                lost,
                records.stream().filter(fault -> reach.shows(fault.model())).toList());
    }

    private static String capital(String sentence) {
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
