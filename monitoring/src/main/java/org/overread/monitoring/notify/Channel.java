package org.overread.monitoring.notify;

import java.util.List;
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

    /** Tries once. Every failure is an answer. */
    Answer send(Delivery delivery);
}
