package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.subgroup.GroupFigures;

class GroupFactsTest {
    @Test
    @DisplayName("C3: a group is told beside what is left of the whole, by how many of its promised events come")
    void tellsAGroupBesideTheOthers() {
        // promised are 200 of its 300 and 1,000 of all 1,000, so of the others 700 of 800 came
        assertThat(of(new MadeUp().of(1_000, 10_000).ratio(1, 0.03).whole(risky().group("race", "Black"))))
                .containsExactly(
                        "In race Black, of 100 events that the scores promise, 150 come (observed/expected 1.50"
                                + " (1.36–1.65)), while it is 0.88 among the others.");
    }

    @Test
    @DisplayName("C3: of groups with few events, or with few left beside them, nothing is said")
    void saysNothingOfFew() {
        assertThat(of(new MadeUp()
                        .of(1_000, 10_000)
                        .ratio(1, 0.03)
                        .whole(risky().few().group("race", "Black"))))
                .isEmpty();
        // 99 events among the others, as promised
        assertThat(of(new MadeUp().of(399, 10_000).ratio(399 / 299.0, 0.03).whole(risky().group("race", "Black"))))
                .isEmpty();
    }

    @Test
    @DisplayName("C3: a ratio that is off by less than a quarter beside theirs does not matter, however sure it is")
    void saysNothingOfWhatDoesNotMatter() {
        // 1.25 beside 0.97; then 1.1 beside 0.99
        assertThat(of(new MadeUp()
                        .of(100_000, 1_000_000)
                        .ratio(1, 0.001)
                        .whole(new MadeUp()
                                .of(12_500, 100_000)
                                .ratio(1.25, 0.005)
                                .group("race", "Black"))))
                .hasSize(1);
        assertThat(of(new MadeUp()
                        .of(100_000, 1_000_000)
                        .ratio(1, 0.001)
                        .whole(new MadeUp()
                                .of(11_000, 100_000)
                                .ratio(1.1, 0.005)
                                .group("race", "Black"))))
                .isEmpty();
    }

    @Test
    @DisplayName("C3: the group whose risks come true is not blamed for those of the others")
    void blamesTheGroupThatIsOff() {
        var women = new MadeUp().of(500, 5_000).ratio(1.0, 0.04).group("sex", "Female");
        var men = new MadeUp().of(300, 5_000).ratio(0.6, 0.05).group("sex", "Male");

        assertThat(of(new MadeUp().of(800, 10_000).ratio(0.8, 0.03).whole(women, men)))
                .singleElement()
                .asString()
                .startsWith("In sex Male, of 100 events that the scores promise, 60 come");
    }

    @Test
    @DisplayName("C8: the others' chance counts as well, and so do all groups that are looked at")
    void correctsForChance() {
        // 620 events, of 509.2 promised: 500 of 384.6 in the group, 120 of 124.6 among the others
        var whole = new MadeUp().of(620, 5_000).ratio(620 / 509.2, 0.04);
        assertThat(of(whole.whole(new MadeUp().of(500, 4_000).ratio(1.3, 0.10).group("race", "Black"))))
                .as("z = 0.30/√(0.10² + 0.88/120) = 2.28, p = 0.02")
                .isEmpty();
        assertThat(of(whole.whole(new MadeUp().of(500, 4_000).ratio(1.3, 0.05).group("race", "Black"))))
                .as("z = 0.30/√(0.05² + 0.88/120) = 3.03, p = 0.002")
                .hasSize(1);
        var one = new MadeUp().of(500, 4_000).ratio(1.3, 0.05).group("race", "Black");
        var alike = new MadeUp().of(300, 2_500).ratio(620 / 509.2, 0.05);
        assertThat(of(whole.whole(
                        one,
                        alike.group("race", "White"),
                        alike.group("sex", "Female"),
                        alike.group("sex", "Male"),
                        alike.group("age", "old"))))
                .as("of five 0.012")
                .isEmpty();
    }

    @Test
    @DisplayName("C3: the two surest are told, and the others by their name, each once")
    void namesTheSurestFirst() {
        var whole = new MadeUp().of(100_000, 1_000_000).ratio(1, 0.001);

        assertThat(of(whole.whole(
                        off(0.08).group("race", "A"),
                        off(0.02).group("race", "B"),
                        off(0.06).group("race", "C"),
                        off(0.04).group("race", "D"))))
                .satisfiesExactly(
                        first -> assertThat(first).startsWith("In race B,"),
                        second -> assertThat(second).startsWith("In race D,"),
                        others -> assertThat(others).isEqualTo("The same goes for race C, race A."));
    }

