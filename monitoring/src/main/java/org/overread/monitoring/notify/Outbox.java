package org.overread.monitoring.notify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where notices and their deliveries are kept. */
public interface Outbox {
    void add(Notice notice, List<Delivery> deliveries);

    /** Whether it has been told that this alert falls due then. */
    boolean reminded(UUID alert, Instant due);

    /** To whom something waits to be sent by now. */
    List<Destination> due(Instant now);

    /** What waits longest to be sent there. */
    Optional<Delivery> next(Destination to, Instant now);

    Optional<Delivery> find(UUID delivery);

    /** A known delivery as it stands now; nobody else changes it until the transaction ends. */
    Delivery locked(UUID delivery);

    /** Keeps how a known delivery stands now, and the attempts that are new. */
    void keep(Delivery delivery);

    /** Lets go of all that waits to be sent there. */
    void drop(Destination to);

    /** Gives up all that waits to be sent there; how much. */
    int giveUp(Destination to, Instant now);

    /** Puts all on its way once more that was given up there since then; how much. */
    int again(Destination to, Instant since, Instant now);

    /**
     * Removes some deliveries that are over, with their attempts; how many.
     *
     * @param before those delivered or dropped before then go
     * @param givenUpBefore those given up before then go
     */
    int remove(Instant before, Instant givenUpBefore, int most);

    /** The deliveries in that state, the newest first. */
    List<Delivery> in(Delivery.State state, int limit);

    /** How many deliveries are in that state. */
    long count(Delivery.State state);

    /** All deliveries, the newest first. */
    List<Delivery> latest(int limit);

    /** The deliveries to one receiver, the newest first. */
    List<Delivery> to(Destination to, int limit);
}
