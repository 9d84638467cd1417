package org.overread.monitoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.feedback.FeedbackFixtures.SEPSIS_2;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.monitoring.feedback.store.FeedbackStores;
import org.overread.registry.testing.StoreTest;

class FeedbackCountsTest extends StoreTest {
    private static final Instant FIRST = Instant.parse("2026-01-05T09:41:07.123457Z");
    private static final Duration SPAN = Duration.ofDays(40);
    private static final List<FeedbackKind> KINDS =
            List.of(FeedbackKind.ACCEPTED, FeedbackKind.ACCEPTED, FeedbackKind.OVERRIDDEN, FeedbackKind.SAFETY_CONCERN);

    private final ShownCards cards = FeedbackStores.cards(entities());
    private final FeedbackLog log = FeedbackStores.log(entities());
    private final FeedbackCounts counts = FeedbackStores.counts(entities());
    private final Citations citations = FeedbackStores.citations(entities());

    private final List<Card> shown = new ArrayList<>();
    private final List<GivenFeedback> given = new ArrayList<>();
    private final Set<UUID> withdrawn = new HashSet<>();

    FeedbackCountsTest() {
        super("monitoring");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    @DisplayName(
            "B3: whatever is shown, said late, said again or taken back, counts that are kept equal those of every card")
    void equalsWhatIsCountedOneByOne(long seed) {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int step = 0; step < 12; step++) {
            inTransaction(() -> happens(chance));
            if (chance.nextInt(3) > 0) {
                int most = 1 + chance.nextInt(30);
                inTransaction(() -> counts.countAnew(most));
            }
            assertSame(chance, null);
            assertSame(chance, "north");
        }
        assertThat(inTransaction(() -> counts.countAnew(1_000))).isGreaterThanOrEqualTo(0);
        assertThat(inTransaction(() -> counts.countAnew(1_000))).isZero();
        assertSame(chance, null);
        assertSame(chance, "south");
    }

    @Test
    @DisplayName("B3: feedback that overlaps the registration of its card is counted, whoever commits first")
    void losesNothingToWhatHappensAtTheSameTime() {
        var card = card(0, FIRST, "north");
        var said = feedback(0, card, FeedbackKind.ACCEPTED, FIRST);
        var other = another();
        var otherLog = FeedbackStores.log(other);
        other.getTransaction().begin();
        otherLog.add(said); // does not see the card
        other.flush();
        inTransaction(() -> cards.add(card, "ehr", FIRST));
        inTransaction(() -> counts.countAnew(100)); // takes the card's mark, does not see the feedback
        other.getTransaction().commit();

        shown.add(card);
        given.add(said);
        assertSame(FIRST.plus(Duration.ofDays(9)), null, null);
        inTransaction(() -> counts.countAnew(100));
        assertSame(FIRST.plus(Duration.ofDays(9)), null, null);
    }

    @Test
    @DisplayName("B9: evidence rests for good on what was counted, though more is said or it is taken back later")
    void keepsWhatEvidenceRestsOn() {
        var chance = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        inTransaction(() -> happens(chance));
        inTransaction(() -> counts.countAnew(20));
        var then = FIRST.plus(Duration.ofDays(50));
        var before = standing(null).stream().map(GivenFeedback::id).toList();
        var counted = inTransaction(() -> cite(then));
        assertThat(counted.pieces()).isEqualTo(before.size());

        inTransaction(() -> happens(chance));
        inTransaction(() -> counts.countAnew(100));
        var later = inTransaction(() -> cite(then));

        var all = given.stream().map(GivenFeedback::id).toList();
        var cited = inTransaction(() -> citations.cited(List.of(counted.digest(), later.digest()), all));
        assertThat(cited.get(counted.digest())).containsExactlyInAnyOrderElementsOf(before);
        assertThat(cited.get(later.digest()))
                .containsExactlyInAnyOrderElementsOf(
                        standing(null).stream().map(GivenFeedback::id).toList());
        assertThat(later.digest()).isNotEqualTo(counted.digest());
    }

    @Test
    @DisplayName("B9: what evidence from before rests on is still known, though it was kept as one list")
    void knowsOlderEvidence() {
        var card = card(0, FIRST, null);
        var said = feedback(0, card, FeedbackKind.ACCEPTED, FIRST);
        inTransaction(() -> {
            cards.add(card, "ehr", FIRST);
            log.add(said);
        });
        var digest = org.overread.registry.Digest.of("older");
        asApplication("INSERT INTO monitoring.citation (digest, model, version, cited_at, feedback) VALUES ('" + digest
                + "', 'sepsis', 2, now(), ARRAY['" + said.id() + "']::uuid[])");

        assertThat(citations.cited(List.of(digest), List.of(said.id(), new UUID(9, 9))))
                .isEqualTo(Map.of(digest, Set.of(said.id())));
    }

    private CountedFeedback cite(Instant at) {
        var counted = new CountedFeedback(counts.keptForGood(
                new FeedbackCounts.Question(SEPSIS_2, null, null, at.minus(Feedback.ANSWER_WITHIN))));
        citations.cite(SEPSIS_2, counted, at);
        return counted;
    }

