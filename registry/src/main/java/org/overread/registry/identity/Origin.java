package org.overread.registry.identity;

/** Where the call at hand comes from, as far as there is a network and a browser behind it. */
public interface Origin {
    /** The network address; empty when nobody calls over a network. */
    String address();

    /** What tells one session of a person from another; empty without a session. */
    String session();
}
