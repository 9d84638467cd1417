package org.overread.registry.gate;

/**
 * Decides whether a version may go to human review. It is closed by default.
 *
 * <p>Each criterion of the {@link Policy} is read against the frozen {@link Evidence} and comes out met, not met or
 * undetermined. An estimated figure counts by the unfavourable end of its 95 % confidence interval, a counted one by
 * itself; equal to the limit passes. What is missing, not a number, hidden or rests on too few cases is undetermined. A
 * criterion that every group of an attribute must meet is not met when one group breaks it, otherwise undetermined when
 * one cannot tell or there is no group. The gate opens only when there is a criterion and all are met; every obstacle
 * is reported, not only the first.
 */
public final class PromotionGate {
    private PromotionGate() {}

    public static GateVerdict decide(Policy policy, Evidence evidence) {
        return new GateVerdict(policy.criteria().stream()
                .map(criterion -> judge(criterion, evidence))
                .toList());
    }

    private static CriterionVerdict judge(Criterion criterion, Evidence evidence) {
        var readings = evidence.figures(criterion.metric(), criterion.eachOf()).stream()
                .map(figure -> Reading.of(criterion, figure))
                .toList();
        return CriterionVerdict.of(criterion, readings);
    }
}
