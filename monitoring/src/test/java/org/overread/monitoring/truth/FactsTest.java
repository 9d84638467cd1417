package org.overread.monitoring.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.plan.SiteDays;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;
import org.overread.monitoring.truth.SimulatedWard.Fault;

class FactsTest {
    private static final int MANY = 12_000;
    private static final String[] BY = {"sex", "race"};

    @Test
    @DisplayName("C2: risks that promise the right number of events, but lie too far apart or too near, are off")
    void tellsRisksThatAreTooExtreme() {
        assertThat(sentences(performance(12, (patient, random) -> spread(patient.risk(), 2, 0.588))))
                .singleElement()
                .asString()
                .startsWith("Its risks are too extreme: high ones come true too seldom, low ones too often (calibration"
                        + " slope 0.5");
        assertThat(sentences(performance(12, (patient, random) -> spread(patient.risk(), 0.5, -0.404))))
                .singleElement()
                .asString()
                .startsWith("Its risks are too much alike: ")
                .contains("(calibration slope 2.0");
        assertThat(sentences(performance(12, Fault.NONE)))
                .singleElement()
                .asString()
                .startsWith("Discrimination and calibration hold");
    }

    @Test
    @DisplayName("C2: scores that rank the wrong way round are told from scores that rank nothing")
    void tellsTheWrongWayRound() {
        assertThat(sentences(performance(9, (patient, random) -> 1 - patient.risk())))
                .first()
                .asString()
                .startsWith("It ranks patients the wrong way round: AUROC 0.");
        assertThat(sentences(performance(9, (patient, random) -> 1 - patient.risk())))
                .last()
                .asString()
                .contains("(calibration slope −")
                .contains(" to −");
        assertThat(sentences(performance(9, (patient, random) -> SimulatedWard.risk(random))))
                .first()
                .asString()
                .startsWith("It is not shown to rank patients better than chance would");
    }

    @Test
    @DisplayName("C2: a fault of the latest three months is not lost in the year before")
    void seesWhatIsNew() {
        var well = new SimulatedWard(1, Fault.NONE);
        var worse = new SimulatedWard(
                2, (patient, random) -> random.nextInt(4) == 0 ? SimulatedWard.risk(random) : patient.risk());
        var doubled = new SimulatedWard(3, (patient, random) -> patient.risk() / 2);
        var whole = well.evaluation(MANY);

        assertThat(sentences(PerformanceFacts.of(whole, new Windows(whole, whole, worse.evaluation(MANY / 3)))))
                .first()
                .asString()
                .matches("It ranks patients worse than it did: AUROC .* since the reference window, .* in the latest 90"
                        + " days, .* in it\\.");
        assertThat(sentences(PerformanceFacts.of(whole, new Windows(whole, whole, doubled.evaluation(MANY / 3)))))
                .first()
                .asString()
                .contains(" since, 2.")
                .contains("in the latest 90 days");
    }

    @Test
    @DisplayName("C4: the latest months say nothing of themselves while outcomes are missing: events are known first")
    void waitsForOutcomes() {
        var whole = new SimulatedWard(1, Fault.NONE).evaluation(MANY);
        var halved = new SimulatedWard(3, (patient, random) -> patient.risk() / 2).evaluation(MANY, 0.9);

        assertThat(sentences(PerformanceFacts.of(whole, new Windows(whole, whole, halved))))
                .singleElement()
                .asString()
                .startsWith("Discrimination and calibration hold");
    }

    @Test
    @DisplayName("C3: a group whose risks do not come true as the others' do is told with their figure")
    void tellsAGroupThatIsUnderestimated() {
        var since = new SimulatedWard(
                4, (patient, random) -> patient.race().equals("Black") ? patient.risk() / 1.6 : patient.risk());

        assertThat(GroupFacts.of(null, since.evaluation(MANY, BY)))
                .singleElement()
                .satisfies(fact -> {
                    assertThat(fact.weight()).isEqualTo(Weight.CONCERN);
                    assertThat(fact.kind()).isEqualTo(Kind.GROUP);
                    assertThat(fact.sentence())
                            .startsWith("In race Black, of 100 events that the scores promise, 1")
                            .contains("(observed/expected 1.")
                            .contains("among the others");
                });
    }

