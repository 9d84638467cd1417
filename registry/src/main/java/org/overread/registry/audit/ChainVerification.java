package org.overread.registry.audit;

/** What came of checking the audit chain from its first entry to its head. */
public sealed interface ChainVerification {
    /**
     * Every entry is as it was written.
     *
     * @param count how many there are
     * @param head the hash of the newest, worth keeping elsewhere: it stands for all of them
     */
    record Verified(long count, String head) implements ChainVerification {}

    /**
     * Something was changed, removed or put in.
     *
     * @param seq the first entry that is not as it was written
     */
    record Broken(long seq, String reason) implements ChainVerification {}
}
