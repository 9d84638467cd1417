package org.overread.monitoring.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.monitoring.feedback.FeedbackFixtures.NOON;
import static org.overread.monitoring.feedback.FeedbackFixtures.SEPSIS_2;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.store.FeedbackStores;
import org.overread.registry.PairOfEyes;
import org.overread.registry.testing.StoreTest;

/** What the database says of random findings is what each of them says of itself. */
class SevereFeedbackTest extends StoreTest {
    private static final Comparator<Finding> WAITING_FIRST = Comparator.comparing(
                    (Finding finding) -> finding.state().waits())
            .reversed()
            .thenComparing(finding -> finding.feedback().at(), Comparator.reverseOrder())
            .thenComparing(finding -> finding.feedback().id().toString());

    private final FindingBook book = new FindingBook();
    private final FeedbackCounts counts = FeedbackStores.counts(entities());
    private final Citations citations = FeedbackStores.citations(entities());
    private final List<UUID> said = new ArrayList<>();
    private final Set<UUID> withdrawn = new HashSet<>();
    private final RandomGenerator chance =
            RandomGeneratorFactory.of("L64X128MixRandom").create(11);

    SevereFeedbackTest() {
        super("monitoring");
        book.log = FeedbackStores.log(entities());
        book.cards = FeedbackStores.cards(entities());
        book.severe = FeedbackStores.severe(entities());
    }

    @BeforeEach
    void severeThingsAreSaid() {
        inTransaction(() -> say(60, NOON));
        inTransaction(() -> answer(80, NOON.plusSeconds(10_000)));
    }

    @Test
    @DisplayName("D3: findings are listed page by page, those that wait first, and none is missed or told twice")
    void listsPageByPage() {
        assertThat(pages(null)).isEqualTo(expected(null));
        assertThat(pages(Set.of("north"))).isEqualTo(expected(Set.of("north")));
        assertThat(pages(Set.of("", "south"))).isEqualTo(expected(Set.of("", "south")));
        assertThat(pages(Set.of(""))).isEqualTo(expected(Set.of("")));
        assertThat(book.sites(SEPSIS_2)).containsExactlyInAnyOrder("", "north", "south");
    }

    @Test
    @DisplayName("D3: a finding that is answered between two pages hides none of those that wait")
    void keepsItsPlace() {
        var all = expected(null);
        var first = inTransaction(() -> book.page(SEPSIS_2, null, null, 3));
        assertThat(first.getLast().state().waits()).isTrue();
        inTransaction(() ->
                reply(first.getLast().feedback().id(), Disposition.KNOWN_LIMITATION, "mira", NOON.plusSeconds(99_999)));

        var next = inTransaction(() -> book.page(SEPSIS_2, null, first.getLast().position(), 3));

        assertThat(next).extracting(finding -> finding.feedback().id()).containsExactlyElementsOf(all.subList(3, 6));
    }

    @Test
    @DisplayName("D3: what waits, where, how many and since when, as each finding says of itself")
    void countsWhatWaits() {
        var waiting = findings().stream().filter(each -> each.state().waits()).toList();

        var told = inTransaction(() -> book.waiting(SEPSIS_2));

        assertThat(told.stream().mapToLong(Unanswered::count).sum()).isEqualTo(waiting.size());
        for (var some : told) {
            var these = waiting.stream()
                    .filter(each ->
                            each.concern() == some.concern() && each.place().equals(some.place()))
                    .sorted(Comparator.comparing(
                                    (Finding each) -> each.feedback().receivedAt())
                            .thenComparing(each -> each.feedback().id().toString()))
                    .toList();
            assertThat(these).hasSize((int) some.count());
            assertThat(some.oldest()).isEqualTo(these.getFirst().feedback().id());
            assertThat(some.since()).isEqualTo(these.getFirst().feedback().receivedAt());
            var first = inTransaction(() -> book.waiting(some, null, 1));
            var rest = inTransaction(() -> book.waiting(some, first.getLast(), 100));
            assertThat(first).isEqualTo(these.subList(0, 1));
            assertThat(rest).isEqualTo(these.subList(1, these.size()));
        }
    }

    @Test
    @DisplayName("D5: what stands in the way of whom, as each finding says of itself")
    void countsWhatBlocks() {
        for (var eyes : new PairOfEyes[] {
            null, PairOfEyes.of("mira"), new PairOfEyes("omar", Set.of("omar", "client-1")), PairOfEyes.of("nobody")
        }) {
            for (var site : new String[] {null, "north", "south"}) {
                assertThat(inTransaction(() -> book.blocking(SEPSIS_2, site, eyes)))
                        .isEqualTo(findings().stream()
                                .filter(each ->
                                        site == null || site.equals(each.place().site()))
                                .filter(each -> each.blocks(eyes))
                                .count())
                        .isPositive();
            }
        }
    }

