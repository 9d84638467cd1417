package org.overread.monitoring.feedback;

/**
 * Told of everything that happens to findings, in the transaction in which it happens: both are kept or neither is. It is
 * told before the audit trail is, since who waits for a version's alerts must not hold the trail meanwhile.
 */
public interface FindingNews {
    /** It was told, or its output has become known, or somebody has answered. */
    void changed(Finding finding);

    /** Who gave it took it back, so nobody waits any more. */
    void withdrawn(Finding finding);
}
