package org.overread.registry.audit;

/** What came of checking the audit chain from its first entry to its head, and against its anchors. */
public sealed interface ChainVerification {
    /**
     * Every entry is as it was written, and every anchor that could be read fits.
     *
     * @param count how many there are
     * @param head the hash of the newest, worth keeping elsewhere: it stands for all of them
     */
    record Verified(long count, String head) implements ChainVerification {}

    /**
     * Something was changed, removed or put in.
     *
     * @param seq the first entry that is known not to be as it was written
     * @param reason goes on after "Entry 7"
     * @param intact entries up to this one are as they were written
     */
    record Broken(long seq, String reason, Kind kind, long intact) implements ChainVerification {
        public Broken(long seq, String reason) {
            this(seq, reason, Kind.ALTERED, Math.max(seq - 1, 0));
        }
    }

    /** In which way a trail is not what it was. */
    enum Kind {
        /** The chain does not hold together. */
        ALTERED,
        /** It holds together and ends too early, though the database remembers that it went on. */
        CUT,
        /** There is nothing where something must be. */
        EMPTIED,
        /** It holds together and is another one than was anchored. */
        REWRITTEN,
        /** The whole database is older than an anchor. */
        RESTORED,
        /** It is the trail of another database. */
        REPLACED
    }
}