    @Test
    @DisplayName("D15: all that evidence does not rest on is found, and what was answered since")
    void findsWhatIsNew() {
        var taken = NOON.plusSeconds(50_000);
        var before = findings();
        var counted = inTransaction(() -> {
            var days = new CountedFeedback(
                    counts.keptForGood(new FeedbackCounts.Question(SEPSIS_2, "north", null, taken)));
            citations.cite(SEPSIS_2, days, taken);
            return days;
        });
        assertThat(inTransaction(() -> book.since(SEPSIS_2, "north", counted.digest(), taken)))
                .isEmpty();

        inTransaction(() -> say(10, taken.minusSeconds(5_000)));
        var answered = before.getFirst().feedback().id();
        inTransaction(() -> reply(answered, Disposition.NEEDS_CHANGE, "mira", taken.plusSeconds(60)));

        var since = inTransaction(() -> book.since(SEPSIS_2, "north", counted.digest(), taken)).stream()
                .map(finding -> finding.feedback().id())
                .toList();
        var old = before.stream().map(finding -> finding.feedback().id()).toList();
        assertThat(since)
                .contains(answered)
                .containsAll(findings().stream()
                        .filter(each -> "north".equals(each.place().site()))
                        .map(each -> each.feedback().id())
                        .filter(id -> !old.contains(id))
                        .toList());
    }

    private List<UUID> pages(@Nullable Set<String> sites) {
        var told = new ArrayList<UUID>();
        for (var page = inTransaction(() -> book.page(SEPSIS_2, sites, null, 7)); !page.isEmpty(); ) {
            page.forEach(finding -> told.add(finding.feedback().id()));
            var after = page.getLast().position();
            page = inTransaction(() -> book.page(SEPSIS_2, sites, after, 7));
        }
        return told;
    }

    private List<UUID> expected(@Nullable Set<String> sites) {
        return findings().stream()
                .filter(each -> sites == null
                        || sites.contains(
                                Objects.requireNonNullElse(each.place().site(), "")))
                .sorted(WAITING_FIRST)
                .map(each -> each.feedback().id())
                .toList();
    }

    private List<Finding> findings() {
        return inTransaction(() -> said.stream()
                .filter(id -> !withdrawn.contains(id))
                .flatMap(id -> book.find(id).stream())
                .toList());
    }

    private void say(int many, Instant from) {
        for (int i = 0; i < many; i++) {
            int number = said.size();
            var at = from.plusSeconds(chance.nextInt(20));
            var site = new String[] {"north", "south", null}[chance.nextInt(3)];
            var card = new Card(new UUID(2, number), SEPSIS_2, "p" + number, site, "icu", null, at, Indicator.INFO);
            boolean concern = chance.nextInt(3) == 0;
            var given = new GivenFeedback(
                    new UUID(number % 2 - 1L, number),
                    card.id(),
                    null,
                    "ehr",
                    "MACHINE",
                    concern ? FeedbackKind.SAFETY_CONCERN : FeedbackKind.OVERRIDDEN,
                    concern ? null : OverrideReason.CLINICALLY_WRONG,
                    null,
                    "He was in shock",
                    false,
                    at,
                    at);
            book.cards.add(card, "ehr", at);
            book.log.add(given);
            said.add(given.id());
            if (chance.nextInt(10) == 0) {
                entities().flush();
                book.log.withdraw(given.id(), "ehr", at);
                withdrawn.add(given.id());
            }
        }
    }

    private void answer(int many, Instant from) {
        entities().flush();
        for (int i = 0; i < many; i++) {
            var dispositions = Disposition.values();
            var which = chance.nextInt(dispositions.length + 1);
            reply(
                    said.get(chance.nextInt(said.size())),
                    which == dispositions.length ? null : dispositions[which],
                    List.of("mira", "omar", "client-1").get(chance.nextInt(3)),
                    from.plusSeconds(i / 2));
        }
    }

    private void reply(UUID finding, @Nullable Disposition disposition, String by, Instant at) {
        book.log.add(new Reply(
                new UUID(chance.nextLong(), chance.nextLong()),
                finding,
                "Looked into.",
                disposition,
                disposition == Disposition.CORRECTED_IN_VERSION ? 3 : null,
                by,
                by,
                at));
    }
}
