package org.overread.monitoring.feedback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;

/** Findings that stand as a test says. */
public final class StandingFindings extends FindingBook {
    private final List<Finding> standing = new ArrayList<>();

    @Override
    public List<Finding> since(ModelVersionId version, @Nullable String site, Digest restsOn, Instant takenAt) {
        return standing.stream()
                .filter(finding -> version.equals(finding.version()))
                .toList();
    }

    public void add(Finding finding) {
        standing.add(finding);
    }
}