    @Test
    @DisplayName("C3: a group that is ranked worse than it was, and the others not, is told; its mirror image is not")
    void tellsAGroupThatIsRankedWorse() {
        var before = new SimulatedWard(5, Fault.NONE).evaluation(MANY, BY);
        var since = new SimulatedWard(
                        6,
                        (patient, random) ->
                                patient.sex().equals("Female") ? SimulatedWard.risk(random) : patient.risk())
                .evaluation(MANY, BY);

        assertThat(sentences(GroupFacts.of(before, since)))
                .singleElement()
                .asString()
                .startsWith("In sex Female it ranks patients worse than it did, and other groups not so: AUROC 0.")
                .contains("since the reference window, 0.");
    }

    @Test
    @DisplayName(
            "C8: what is wrong for all is not told of groups, and of 200 wards where nothing is wrong, at most 4 alarm")
    void blamesNoGroupWithoutCause() {
        var halved = new SimulatedWard(7, (patient, random) -> patient.risk() / 2);
        var whole = new SimulatedWard(8, Fault.NONE).evaluation(MANY, BY);
        assertThat(GroupFacts.of(whole, halved.evaluation(MANY, BY))).isEmpty();

        long alarms = LongStream.range(0, 200)
                .filter(seed -> {
                    var ward = new SimulatedWard(1_000 + seed, Fault.NONE);
                    return GroupFacts.of(ward.evaluation(2_000, BY), ward.evaluation(4_000, BY))
                            .findAny()
                            .isPresent();
                })
                .count();
        assertThat(alarms).isLessThanOrEqualTo(4);
    }

    @Test
    @DisplayName(
            "C3: where only those in two groups at once are served worse, they are told, and neither group is blamed")
    void tellsThoseInTwoGroups() {
        var before = new SimulatedWard(11, Fault.NONE).pairs(MANY);
        var ranked = new SimulatedWard(
                12, (patient, random) -> blackWoman(patient) ? SimulatedWard.risk(random) : patient.risk());
        var promised =
                new SimulatedWard(13, (patient, random) -> blackWoman(patient) ? patient.risk() / 2 : patient.risk());

        assertThat(sentences(GroupFacts.of(before, ranked.pairs(MANY))))
                .singleElement()
                .asString()
                .startsWith(
                        "In race Black with sex Female it ranks patients worse than it did, and other groups not so:");
        assertThat(sentences(GroupFacts.of(before, promised.pairs(MANY))))
                .singleElement()
                .asString()
                .startsWith("In race Black with sex Female, of 100 events that the scores promise, ")
                .contains("while it is 1.0");
    }

    @Test
    @DisplayName(
            "C3: where all of a group are served worse, it is told, and none of those it shares with another besides")
    void namesNoPartOfAGroupThatIsWorse() {
        var before = new SimulatedWard(14, Fault.NONE).pairs(MANY);
        var ranked = new SimulatedWard(
                15, (patient, random) -> patient.sex().equals("Female") ? SimulatedWard.risk(random) : patient.risk());
        var promised = new SimulatedWard(
                16, (patient, random) -> patient.race().equals("Black") ? patient.risk() / 1.6 : patient.risk());

        assertThat(sentences(GroupFacts.of(before, ranked.pairs(MANY))))
                .singleElement()
                .asString()
                .startsWith("In sex Female it ranks patients worse than it did");
        assertThat(sentences(GroupFacts.of(before, promised.pairs(MANY))))
                .singleElement()
                .asString()
                .startsWith("In race Black, of 100 events that the scores promise");
    }

