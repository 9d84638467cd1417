package org.overread.monitoring.check;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.monitoring.check.CauseRule.Finding;
import org.overread.monitoring.check.LimitRule.Judged;
import org.overread.monitoring.check.SyntheticWard.Shift;
import org.overread.monitoring.metric.Estimate;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.WindowLength;
import org.overread.monitoring.plan.WindowRule;
import org.overread.monitoring.plan.WindowRule.Days;
import org.overread.monitoring.subgroup.Disclosure;
import org.overread.monitoring.subgroup.GroupFigures;
import org.overread.monitoring.subgroup.Tier;

/** Sensitivity must not fall below 0.63 in all, by sex, by age, and by both together; then something happens to it. */
class CauseRuleTest {
    private static final String ALL = "performance:sensitivity:floor";
    private static final String WOMEN = ALL + ":sex=Female";
    private static final String OLD_WOMEN = ALL + ":age_band × sex=70+ × Female";
    private static final String YOUNG_WOMEN = ALL + ":age_band × sex=under 70 × Female";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("C8: a fault of all women is one alert, which names the pairs that it explains")
    void aFaultOfAGroup(long seed) {
        var ward = new Ward(seed, Shift.SUBGROUP);

        assertThat(ward.alerts()).containsExactly(WOMEN);
        assertThat(ward.check(WOMEN).sentence())
                .startsWith("Sensitivity in sex Female is below its floor of 0.63")
                .contains("The same cause explains: ")
                .contains("Sensitivity in age_band 70+ with sex Female")
                .contains("Sensitivity in age_band under 70 with sex Female");
        for (var pair : List.of(OLD_WOMEN, YOUNG_WOMEN)) {
            assertThat(ward.check(pair).state()).isEqualTo(CheckState.ALERT);
            assertThat(ward.check(pair).raises()).isFalse();
            assertThat(ward.check(pair).sentence())
                    .endsWith("It is told with the alert on Sensitivity in sex Female, which has the same cause.");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("C8: a fault of women over 70 alone is the alert of that pair, also where it draws women down")
    void aFaultOfAPair(long seed) {
        var ward = new Ward(seed, Shift.PAIR);

        assertThat(ward.alerts()).containsExactly(OLD_WOMEN);
        assertThat(ward.check(OLD_WOMEN).raises()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    @DisplayName("C8: a fault of everybody is one alert, which names the groups and pairs that it explains")
    void aFaultOfAll(long seed) {
        var ward = new Ward(seed, Shift.EVERYBODY);

        assertThat(ward.alerts()).containsExactly(ALL);
        assertThat(ward.check(ALL).sentence())
                .contains("Sensitivity in sex Female", "Sensitivity in age_band 70+", "and 2 more.");
        assertThat(ward.broken()).hasSize(9);
    }

    @Test
    @DisplayName("C8: where a pair is worse and the rest of its group is broken too, both are alerts")
    void aGroupWithTwoFaults() {
        var women = finding("sex", "Female", 0.50, 0.02, 0.63);
        var old = pair("70+ × Female", 0.30, 0.03, 0.63);

        assertThat(raising(women, old, pair("under 70 × Female", 0.60, 0.03, 0.63)))
                .containsExactly(WOMEN, OLD_WOMEN);
        assertThat(raising(women, old, pair("under 70 × Female", 0.70, 0.03, 0.63)))
                .containsExactly(OLD_WOMEN);
        assertThat(raising(women, old)).as("nothing is known of the rest").containsExactly(WOMEN, OLD_WOMEN);
    }

    @Test
    @DisplayName("C8: what cannot be compared, and what is broken worse than its group, is told with nothing")
    void tellsNothingWithWhatSaysLess() {
        var women = finding("sex", "Female", 0.50, 0.02, 0.63);
        var asBad = pair("70+ × Female", 0.49, 0.03, 0.63);

        assertThat(raising(women, asBad)).containsExactly(WOMEN);
        assertThat(raising(women, pair("70+ × Female", 0.49, 0.01, 0.63)))
                .as("a narrower interval than that of the whole")
                .containsExactly(WOMEN, OLD_WOMEN);
        assertThat(raising(finding("sex", "Female", 0.50, 0.02, 0.45), asBad))
                .as("the group has only a warning")
                .containsExactly(WOMEN, OLD_WOMEN);
    }

    @Test
    @DisplayName("C8: a group stays an alert where one part of its rest is broken too, or what drew it down only warns")
    void keepsWhatItsPartsDoNotExplain() {
        var women = finding("sex", "Female", 0.50, 0.02, 0.63);
        var old = pair("70+ × Female", 0.30, 0.03, 0.63);
        var young = pair("under 50 × Female", 0.70, 0.03, 0.63);

        assertThat(raising(women, old, young)).containsExactly(OLD_WOMEN);
        assertThat(raising(women, old, young, pair("50–69 × Female", 0.60, 0.03, 0.63)))
                .containsExactly(WOMEN, OLD_WOMEN);
        assertThat(raising(women, pair("70+ × Female", 0.30, 0.03, 0.25), pair("under 70 × Female", 0.70, 0.03, 0.25)))
                .as("the pair has only a warning")
                .containsExactly(WOMEN, OLD_WOMEN);
    }

    @Test
    @DisplayName("C8: a part is an alert of its own where it is worse than its whole at 1 %, and not before")
    void isWorseAtOnePercent() {
        var women = finding("sex", "Female", 0.50, 0.02, 0.63);

        // 2 * scipy.stats.norm.sf(.0223 / (sqrt(.03**2 - .02**2) / 1.959964)) -> 0.051; of .035 -> 0.0022
        assertThat(raising(women, pair("70+ × Female", 0.4777, 0.03, 0.63))).containsExactly(WOMEN);
        assertThat(raising(women, pair("70+ × Female", 0.465, 0.03, 0.63))).containsExactly(WOMEN, OLD_WOMEN);
    }

    @Test
    @DisplayName("C8: where a group only warns, the rest of it must keep the warning")
    void asksTheRestToKeepTheWarning() {
        var women = finding("sex", "Female", 0.50, 0.02, 0.45);
        var old = pair("70+ × Female", 0.30, 0.03, 0.25);

        assertThat(raising(women, old, pair("under 70 × Female", 0.55, 0.03, 0.25)))
                .containsExactly(WOMEN, OLD_WOMEN);
        assertThat(raising(women, old, pair("under 70 × Female", 0.64, 0.03, 0.25)))
                .containsExactly(OLD_WOMEN);
    }

    @Test
    @DisplayName("C8: what breaks another metric, or the same on the other side, is no part of the cause")
    void keepsMetricsAndSidesApart() {
        var women = finding("sex", "Female", 0.50, 0.02, 0.63);
        var asBad = new Limit(Metric.PPV, "age_band × sex", Limit.Side.FLOOR, 0.63, 0.63);
        var above = new Limit(Metric.SENSITIVITY, "age_band × sex", Limit.Side.CEILING, 0.40, 0.40);

        assertThat(raising(women, finding(asBad, "70+ × Female", 0.49, 0.03)))
                .containsExactly(WOMEN, "performance:ppv:floor:age_band × sex=70+ × Female");
        assertThat(raising(women, finding(above, "70+ × Female", 0.51, 0.03)))
                .containsExactly(WOMEN, "performance:sensitivity:ceiling:age_band × sex=70+ × Female");
    }

    private static List<String> raising(Finding... findings) {
        return CauseRule.toldOnce(List.of(findings)).stream()
                .filter(Check::raises)
                .map(Check::key)
                .toList();
    }

    private static Finding pair(String value, double figure, double half, double floor) {
        return finding("age_band × sex", value, figure, half, floor);
    }

    /** Below a floor for an alert, or for a warning, which begins at 0.63. */
    private static Finding finding(String attribute, String value, double figure, double half, double floor) {
        return finding(new Limit(Metric.SENSITIVITY, attribute, Limit.Side.FLOOR, 0.63, floor), value, figure, half);
    }

    private static Finding finding(Limit limit, String value, double figure, double half) {
        var attribute = Objects.requireNonNull(limit.eachOf());
        var pair = attribute.contains(" × ") ? new AttributePair("age_band", "sex") : null;
        var group = new GroupLimit(limit, attribute, pair).group(value);
        var estimates = new EnumMap<Metric, Estimate>(
                Arrays.stream(Metric.values()).collect(toMap(each -> each, _ -> Estimate.undefined("not asked"))));
        for (var metric : List.of(Metric.SENSITIVITY, Metric.PPV)) {
            estimates.put(metric, Estimate.of(figure, figure - half, figure + half, "wilson"));
        }
        var figures = new GroupFigures(
                attribute, value, 900L, 900L, 120L, Tier.FULL, Disclosure.SHOWN, new Figures(estimates, null, null));
        var months = new Days(SyntheticWard.ONSET, SyntheticWard.ONSET.plusMonths(3));
        var judged = List.of(Judged.of(months, figures, limit));
        var rule = new LimitRule(limit, new WindowRule(WindowLength.MONTH, 2, 3));
        return new Finding(group, judged, rule.check(group, List.of(), judged));
    }

    private static final class Ward {
        private final List<String> alerts;
        private final Map<String, Check> checks;

        Ward(long seed, Shift shift) {
            var stream = new WatchedStream(SyntheticWard.cases(seed, shift), plan(), ShiftedStreams.THRESHOLD);
            alerts = stream.follow(SyntheticWard.ONSET, SyntheticWard.ONSET.plusMonths(7)).stream()
                    .map(raised -> raised.alert().check())
                    .filter(check -> check.startsWith("performance:"))
                    .toList();
            checks = stream.checks().stream().collect(toMap(Check::key, check -> check));
        }

        List<String> alerts() {
            return alerts;
        }

        Check check(String key) {
            return Objects.requireNonNull(checks.get(key));
        }

        List<Check> broken() {
            return checks.values().stream()
                    .filter(check -> check.key().startsWith("performance:") && check.state() == CheckState.ALERT)
                    .toList();
        }
    }

    private static MonitoringPlan plan() {
        return ShiftedStreams.plan(List.of(floor(null), floor("sex"), floor("age_band")));
    }

    private static Limit floor(@Nullable String attribute) {
        return new Limit(Metric.SENSITIVITY, attribute, Limit.Side.FLOOR, null, 0.63);
    }
}
