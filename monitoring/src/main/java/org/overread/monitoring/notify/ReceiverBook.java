package org.overread.monitoring.notify;

import java.time.Instant;
import java.util.List;

/** Where it is kept how it stands with those who are told. */
public interface ReceiverBook {
    /**
     * Takes the turn of sending there, so that two servers never send the same.
     *
     * @param until when the turn ends by itself, should this server die
     * @return whether it was free
     */
    boolean tryTurn(Destination to, Instant now, Instant until);

    /** Gives the turn back that was taken until then, if it has not ended by itself. */
    void endTurn(Destination to, Instant until);

    /** How it stands there; good when nothing is known. */
    Receiver find(Destination to);

    void keep(Receiver receiver);

    /** Those that were given up, the latest first. */
    List<Receiver> givenUp();
}