    @Test
    @DisplayName(
            "C8: of 200 wards whose groups are looked at in pairs as well, and where nothing is wrong, at most 4 alarm")
    void blamesNoPairWithoutCause() {
        long alarms = LongStream.range(0, 200)
                .filter(seed -> {
                    var ward = new SimulatedWard(3_000 + seed, Fault.NONE);
                    return GroupFacts.of(ward.pairs(3_000), ward.pairs(6_000))
                            .findAny()
                            .isPresent();
                })
                .count();
        assertThat(alarms).isLessThanOrEqualTo(4);
    }

    private static boolean blackWoman(SimulatedWard.Case patient) {
        return patient.race().equals("Black") && patient.sex().equals("Female");
    }

    @Test
    @DisplayName("C9: a site that falls silent while others go on is told, until it has been gone for half a year")
    void tellsASilentSite() {
        var north = new SiteDays("north", day("2025-01-01"), day("2025-06-30"), 181);

        assertThat(sentences(FeedFacts.of(List.of(north, site("2025-03-31", 90)))))
                .containsExactly(
                        "Nothing has come from south since 31 March 2025, while others have gone on until 30 June"
                                + " 2025.");
        assertThat(FeedFacts.of(List.of(north, site("2025-06-17", 160)))).isEmpty();
        assertThat(FeedFacts.of(List.of(north, site("2025-05-30", 10))))
                .as("it sends every second week")
                .isEmpty();
        assertThat(FeedFacts.of(List.of(
                        new SiteDays("north", day("2025-01-01"), day("2026-06-30"), 540), site("2025-06-30", 180))))
                .isEmpty();
        assertThat(FeedFacts.of(List.of())).isEmpty();
    }

    @Test
    @DisplayName("C9: a site is silent after two whole weeks, and five of its usual gaps, and for half a year at most")
    void knowsHowLongASiteMayBeSilent() {
        assertThat(silent("2025-01-01", "2025-01-31", 31, "2025-02-14"))
                .as("the fourteenth day is not over")
                .isFalse();
        assertThat(silent("2025-01-01", "2025-01-31", 31, "2025-02-15")).isTrue();
        // eleven days in a hundred: ten days apart
        assertThat(silent("2025-01-01", "2025-04-11", 11, "2025-05-31")).isFalse();
        assertThat(silent("2025-01-01", "2025-04-11", 11, "2025-06-01")).isTrue();
        assertThat(silent("2025-01-01", "2025-01-31", 31, "2025-08-02")).isTrue();
        assertThat(silent("2025-01-01", "2025-01-31", 31, "2025-08-03")).isFalse();
    }

    @Test
    @DisplayName("C9: of a site that has sent on fewer than ten days nobody knows what is usual")
    void waitsToKnowWhatIsUsualOfASite() {
        assertThat(silent("2025-01-01", "2025-01-10", 10, "2025-03-31")).isTrue();
        assertThat(silent("2025-01-01", "2025-01-09", 9, "2025-03-31")).isFalse();
    }

    private static boolean silent(String first, String last, long days, String newest) {
        return FeedFacts.of(List.of(
                        new SiteDays("north", day("2025-01-01"), day(newest), 90),
                        new SiteDays("south", day(first), day(last), days)))
                .findAny()
                .isPresent();
    }

    private static SiteDays site(String last, long days) {
        return new SiteDays("south", day("2025-01-01"), day(last), days);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Stream<Fact> performance(long seed, Fault fault) {
        return PerformanceFacts.of(new SimulatedWard(seed, fault).evaluation(MANY), new Windows(null, null, null));
    }

    /** Stretches log odds; the shift keeps the number of events that are promised (scipy.optimize.brentq). */
    private static double spread(double risk, double factor, double shift) {
        return 1 / (1 + Math.exp(-factor * Math.log(risk / (1 - risk)) - shift));
    }

    private static List<String> sentences(Stream<Fact> facts) {
        return facts.map(Fact::sentence).toList();
    }
}
