package org.overread.monitoring.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.overread.registry.ModelVersionId;

/** What predictions hold of single patients. */
public interface Payloads {
    /** The versions that have predictions. */
    List<ModelVersionId> versions();

    /**
     * The earliest days before the limit whose payloads can go: their profile is made from all that came, and was made
     * since payloads of that day were last removed.
     */
    List<LocalDate> removable(ModelVersionId version, LocalDate limit, int most);

    /** Removes the payloads of one day that are in its profile, on record, and tells of how many predictions. */
    long remove(ModelVersionId version, LocalDate day, Instant at);
}
