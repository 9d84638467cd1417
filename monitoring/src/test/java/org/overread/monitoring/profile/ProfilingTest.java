package org.overread.monitoring.profile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.profile.store.ProfileStores;
import org.overread.monitoring.testing.TestTransactions;
import org.overread.registry.ModelVersionId;

class ProfilingTest {
    private static final String HEADER =
            "prediction_id,occurred_at,patient_ref,site,score,outcome,subgroup.sex,feature.age\n";
    private static final LocalDate FIRST = LocalDate.parse("2025-01-01");
    private static final double THRESHOLD = 0.15;
    private static final TimeSpan EVER = new TimeSpan(null, null);

    private final IntakeBench intake = new IntakeBench();
    private final ProfilingBench bench = new ProfilingBench(intake);

    @Test
    @DisplayName("C2: what days' profiles say is what their predictions say, whether they are up to date or behind")
    void profilesSayWhatThePredictionsSay() {
        days(3, 40);
        var raw = scores(null);
        assertThat(raw).hasSize(3);

        assertThat(bench.rebuild()).isEqualTo(3);

        assertThat(scores(null)).isEqualTo(raw);
        assertThat(changed()).isEmpty();
        assertThat(intake.rows("SELECT day, site, predictions, scored FROM monitoring.profile ORDER BY 1, 2"))
                .contains("2025-01-01|north|20|20", "2025-01-01|south|20|20", "2025-01-03|south|20|20")
                .hasSize(6);
        assertThat(day("north", FIRST).size()).isEqualTo(20);
        assertThat(scores(new TimeSpan(start(0), start(3)), null)).isEqualTo(ScoreProfile.merged(raw.values()));
    }

    @Test
    @DisplayName("C4: an outcome that comes 30 days late changes the profile of its prediction's day, and no other")
    void lateOutcomesFillTheirDay() {
        intake.send(BodyFormat.CSV, HEADER + """
                p1,2025-01-01T23:59:59.999999Z,a,north,0.2,,F,70
                p2,2025-01-02T00:00:00Z,b,north,0.3,,F,71
                """);
        bench.rebuild();

        intake.sendOutcomes("prediction_id,outcome,known_at\np2,1,2025-02-01T08:00:00Z\n");

        assertThat(changed()).containsExactly("2025-01-02");
        var behind = scores(null);
        bench.rebuild();
        assertThat(scores(null)).isEqualTo(behind);
        assertThat(outcomes(day(null, FIRST))).containsExactly(0, 0, 1);
        assertThat(outcomes(day(null, FIRST.plusDays(1)))).containsExactly(1, 0, 0);
    }

    @Test
    @DisplayName("C2: what was refused or known before makes no day be counted again")
    void nothingNewLeavesTheProfiles() {
        days(1, 10);
        bench.rebuild();

        days(1, 10);
        intake.sendOutcomes("prediction_id,outcome\nunknown,1\n0-0,%d\n".formatted(0));

        assertThat(changed()).isEmpty();
    }

    @Test
    @DisplayName("C4: sending a prediction again with its outcome changes its day")
    void sendingAgainWithTheOutcomeChangesTheDay() {
        intake.send(BodyFormat.CSV, HEADER + "p1,2025-01-01T10:00:00Z,a,north,0.2,,F,70\n");
        bench.rebuild();

        intake.send(BodyFormat.CSV, HEADER + "p1,2025-01-01T10:00:00Z,a,north,0.2,1,F,70\n");

        assertThat(outcomes(day(null, FIRST))).containsExactly(1, 0, 0);
        assertThat(changed()).containsExactly("2025-01-01");
    }

    @Test
    @DisplayName("C2: a batch that comes while a profile is made leaves its mark, and the day is made once more")
    void aBatchInBetweenIsNotLost() {
        days(1, 10);
        var sideBySide = new IntakeBench(intake.access);

        intake.transactions.run(() -> {
            var made = bench.profiles.rebuild(SEPSIS_2, new TreeSet<>(List.of(FIRST)), THRESHOLD);
            sideBySide.send(BodyFormat.CSV, HEADER + "late,2025-01-01T10:00:00Z,z,north,0.9,1,M,50\n");
            return made;
        });

        assertThat(changed()).containsExactly("2025-01-01");
        assertThat(day(null, FIRST).size()).isEqualTo(11);
        bench.rebuild();
        assertThat(day(null, FIRST).size()).isEqualTo(11);
        assertThat(changed()).isEmpty();
    }

