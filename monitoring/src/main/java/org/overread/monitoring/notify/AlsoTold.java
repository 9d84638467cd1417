package org.overread.monitoring.notify;

import java.util.List;
import org.overread.monitoring.alert.AlertFile;
import org.overread.registry.PersonId;

/** Knows who is to be told of an alert beside its owner and deputy. */
public interface AlsoTold {
    List<PersonId> of(AlertFile alert);
}
