package org.overread.monitoring.integrity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Checks the lines of one batch against what is declared of the version's features, as they come by. Memory depends on
 * the number of declared features only.
 */
public final class IntegrityCheck {
    private final List<FeatureWatch> watches;
    private final long[] present;
    private long lines;

    public IntegrityCheck(List<DeclaredFeature> declared) {
        watches = declared.stream().map(FeatureWatch::over).toList();
        present = new long[watches.size()];
    }

    /** Whether anything is declared to check against. */
    public boolean declares() {
        return present.length > 0;
    }

    /** Looks at one good line; a feature that is not in the map is missing there. */
    public void see(long line, Map<String, String> features) {
        lines++;
        for (int i = 0; i < present.length; i++) {
            var watch = watches.get(i);
            var value = features.get(watch.name());
            if (value != null) {
                present[i]++;
                watch.see(line, value);
            }
        }
    }

    /**
     * What was found.
     *
     * @param usual the scales of earlier batches by feature; a feature that is not there is not judged by its scale
     */
    public BatchIntegrity result(Map<String, Scale> usual) {
        var findings = new ArrayList<IntegrityFinding>();
        var scales = new TreeMap<String, Scale>();
        for (int i = 0; i < present.length; i++) {
            var watch = watches.get(i);
            if (present[i] == 0 && lines >= SampledValues.FEWEST) {
                findings.add(new IntegrityFinding(watch.name(), IntegrityKind.ABSENT, lines, null, null, null));
            }
            watch.tell(findings::add, Optional.ofNullable(usual.get(watch.name())));
            watch.scale().ifPresent(scale -> scales.put(watch.name(), scale));
        }
        return new BatchIntegrity(watches.size(), lines, findings, scales);
    }
}
