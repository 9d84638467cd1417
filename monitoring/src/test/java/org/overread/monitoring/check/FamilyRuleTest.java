package org.overread.monitoring.check;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.Limit.Reading;
import org.overread.monitoring.subgroup.Disclosure;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Tier;

class FamilyRuleTest {
    private static final Limit FLOOR = new Limit(Metric.SENSITIVITY, "age", Limit.Side.FLOOR, null, 0.60);

    @Test
    @DisplayName("C8: a group by itself breaks a limit when its whole interval lies beyond; one of twenty needs more")
    void asksForMoreOfOneOfTwenty() {
        // z = 1.96 * 0.06 / 0.05 = 2.352, p = 0.0187; of 20 groups the corrected p is 0.37
        var low = group("old", 0.54, Tier.FULL);

        assertThat(FamilyRule.readings(FLOOR, List.of(low))).containsEntry("old", Reading.BROKEN);
        assertThat(FamilyRule.readings(FLOOR, with(low, 19, 0.7))).containsEntry("old", Reading.KEPT);
    }

    @Test
    @DisplayName("C8: many groups that fall together are all named, as Benjamini and Hochberg have it")
    void namesAllThatFallTogether() {
        // statsmodels: multipletests([0.0187] * 10 + [1.0] * 10, method="fdr_bh")[1][0] -> 0.0374
        var family = new ArrayList<>(with(group("old", 0.54, Tier.FULL), 10, 0.7));
        IntStream.range(0, 9).forEach(i -> family.add(group("low " + i, 0.54, Tier.FULL)));

        assertThat(FamilyRule.readings(FLOOR, family)).containsEntry("old", Reading.BROKEN);
        assertThat(FamilyRule.readings(FLOOR, family)).hasSize(20).containsEntry("high 0", Reading.KEPT);
    }

    @Test
    @DisplayName("C3: a group with too few events is not judged, and makes the others no harder to judge")
    void leavesOutWhatCannotBeJudged() {
        var family = List.of(group("old", 0.54, Tier.FULL), group("few", 0.1, Tier.LOW_PRECISION));

        assertThat(FamilyRule.readings(FLOOR, family)).containsOnlyKeys("old").containsValue(Reading.BROKEN);
    }

    @Test
    @DisplayName("C8: two that lie alike beyond the limit are broken alike, as the adjusted p-values never fall")
    void treatsTiesAlike() {
        // z = 1.96 * 0.0515 / 0.05 = 2.019, p = 0.0435: of two alike 0.0435 each, not 0.087 for one of them
        var family = List.of(group("old", 0.5485, Tier.FULL), group("very old", 0.5485, Tier.FULL));

        assertThat(FamilyRule.readings(FLOOR, family))
                .hasSize(2)
                .allSatisfy((_, reading) -> assertThat(reading).isEqualTo(Reading.BROKEN));
    }

    @Test
    @DisplayName("C8: the half of the interval that lies towards the limit counts, below a floor and above a ceiling")
    void judgesByTheHalfTowardsTheLimit() {
        var ceiling = new Limit(Metric.SENSITIVITY, "age", Limit.Side.CEILING, null, 0.60);

        // z = 1.96 * 0.06 / 0.04 = 2.94
        assertThat(FamilyRule.readings(FLOOR, List.of(group("old", Estimate.of(0.54, 0.30, 0.58, "wilson")))))
                .containsEntry("old", Reading.BROKEN);
        assertThat(FamilyRule.readings(ceiling, List.of(group("old", Estimate.of(0.66, 0.62, 0.90, "wilson")))))
                .containsEntry("old", Reading.BROKEN);
        assertThat(FamilyRule.readings(ceiling, List.of(group("old", Estimate.of(0.54, 0.30, 0.58, "wilson")))))
                .containsEntry("old", Reading.KEPT);
        assertThat(FamilyRule.readings(FLOOR, List.of(group("old", Estimate.of(0.54, 0.30, 0.54, "exact")))))
                .as("an interval without that half")
                .containsEntry("old", Reading.BROKEN);
    }

    @Test
    @DisplayName("C8: a group beyond the warning and not beyond the limit is warned")
    void warnsBeforeTheLimit() {
        var warning = new Limit(Metric.SENSITIVITY, "age", Limit.Side.FLOOR, 0.70, 0.60);

        assertThat(FamilyRule.readings(warning, List.of(group("old", 0.64, Tier.FULL))))
                .containsEntry("old", Reading.WARNED);
    }

    @Test
    @DisplayName("C3: a group without an interval is not judged either")
    void leavesOutWhatHasNoInterval() {
        assertThat(FamilyRule.readings(
                        FLOOR,
                        List.of(
                                group("old", 0.54, Tier.FULL),
                                group("young", Estimate.withoutInterval(0.1, "one case")))))
                .containsOnlyKeys("old")
                .containsValue(Reading.BROKEN);
    }

    private static GroupFigures group(String name, Estimate estimate) {
        var like = group(name, 0.5, Tier.FULL);
        var estimates = new EnumMap<Metric, Estimate>(
                Arrays.stream(Metric.values()).collect(toMap(each -> each, _ -> Estimate.undefined("not asked"))));
        estimates.put(Metric.SENSITIVITY, estimate);
        return new GroupFigures(
                "age",
                name,
                like.n(),
                like.labelled(),
                like.events(),
                Tier.FULL,
                Disclosure.SHOWN,
                new Figures(estimates, null, null));
    }

    private static List<GroupFigures> with(GroupFigures one, int others, double value) {
        var family = new ArrayList<GroupFigures>();
        family.add(one);
        IntStream.range(0, others).forEach(i -> family.add(group("high " + i, value, Tier.FULL)));
        return family;
    }

    private static GroupFigures group(String name, double value, Tier tier) {
        var estimates = new EnumMap<Metric, Estimate>(
                Arrays.stream(Metric.values()).collect(toMap(each -> each, _ -> Estimate.undefined("not asked"))));
        estimates.put(Metric.SENSITIVITY, Estimate.of(value, value - 0.05, value + 0.05, "wilson"));
        return new GroupFigures(
                "age", name, 900L, 900L, 120L, tier, Disclosure.SHOWN, new Figures(estimates, null, null));
    }
}
