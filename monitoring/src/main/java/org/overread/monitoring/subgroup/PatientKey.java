package org.overread.monitoring.subgroup;

/**
 * A patient as 64 bits, for counting patients apart. Two of ten million share one with a chance below one in a hundred
 * thousand, and then a group only seems one patient smaller.
 */
public final class PatientKey {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private PatientKey() {}

    /** The key of a pseudonymous reference: FNV-1a over its characters, then mixed. */
    public static long of(String patientRef) {
        var hash = OFFSET;
        for (var i = 0; i < patientRef.length(); i++) {
            hash = (hash ^ patientRef.charAt(i)) * PRIME;
        }
        return mixed(hash);
    }

    /** The key of a prediction that names no patient: unlike that of any other row. */
    public static long unnamed(long row) {
        return mixed(~row);
    }

    private static long mixed(long bits) {
        var z = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
