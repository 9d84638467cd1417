package org.overread.registry.gate;

import java.util.List;
import org.overread.registry.gate.CriterionVerdict.Met;
import org.overread.registry.gate.CriterionVerdict.NotMet;

/** How every criterion of a policy came out, in the policy's order. */
public record GateVerdict(List<CriterionVerdict> criteria) {
    public GateVerdict {
        criteria = List.copyOf(criteria);
    }

    /** Whether the gate is open: there is at least one criterion, and each is met. */
    public boolean open() {
        return !criteria.isEmpty() && obstacles().isEmpty();
    }

    /** Every criterion that is not met or undetermined, not only the first. */
    public List<CriterionVerdict> obstacles() {
        return criteria.stream().filter(verdict -> !(verdict instanceof Met)).toList();
    }

    /** The outcome in one line, such as {@code 4 of 6 criteria met, 1 not met, 1 undetermined}. */
    public String summary() {
        int obstacles = obstacles().size();
        long notMet = criteria.stream().filter(NotMet.class::isInstance).count();
        var met = "%d of %d criteria met".formatted(criteria.size() - obstacles, criteria.size());
        return obstacles == 0 ? met : "%s, %d not met, %d undetermined".formatted(met, notMet, obstacles - notMet);
    }
}
