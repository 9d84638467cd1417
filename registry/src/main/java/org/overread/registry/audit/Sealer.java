package org.overread.registry.audit;

/**
 * Gives recorded deeds their place in the chain, in the order in which they were recorded. One sealer works at a time,
 * over all servers; what was committed and not sealed when a server was killed is sealed by the next.
 */
public interface Sealer {
    /**
     * Seals what has been committed, up to a number, in a transaction of its own.
     *
     * @return whether there may be more. It is {@code false} also where the end of the chain is not as it was left:
     *     then nothing is built on it, and the check says what is wrong
     */
    boolean sealSome();

    /** Seals what has been committed by now. */
    default void sealAll() {
        boolean more = true;
        while (more) {
            more = sealSome();
        }
    }
}