    @Test
    @DisplayName("C2: when it breaks off, the profiles from before stay, and the day stays marked")
    void aCrashLeavesNoHalfCountedDay() {
        days(1, 10);
        bench.rebuild();
        intake.send(BodyFormat.CSV, HEADER + "more,2025-01-01T10:00:00Z,z,north,0.9,1,M,50\n");

        assertThatThrownBy(() -> intake.transactions.run(() -> {
                    bench.profiling.rebuild(10);
                    throw new IllegalStateException("the power fails");
                }))
                .hasMessage("the power fails");

        assertThat(intake.rows("SELECT sum(predictions) FROM monitoring.profile"))
                .containsExactly("10");
        assertThat(changed()).containsExactly("2025-01-01");
        assertThat(day(null, FIRST).size()).isEqualTo(11);
    }

    @Test
    void twoDoNotWorkOnOneVersionAtATime() {
        days(1, 10);
        var other = ProfileStores.profiles(TestTransactions.plain(intake.access));
        var days = new TreeSet<>(List.of(FIRST));

        var done = intake.transactions.run(() -> {
            bench.profiles.rebuild(SEPSIS_2, days, THRESHOLD);
            return other.rebuild(SEPSIS_2, days, THRESHOLD);
        });

        assertThat(done).isFalse();
    }

    @Test
    void makesNoMoreThanItIsAskedFor() {
        days(5, 4);

        assertThat(intake.transactions.<Integer>run(() -> bench.profiling.rebuild(2)))
                .isEqualTo(2);
        assertThat(changed()).containsExactly("2025-01-03", "2025-01-04", "2025-01-05");
        assertThat(bench.profiles.behind()).singleElement().returns(SEPSIS_2, Profiles.Behind::version);
    }

    @Test
    @DisplayName("C1: a day's features are told from its profile")
    void tellsFeatures() {
        days(2, 10);
        bench.rebuild();

        var features = bench.profiles
                .features(SEPSIS_2, List.of(TimeSpan.days(FIRST, FIRST.plusDays(1))), null)
                .getFirst();

        assertThat(features.profile().distributions().get("age"))
                .isEqualTo(NumericDistribution.of(50, 51, 52, 53, 54, 55, 56, 57, 58, 59));
    }

    @Test
    @DisplayName("C1: late outcomes leave what is known of features, and a later batch adds to it")
    void featuresAreAddedTo() {
        days(2, 10);
        bench.rebuild();
        var before = features();

        intake.sendOutcomes("prediction_id,outcome\n0-1,1\n");
        intake.send(BodyFormat.CSV, HEADER + "more,2025-01-01T10:00:00Z,z,north,0.9,1,M,99\n");
        bench.rebuild();

        assertThat(features().profile()).isNotEqualTo(before.profile()).isEqualTo(fromPredictions());
    }

    @Test
    @DisplayName(
            "C1: a batch counts once in the features of each of its days, also when these are made at different times")
    void aBatchOfTwoDaysCountsOnceInEach() {
        days(2, 10);
        intake.transactions.<Integer>run(() -> bench.profiling.rebuild(1));
        intake.send(BodyFormat.CSV, HEADER + """
                one,2025-01-01T10:00:00Z,z,north,0.9,1,M,90
                two,2025-01-02T10:00:00Z,z,north,0.9,1,M,91
                """);

        bench.rebuild();

        assertThat(features().profile()).isEqualTo(fromPredictions());
    }

    @Test
    @DisplayName("C1: a day marked without a batch has its features made from all predictions again")
    void makesFeaturesAnewWhenAsked() {
        days(1, 10);
        bench.rebuild();
        var right = features();
        intake.rows("UPDATE monitoring.profile SET features = '\\x010000' RETURNING 1");
        mark("2025-01-01", 0);

        bench.rebuild();

        assertThat(features()).isEqualTo(right);
        assertThat(right.profile().predictions()).isEqualTo(10);
    }

    @Test
    @DisplayName("C2: weeks are the sums of their days at each site, and are read in their place")
    void readsWeeks() {
        days(14, 12);
        bench.rebuild();
        var monday = LocalDate.parse("2025-01-06");
        var days = ScoreProfile.merged(scores("north", FIRST, 14).values());
        assertThat(intake.rows("SELECT week, site FROM monitoring.profile_week ORDER BY 1, 2 NULLS LAST"))
                .hasSize(9)
                .startsWith("2024-12-30|north", "2024-12-30|south", "2024-12-30|null");

        assertThat(scores(TimeSpan.days(FIRST, FIRST.plusDays(14)), "north")).isEqualTo(days);
        assertThat(scores(EVER, "north")).isEqualTo(days);
        assertThat(scores(EVER, null)).isEqualTo(days.and(scores(EVER, "south")));
        intake.rows("DELETE FROM monitoring.profile WHERE day >= '%s' RETURNING 1".formatted(monday));
        assertThat(scores(TimeSpan.days(monday, monday.plusDays(7)), "north").size())
                .isEqualTo(7 * 6);
    }

