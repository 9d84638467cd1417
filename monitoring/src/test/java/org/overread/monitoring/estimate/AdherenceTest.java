package org.overread.monitoring.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.estimate.store.EstimateStores;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.FeedbackServices;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.Indicator;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.feedback.ShownCards;
import org.overread.monitoring.feedback.store.FeedbackStores;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.Window;
import org.overread.monitoring.performance.store.PerformanceStores;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.prediction.IntakeBody;
import org.overread.monitoring.prediction.IntakeProgress;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.StoreTest;

class AdherenceTest extends StoreTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final EstimateQuestion AT_HALF = new EstimateQuestion(null, null, 0.5, null, null, null);
    private static final Instant SHOWN = Instant.parse("2025-03-01T10:00:00Z");
    private static final int SIZE = 1_200;

    private final IntakeBench bench = new IntakeBench(database().application());
    private final ShownCards cards = FeedbackStores.cards(entities());
    private final FeedbackLog log = FeedbackStores.log(entities());
    private final Adherence adherence = new Adherence();
    private final List<Card> accepted = new ArrayList<>();
    private long said;

    AdherenceTest() {
        super("monitoring");
        adherence.catalog = bench.catalog;
        adherence.cohorts = PerformanceStores.cohorts(bench.transactions.dataSource());
        adherence.cards = cards;
        adherence.feedback = new FeedbackServices(
                        entities(), bench.catalog, new RecordingAuditTrail(), () -> SHOWN.plusSeconds(86_400))
                .feedback;
        adherence.outputs = EstimateStores.outputs(bench.transactions.dataSource());
    }

    @Test
    @DisplayName(
            "C6: what clinicians accepted is joined to its outcome, and the adjusted figure is nearer the truth than the"
                    + " naive one")
    void adjustsForWhatClinicansAccepted() {
        var truth = treated();

        var compared = adherence.of(OWNER, SEPSIS_2, AT_HALF);

        assertThat(compared.reason()).isNull();
        assertThat(compared.cases()).isEqualTo(SIZE);
        assertThat(compared.acted()).isEqualTo(truth.acted);
        var auroc = line(compared, Metric.AUROC);
        var ppv = line(compared, Metric.PPV);
        assertThat(distance(ppv.adjusted().value(), truth.ppv))
                .isLessThan(distance(ppv.naive().value(), truth.ppv));
        assertThat(Objects.requireNonNull(auroc.adjusted().value()))
                .isGreaterThan(Objects.requireNonNull(auroc.naive().value()));
        assertThat(compared.sentence())
                .matches(
                        "Clinicians acted on \\d+ of 1,200 outputs with a known outcome\\. Had nobody acted, AUROC would be"
                                + " about 0\\.\\d\\d; as the outcomes came, it is 0\\.\\d\\d\\.")
                .endsWith(String.format(
                        java.util.Locale.ROOT,
                        "would be about %.2f; as the outcomes came, it is %.2f.",
                        auroc.adjusted().value(),
                        auroc.naive().value()));
    }

    @Test
    @DisplayName("C6: an override counts as not acted on, also where an acceptance came before it")
    void takesTheLastDecision() {
        treated();
        var before =
                Objects.requireNonNull(adherence.of(OWNER, SEPSIS_2, AT_HALF).acted());
        var card = accepted.getFirst();

        say(card, FeedbackKind.OVERRIDDEN, SHOWN.plusSeconds(7_200));

        assertThat(adherence.of(OWNER, SEPSIS_2, AT_HALF).acted()).isEqualTo(before - 1);
    }

    @Test
    @DisplayName("C6: too little is said to be too little, never adjusted and never zero")
    void saysWhatIsLacking() {
        assertThat(reason()).isEqualTo("no output was shown to a clinician yet");

        send(1_000, i -> 0.1 + i % 9 / 10.0, i -> i % 2);
        var cardOfFirst = shown("p0");
        assertThat(reason()).isEqualTo("nobody accepted an output whose outcome is known yet");

        say(cardOfFirst, FeedbackKind.ACCEPTED, SHOWN);
        assertThat(reason()).startsWith("hidden: fewer than 11 patients");
        assertThat(adherence.of(OWNER, SEPSIS_2, AT_HALF).sentence()).endsWith("cannot be said: " + reason() + ".");
    }

    @Test
    @DisplayName("C6: days before the first output was shown are left out, and a later beginning is kept to")
    void beginsWhenOutputsWereShown() {
        treated();
        bench.send(BodyFormat.CSV, """
            prediction_id,occurred_at,patient_ref,site,score,outcome
            early,2025-02-01T10:00:00Z,early,north,0.9,1
            before,2025-02-28T23:59:59Z,before,north,0.9,1
            that-day,2025-03-01T00:00:00Z,day,north,0.9,1
            late,2025-03-02T10:00:00Z,late,north,0.9,1
            """);

        assertThat(adherence.of(OWNER, SEPSIS_2, AT_HALF).cases()).isEqualTo(SIZE + 2);
        var later = new EstimateQuestion(Instant.parse("2025-03-02T00:00:00Z"), null, 0.5, null, null, null);
        assertThat(adherence.of(OWNER, SEPSIS_2, later).reason()).contains("nobody accepted");
    }

    @Test
    @DisplayName("C6: only the time and the site that are asked for, and anew when more was sent")
    void keepsToTheTimeAndTheSite() {
        treated();
        assertThat(adherence.of(OWNER, SEPSIS_2, AT_HALF).cases()).isEqualTo(SIZE);

        bench.send(BodyFormat.CSV, """
            prediction_id,occurred_at,patient_ref,site,score,outcome
            south,2025-03-01T11:00:00Z,south,south,0.9,1
            later,2025-03-02T00:00:00Z,later,north,0.9,1
            """);

        assertThat(adherence.of(OWNER, SEPSIS_2, AT_HALF).cases()).isEqualTo(SIZE + 2);
        assertThat(adherence
                        .of(OWNER, SEPSIS_2, new EstimateQuestion(null, null, 0.5, "north", null, null))
                        .cases())
                .isEqualTo(SIZE + 1);
        var second = Instant.parse("2025-03-02T00:00:00Z");
        assertThat(adherence
                        .of(OWNER, SEPSIS_2, new EstimateQuestion(null, second, 0.5, "north", null, null))
                        .cases())
                .isEqualTo(SIZE);
    }

    @Test
    @DisplayName("C6: as many cases as are worked out at once are read, and none of more")
    void readsNoMoreThanItMay() {
        send(20, i -> 0.5, i -> 0);
        say(shown("p3"), FeedbackKind.ACCEPTED, SHOWN);
        var outputs = adherence.outputs;

        assertThat(outputs.of(SEPSIS_2, Window.ALL, 20)).isNotNull().satisfies(cases -> {
            assertThat(cases.scores()).hasSize(20);
            assertThat(cases.acted()).containsOnlyOnce(true);
        });
        assertThat(outputs.of(SEPSIS_2, Window.ALL, 19)).isNull();
    }

    @Test
    @DisplayName("C6: of other versions nothing is read, and each case without a patient counts as one")
    void readsTheVersionAndItsPatients() {
        var first = new ModelVersionId("sepsis", 1);
        var header = "prediction_id,occurred_at,patient_ref,site,score,outcome\n";
        bench.send(
                BodyFormat.CSV,
                header + "a,2025-03-01T10:00:00Z,x,north,0.5,1\nb,2025-03-01T10:00:00Z,x,north,0.5,0\n"
                        + "c,2025-03-01T10:00:00Z,,north,0.5,0\nd,2025-03-01T10:00:00Z,,north,0.5,0\n");
        bench.predictions.accept(
                IntakeBench.MACHINE,
                first,
                new IntakeBody(
                        new ByteArrayInputStream(
                                (header + "e,2025-03-01T10:00:00Z,y,north,0.5,1\n").getBytes(StandardCharsets.UTF_8)),
                        BodyFormat.CSV),
                IntakeProgress.SILENT);

        assertThat(adherence.outputs.of(SEPSIS_2, Window.ALL, 100)).isNotNull().satisfies(cases -> {
            assertThat(cases.scores()).hasSize(4);
            assertThat(LongStream.of(cases.patients()).distinct()).hasSize(3);
        });
        assertThat(adherence.outputs.of(first, Window.ALL, 100))
                .isNotNull()
                .satisfies(cases -> assertThat(cases.scores()).hasSize(1));
    }

    @Test
    @DisplayName("G1: only to those who may read performance and feedback, and within their site")
    void keepsToTheLimitsOfTheRole() {
        var north = Actors.within(new Scope(null, null, "north"), "nina", Role.MODEL_OWNER);
        var atNorth = new EstimateQuestion(null, null, 0.5, "north", null, null);

        assertThat(adherence.of(north, SEPSIS_2, atNorth).reason()).isNotBlank();
        assertThatThrownBy(() -> adherence.of(north, SEPSIS_2, AT_HALF)).hasMessage("nina may not do this here");
        assertThatThrownBy(() -> adherence.of(Actors.person("clara", Role.CLINICIAN), SEPSIS_2, AT_HALF))
                .hasMessage("clara may not do this here");
    }

    private @Nullable String reason() {
        return adherence.of(OWNER, SEPSIS_2, AT_HALF).reason();
    }

    private record Truth(double ppv, long acted) {}

    /** The score is the risk; of flagged outputs 60 % are accepted, which averts every other event. */
    private Truth treated() {
        var chance = new SplittableRandom(4);
        var scores = new double[SIZE];
        var untreated = new boolean[SIZE];
        var acted = new boolean[SIZE];
        var came = new boolean[SIZE];
        for (var i = 0; i < SIZE; i++) {
            scores[i] = chance.nextInt(1_000) / 1_000.0;
            untreated[i] = chance.nextDouble() < scores[i];
            acted[i] = scores[i] >= 0.5 && chance.nextDouble() < 0.6;
            came[i] = untreated[i] && !(acted[i] && chance.nextBoolean());
        }
        send(SIZE, i -> scores[i], i -> came[i] ? 1 : 0);
        var flagged = 0;
        var right = 0;
        var accepted = 0L;
        var shown = new ArrayList<Card>();
        var given = new ArrayList<GivenFeedback>();
        for (var i = 0; i < SIZE; i++) {
            if (scores[i] >= 0.5) {
                flagged++;
                right += untreated[i] ? 1 : 0;
                accepted += acted[i] ? 1 : 0;
                shown.add(card("p" + i));
                if (acted[i]) {
                    this.accepted.add(shown.getLast());
                }
                given.add(given(
                        shown.getLast(),
                        acted[i] ? FeedbackKind.ACCEPTED : FeedbackKind.OVERRIDDEN,
                        SHOWN.plusSeconds(60)));
            }
        }
        inTransaction(() -> {
            shown.forEach(card -> cards.add(card, "ehr", SHOWN));
            given.forEach(log::add);
        });
        return new Truth((double) right / flagged, accepted);
    }

    private interface Column<T> {
        T of(int row);
    }

    private void send(int rows, Column<Double> score, Column<Integer> outcome) {
        var body = new StringBuilder("prediction_id,occurred_at,patient_ref,site,score,outcome\n");
        for (var i = 0; i < rows; i++) {
            body.append("p%d,2025-03-01T10:00:00Z,x%d,north,%s,%d%n".formatted(i, i, score.of(i), outcome.of(i)));
        }
        bench.send(BodyFormat.CSV, body.toString());
    }

    private Card shown(String prediction) {
        var card = card(prediction);
        inTransaction(() -> cards.add(card, "ehr", SHOWN));
        return card;
    }

    private static Card card(String prediction) {
        return new Card(
                UUID.nameUUIDFromBytes(prediction.getBytes(StandardCharsets.UTF_8)),
                SEPSIS_2,
                prediction,
                "north",
                "emergency",
                null,
                SHOWN,
                Indicator.WARNING);
    }

    private void say(Card card, FeedbackKind kind, Instant at) {
        inTransaction(() -> log.add(given(card, kind, at)));
    }

    private GivenFeedback given(Card card, FeedbackKind kind, Instant at) {
        return new GivenFeedback(
                new UUID(1, ++said),
                card.id(),
                null,
                "ehr",
                "MACHINE",
                kind,
                kind == FeedbackKind.OVERRIDDEN ? OverrideReason.OTHER : null,
                null,
                null,
                false,
                at,
                at);
    }

    private static ActedOn.Line line(ActedOn compared, Metric metric) {
        return compared.lines().stream()
                .filter(line -> line.metric() == metric)
                .findFirst()
                .orElseThrow();
    }

    private static double distance(@Nullable Double value, double truth) {
        return Math.abs(Objects.requireNonNull(value) - truth);
    }
}