    private void happens(RandomGenerator chance) {
        int more = chance.nextInt(60);
        for (int i = 0; i < more; i++) {
            var micros = chance.nextLong(ChronoUnit.MICROS.between(FIRST, FIRST.plus(SPAN)));
            // some are shown together, some at the very edge of a week, some before all others
            var at = switch (chance.nextInt(8)) {
                case 0 -> FIRST.plus(Duration.ofDays(7L * chance.nextInt(5)));
                case 1 ->
                    FIRST.plus(Duration.ofDays(7L * (1 + chance.nextInt(5)))).minusNanos(1_000);
                case 2 ->
                    shown.isEmpty() || chance.nextInt(5) > 0 ? FIRST : FIRST.minusSeconds(chance.nextInt(100_000));
                default -> FIRST.plus(micros, ChronoUnit.MICROS);
            };
            var site = new String[] {"north", "north", "south", null}[chance.nextInt(4)];
            shown.add(card(shown.size(), at, site));
            cards.add(shown.getLast(), "ehr", at);
        }
        int said = chance.nextInt(90);
        for (int i = 0; i < said; i++) {
            // some is said before its card is known
            var card = chance.nextInt(12) == 0
                    ? card(shown.size() + chance.nextInt(3), FIRST, "north")
                    : shown.isEmpty() ? card(0, FIRST, "north") : shown.get(chance.nextInt(shown.size()));
            var at = card.shownAt()
                    .plus(chance.nextInt(5) == 0 ? Duration.ofHours(72) : Duration.ofHours(chance.nextInt(200)));
            given.add(feedback(given.size(), card, KINDS.get(chance.nextInt(KINDS.size())), at));
            log.add(given.getLast());
        }
        entities().flush();
        for (int i = chance.nextInt(8); i > 0 && !given.isEmpty(); i--) {
            var back = given.get(chance.nextInt(given.size())).id();
            if (withdrawn.add(back)) {
                log.withdraw(back, "ana", FIRST);
            }
        }
    }

    private void assertSame(RandomGenerator chance, @Nullable String site) {
        var asOf = FIRST.plus(chance.nextInt(60 * 24), ChronoUnit.HOURS);
        assertSame(asOf, site, null);
        assertSame(asOf, site, FIRST.plus(chance.nextInt(40 * 24), ChronoUnit.HOURS));
        if (!shown.isEmpty()) {
            // a card whose time ends at this very moment
            assertSame(shown.getFirst().shownAt().plus(Feedback.ANSWER_WITHIN), site, null);
        }
    }

    private void assertSame(Instant asOf, @Nullable String site, @Nullable Instant from) {
        var mine = shown(site).stream()
                .filter(card -> from == null || !card.shownAt().isBefore(from))
                .toList();
        var counted = new CountedFeedback(inTransaction(() ->
                counts.days(new FeedbackCounts.Question(SEPSIS_2, site, from, asOf.minus(Feedback.ANSWER_WITHIN)))));
        assertThat(counted.tally()).isEqualTo(OneByOne.tally(mine, standing(site), Feedback.ANSWER_WITHIN, asOf));
        var known = new HashSet<>(mine.stream().map(Card::id).toList());
        assertThat(counted.pieces())
                .isEqualTo(standing(site).stream()
                        .filter(one -> known.contains(one.card()))
                        .count());
        assertThat(counted.days()).extracting(FeedbackDay::day).containsAll(days(mine));
        if (from == null) {
            assertThat(inTransaction(() -> counts.weeks(SEPSIS_2, site)))
                    .isEqualTo(OneByOne.weeks(shown(site), standing(site)));
        }
    }

    private static Set<LocalDate> days(List<Card> cards) {
        return new HashSet<>(cards.stream()
                .map(card -> LocalDate.ofInstant(card.shownAt(), ZoneOffset.UTC))
                .toList());
    }

    private List<Card> shown(@Nullable String site) {
        return shown.stream()
                .filter(card -> site == null || Objects.equals(site, card.site()))
                .toList();
    }

    /** What stands on known cards of the site. */
    private List<GivenFeedback> standing(@Nullable String site) {
        var known = new HashSet<>(shown(site).stream().map(Card::id).toList());
        return given.stream()
                .filter(one -> known.contains(one.card()) && !withdrawn.contains(one.id()))
                .toList();
    }

    private static Card card(int number, Instant at, @Nullable String site) {
        return new Card(new UUID(2, number), SEPSIS_2, "p" + number, site, null, null, at, Indicator.INFO);
    }

    private static GivenFeedback feedback(int number, Card card, FeedbackKind kind, Instant at) {
        var reason = kind == FeedbackKind.OVERRIDDEN
                ? OverrideReason.values()[number % OverrideReason.values().length]
                : null;
        return new GivenFeedback(
                new UUID(number % 3 - 1L, number),
                card.id(),
                null,
                "ehr",
                "MACHINE",
                kind,
                reason,
                null,
                null,
                false,
                at,
                at);
    }
}
