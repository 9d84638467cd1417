package org.overread.monitoring.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IntegrityCheckTest {
    private static final DeclaredFeature INSULIN = new DeclaredFeature.Categorical("insulin", Set.of("Up", "No"));
    private static final DeclaredFeature GLUCOSE = new DeclaredFeature.Measured("glucose", 20.0, 600.0);
    private static final DeclaredFeature WEIGHT = new DeclaredFeature.Measured("weight", null, null);

    @Test
    @DisplayName(
            "C9: unknown categories, values out of range and values that are no number are counted, with the first line")
    void countsWhatIsNotAsDeclared() {
        var check = new IntegrityCheck(List.of(INSULIN, GLUCOSE));
        check.see(2, Map.of("insulin", "Up", "glucose", "20"));
        check.see(3, Map.of("insulin", "up", "glucose", "601"));
        check.see(4, Map.of("insulin", "Steady", "glucose", "19.9"));
        check.see(5, Map.of("glucose", "high"));
        check.see(6, Map.of("insulin", "No", "glucose", "NaN", "undeclared", "x"));

        var found = check.result(Map.of());

        assertThat(found.lines()).isEqualTo(5);
        assertThat(found.findings())
                .containsExactly(
                        new IntegrityFinding("insulin", IntegrityKind.UNKNOWN_CATEGORY, 2, 3L, null, null),
                        new IntegrityFinding("glucose", IntegrityKind.OUT_OF_RANGE, 2, 3L, null, null),
                        new IntegrityFinding("glucose", IntegrityKind.NOT_A_NUMBER, 2, 5L, null, null));
    }

    @Test
    @DisplayName("C9: a change of unit is seen by the batch's own values, not a sicker week or a small batch")
    void seesAChangeOfUnit() {
        var before = weights(1, 400, 1).result(Map.of());
        var usual = before.usual();

        var pounds = weights(2, 400, 2.2046).result(usual);
        var heavier = weights(3, 400, 1.1).result(usual);
        var few = weights(4, 49, 2.2046).result(usual);

        assertThat(pounds.findings()).singleElement().satisfies(finding -> {
            assertThat(finding)
                    .returns(IntegrityKind.SCALE_JUMP, IntegrityFinding::kind)
                    .returns(400L, IntegrityFinding::lines);
            assertThat(finding.medianBefore()).isBetween(73.0, 77.0);
            assertThat(finding.medianNow()).isBetween(161.0, 170.0);
        });
        assertThat(pounds.usual()).isEmpty();
        assertThat(heavier.findings()).isEmpty();
        assertThat(few.findings()).isEmpty();
    }

    @Test
    @DisplayName("C9: batches of an unchanged feed raise no jump of scale in 5,000 tries")
    void isQuietOnAnUnchangedFeed() {
        var usual = weights(5, 1_000, 1).result(Map.of()).usual();
        var random = new Random(6);

        for (int i = 0; i < 5_000; i++) {
            assertThat(weights(random.nextLong(), 50, 1).result(usual).findings())
                    .isEmpty();
        }
    }

    @Test
    void oneOddBatchDoesNotMoveWhatIsUsual() {
        var usual = Scale.usual(List.of(new Scale(1, 2, 3), new Scale(100, 200, 300), new Scale(1.1, 2.1, 3.1)));

        assertThat(usual).contains(new Scale(1.1, 2.1, 3.1));
        assertThat(Scale.usual(List.of())).isEmpty();
    }

    @Test
    void tellsWhenADeclaredFeatureNeverComesUnlessTheBatchIsSmall() {
        var check = new IntegrityCheck(List.of(INSULIN, WEIGHT));
        for (int i = 0; i < 49; i++) {
            check.see(i, Map.of("insulin", "No"));
        }

        assertThat(check.result(Map.of()).findings()).isEmpty();
        check.see(50, Map.of("insulin", "No"));
        assertThat(check.result(Map.of()).findings())
                .containsExactly(new IntegrityFinding("weight", IntegrityKind.ABSENT, 50, null, null, null));
    }

    @Test
    void keepsQuantilesInBoundedMemoryWithinAFewPercent() {
        var values = new SampledValues();
        DoubleStream.iterate(0, i -> i + 1).limit(1_000_000).forEach(values::add);

        var scale = values.scale().orElseThrow();

        assertThat(values.seen()).isEqualTo(1_000_000);
        assertThat(scale.low()).isBetween(49_000.0, 51_000.0);
        assertThat(scale.median()).isBetween(499_000.0, 501_000.0);
        assertThat(scale.high()).isBetween(949_000.0, 951_000.0);
    }

    private static IntegrityCheck weights(long seed, int lines, double unit) {
        var random = new Random(seed);
        var check = new IntegrityCheck(List.of(WEIGHT));
        for (int i = 0; i < lines; i++) {
            check.see(i, Map.of("weight", String.valueOf((75 + 15 * random.nextGaussian()) * unit)));
        }
        return check;
    }
}
