package org.overread.monitoring.alert;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.overread.registry.ModelVersionId;

/** Where alerts are kept. */
public interface AlertLog {
    /** Lets no other transaction change the version's alerts until this one ends. */
    void lock(ModelVersionId version);

    void add(AlertFile alert);

    void add(UUID alert, AlertEvent event);

    Optional<AlertFile> find(UUID alert);

    /** The alerts of a version that are not resolved, the newest first. */
    List<AlertFile> open(ModelVersionId version);

    /** The alerts of a version that were raised last of those that are resolved, the newest first. */
    List<AlertFile> resolved(ModelVersionId version, int limit);

    /** The alerts of a version that are not resolved and the last so many that are, the newest first. */
    default List<AlertFile> of(ModelVersionId version, int resolved) {
        return Stream.concat(open(version).stream(), resolved(version, resolved).stream())
                .sorted(Comparator.comparing(AlertFile::raisedAt).reversed().thenComparing(AlertFile::id))
                .toList();
    }

    /** Every alert that is not resolved, the newest first. */
    List<AlertFile> open();

    /** The alerts that were resolved last, the newest first. */
    List<AlertFile> resolved(int limit);
}