    @Test
    @DisplayName("C3: who is ranked worse, and whose risks are off as well, is named once among the others")
    void namesNobodyTwice() {
        var before = new MadeUp()
                .of(100_000, 1_000_000)
                .ratio(1, 0.001)
                .whole(
                        still("a", "x"),
                        still("a", "y"),
                        still("b", "x"),
                        still("b", "y"),
                        still("c", "x"),
                        still("c", "y"));
        var since = new MadeUp()
                .of(100_000, 1_000_000)
                .ratio(1, 0.001)
                .whole(
                        auroc(0.70, 0.002).group("a", "x"),
                        still("a", "y"),
                        auroc(0.70, 0.003).group("b", "x"),
                        still("b", "y"),
                        off(0.02).auroc(0.70, 0.004).group("c", "x"),
                        still("c", "y"));

        assertThat(of(before, since)).hasSize(3).last().isEqualTo("The same goes for c x.");
    }

    @Test
    @DisplayName("C3: a group that fell by five hundredths, and by three more than the others, is told")
    void tellsAFallThatTheOthersDoNotShare() {
        assertThat(fallen(0.745, 0.80, 0.001)).hasSize(1);
        assertThat(fallen(0.76, 0.80, 0.001)).as("by four").isEmpty();
        assertThat(fallen(0.74, 0.76, 0.001)).as("by two more than the others").isEmpty();
    }

    @Test
    @DisplayName("C8: a fall must be surer than one in a hundred, with the chance of the others in it")
    void asksForASureFall() {
        // z = 0.1/√(4·0.0208²) = 2.40, p = 0.016; z = 0.1/√(4·0.0185²) = 2.70, p = 0.007
        assertThat(fallen(0.70, 0.80, 0.0208)).isEmpty();
        assertThat(fallen(0.70, 0.80, 0.0185)).hasSize(1);
        // z = 0.1/√(2·0.005² + 2·0.03²) = 2.32, p = 0.02
        assertThat(of(
                        whole(
                                auroc(0.80, 0.005).group("sex", "Female"),
                                auroc(0.80, 0.03).group("sex", "Male")),
                        whole(
                                auroc(0.70, 0.005).group("sex", "Female"),
                                auroc(0.80, 0.03).group("sex", "Male"))))
                .isEmpty();
    }

    @Test
    @DisplayName("C3: a group is compared with itself, of the same attribute and with enough events then and now")
    void comparesAGroupWithItself() {
        var then = whole(
                auroc(0.80, 0.001).group("sex", "x"),
                auroc(0.60, 0.001).group("sex", "y"),
                auroc(0.60, 0.001).group("race", "x"),
                auroc(0.60, 0.001).group("race", "y"));
        assertThat(of(then, then)).isEmpty();

        var fell = auroc(0.70, 0.001);
        assertThat(of(
                        whole(auroc(0.80, 0.001).few().group("sex", "Female"), still("sex", "Male")),
                        whole(fell.group("sex", "Female"), still("sex", "Male"))))
                .isEmpty();
        assertThat(of(
                        whole(still("sex", "Female"), still("sex", "Male")),
                        whole(auroc(0.70, 0.001).few().group("sex", "Female"), still("sex", "Male"))))
                .isEmpty();
    }

    @Test
    @DisplayName("C3: who was shown together with others is not blamed, but stands among the others")
    void blamesNobodyWhoWasShownWithOthers() {
        var then = whole(still("sex", "Male or (missing)"), still("sex", "Female"));

        assertThat(of(then, whole(auroc(0.70, 0.001).group("sex", "Male"), still("sex", "Female"))))
                .isEmpty();
        assertThat(of(then, whole(still("sex", "Male"), auroc(0.70, 0.001).group("sex", "Female"))))
                .singleElement()
                .asString()
                .startsWith("In sex Female it ranks patients worse than it did");
    }

    /** The women's area now beside the men's; both were 0.80. */
    private static List<String> fallen(double women, double men, double error) {
        return of(
                whole(
                        auroc(0.80, error).group("sex", "Female"),
                        auroc(0.80, error).group("sex", "Male")),
                whole(
                        auroc(women, error).group("sex", "Female"),
                        auroc(men, error).group("sex", "Male")));
    }

    private static MadeUp risky() {
        return new MadeUp().of(300, 2_000).ratio(1.5, 0.05);
    }

    private static MadeUp off(double error) {
        return new MadeUp().of(1_500, 10_000).ratio(1.5, error);
    }

    private static MadeUp auroc(double value, double error) {
        return new MadeUp().auroc(value, error);
    }

    private static GroupFigures still(String attribute, String value) {
        return auroc(0.80, 0.001).group(attribute, value);
    }

    private static Evaluation whole(GroupFigures... groups) {
        return new MadeUp().whole(groups);
    }

    private static List<String> of(Evaluation since) {
        return of(null, since);
    }

    private static List<String> of(@Nullable Evaluation reference, Evaluation since) {
        return GroupFacts.of(reference, since).map(Fact::sentence).toList();
    }
}