    @Test
    @DisplayName("C2: a week is made anew with any of its days, and is not read while one of them is behind")
    void weeksFollowTheirDays() {
        days(14, 12);
        bench.rebuild();
        var ever = scores(EVER, null);

        intake.send(BodyFormat.CSV, HEADER + "more,2025-01-08T10:00:00Z,z,north,0.9,1,M,99\n");

        assertThat(scores(EVER, null).size()).isEqualTo(ever.size() + 1);
        assertThat(features().profile().predictions()).isEqualTo(ever.size() + 1);
        bench.rebuild();
        assertThat(scores(EVER, null).size()).isEqualTo(ever.size() + 1);
        assertThat(features().profile()).isEqualTo(fromPredictions());
    }

    @Test
    @DisplayName("C9: of predictions that have something in common, the least number of patients is told")
    void tellsOfHowManyPatients() {
        intake.send(BodyFormat.CSV, HEADER + """
                p1,2025-01-01T10:00:00Z,a,north,0.2,,F,70
                p2,2025-01-01T11:00:00Z,a,north,0.2,,F,70
                p3,2025-01-01T12:00:00Z,b,north,0.2,,F,70
                p4,2025-01-01T13:00:00Z,,north,0.2,,F,70
                p5,2025-01-02T13:00:00Z,a,north,0.2,,F,70
                """);

        var behind = features();
        bench.rebuild();

        assertThat(behind.mostOfOnePatient()).isEqualTo(3);
        assertThat(features()).isEqualTo(behind);
        assertThat(behind.patientsAtLeast(5)).isEqualTo(2);
        assertThat(behind.patientsAtLeast(0)).isZero();
    }

    @Test
    void knowsNothingOfAVersionWithoutPredictions() {
        var unknown = new ModelVersionId("sepsis", 1);

        assertThat(bench.profiles.scores(unknown, List.of(EVER), null, THRESHOLD))
                .containsExactly(ScoreProfile.empty(THRESHOLD));
        assertThat(bench.profiles.scored(unknown, null, null, null)).isZero();
        assertThat(bench.rebuild()).isZero();
    }

    private WindowFeatures features() {
        return bench.profiles.features(SEPSIS_2, List.of(EVER), null).getFirst();
    }

    /** The same without any profile. */
    private FeatureProfile fromPredictions() {
        for (var day : intake.rows("SELECT DISTINCT day FROM monitoring.profile")) {
            mark(day, -1);
        }
        return features().profile();
    }

    private void mark(String day, int batch) {
        intake.rows("INSERT INTO monitoring.changed_day VALUES (1, '%s', %d) RETURNING 1".formatted(day, batch));
    }

    private Map<LocalDate, ScoreProfile> scores(@Nullable String site) {
        return scores(site, FIRST, 5);
    }

    private Map<LocalDate, ScoreProfile> scores(@Nullable String site, LocalDate first, int number) {
        var days = new TreeMap<LocalDate, ScoreProfile>();
        for (var day = first; day.isBefore(first.plusDays(number)); day = day.plusDays(1)) {
            var scores = scores(TimeSpan.days(day, day.plusDays(1)), site);
            if (scores.size() > 0) {
                days.put(day, scores);
            }
        }
        return days;
    }

    private ScoreProfile scores(TimeSpan time, @Nullable String site) {
        return bench.profiles.scores(SEPSIS_2, List.of(time), site, THRESHOLD).getFirst();
    }

    private ScoreProfile day(@Nullable String site, LocalDate day) {
        return requireNonNull(scores(site).get(day));
    }

    private List<String> changed() {
        return intake.rows("SELECT DISTINCT day FROM monitoring.changed_day ORDER BY day");
    }

    /** How many events, non-events and unknown outcomes a profile counts. */
    private static int[] outcomes(ScoreProfile profile) {
        var counts = new int[SliceScores.CLASSES];
        profile.slices().values().forEach(slice -> {
            for (var i = 0; i < slice.counts().length; i++) {
                counts[slice.places()[i] % SliceScores.CLASSES] += slice.counts()[i];
            }
        });
        return counts;
    }

    private static Instant start(int day) {
        return Instant.parse("2025-01-01T00:00:00Z").plusSeconds(86_400L * day);
    }

    private void days(int days, int each) {
        var body = new StringBuilder(HEADER);
        for (int day = 0; day < days; day++) {
            for (int i = 0; i < each; i++) {
                body.append("%d-%d,%s,%s,%s,0.%d,%d,%s,%d%n"
                        .formatted(
                                day,
                                i,
                                start(day).plusSeconds(i * 60L),
                                i % 7 == 0 ? "" : "p" + i,
                                i % 2 == 0 ? "north" : "south",
                                100 + i,
                                i % 3 == 0 ? 1 : 0,
                                i % 2 == 0 ? "F" : "M",
                                50 + i));
            }
        }
        intake.send(BodyFormat.CSV, body.toString());
    }
}
