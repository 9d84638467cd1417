package org.overread.monitoring.integrity;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the check of one batch found.
 *
 * @param declared how many features were declared; with none nothing was checked
 * @param lines how many lines were looked at: all that were not refused while reading, known ones too
 * @param scales where the numbers of each measured feature lie, if there were enough of them
 */
public record BatchIntegrity(
        int declared, long lines, List<IntegrityFinding> findings, SortedMap<String, Scale> scales) {
    public static final BatchIntegrity UNCHECKED = new BatchIntegrity(0, 0, List.of(), new TreeMap<>());

    public BatchIntegrity {
        findings = List.copyOf(findings);
    }

    /** The scales that later batches may be compared with: those that did not jump. */
    public Map<String, Scale> usual() {
        var jumped = findings.stream()
                .filter(finding -> finding.kind() == IntegrityKind.SCALE_JUMP)
                .map(IntegrityFinding::feature)
                .collect(Collectors.toSet());
        return scales.entrySet().stream()
                .filter(scale -> !jumped.contains(scale.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
