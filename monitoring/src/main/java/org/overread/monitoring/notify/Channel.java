package org.overread.monitoring.notify;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.overread.monitoring.alert.AlertFile;

/** One way to tell: by mail, or by calling a system. */
public interface Channel {
    /**
     * Who is told of that on this way; nobody when the way is not set up.
     *
     * @param by the id of who did it, who need not be told
     */
    List<Destination> receivers(NoticeKind kind, AlertFile alert, String by);

    /** Whether this way leads there. */
    boolean leadsTo(Destination to);

    /** Whether it may be tried now; what is held back waits without losing tries. */
    boolean open(Destination to);

    /** The receiver as people know them. */
    String name(Destination to);

    /** How many receivers are told at the same time on this way. */
    Lane lane();

    /** The longest that one try takes. */
    Duration patience();

    /**
     * One try, with all that it needs looked up: it asks the database nothing when it is carried out, and takes no longer
     * than {@link #patience}. Every failure is an answer.
     */
    Supplier<Answer> attempt(Delivery delivery);

    /** What is sent side by side: those in one lane wait for each other only when it is full. */
    record Lane(String name, int atOnce) {}
}
