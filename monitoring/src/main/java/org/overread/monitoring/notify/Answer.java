package org.overread.monitoring.notify;

/** What came of one try. The words never hold a secret, nor what the other side sent back. */
public sealed interface Answer {
    String words();

    /** The other side has taken it. */
    record Delivered(String words) implements Answer {}

    /** Not this time; another try may do better. */
    record Later(String words) implements Answer {}

    /** The address looks wrong; another try may do better, but hardly so after a day of nothing else. */
    record Doubtful(String words) implements Answer {}

    /** Trying this address again is of no use until somebody has changed something. */
    record Never(String words) implements Answer {}
}
