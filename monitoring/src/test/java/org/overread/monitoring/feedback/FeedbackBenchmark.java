package org.overread.monitoring.feedback;

import static org.overread.monitoring.feedback.FeedbackFixtures.SEPSIS_2;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.chart.ChartServices;
import org.overread.monitoring.feedback.store.FeedbackStores;
import org.overread.registry.Actor;
import org.overread.registry.PairOfEyes;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.StoreTest;

/**
 * Measures what the figures of clinicians' feedback cost beside so many outputs: 550 days, 5 sites, an answer to nine in
 * ten, one in a hundred of them called wrong or feared, and as the measure of all the same outputs read one by one. Not a
 * test; run it by {@code ./overread benchmark feedback}, with {@code -Doverread.benchmark.rows=10000000} for ten million.
 */
class FeedbackBenchmark extends StoreTest {
    private static final Actor OWNER = Actors.person("mira", Role.MODEL_OWNER);
    private static final Instant END = Instant.parse("2026-07-01T00:00:00Z");
    private static final int ROUNDS = 9;
    private static final int PIECE = 250_000;

    private static final String CARDS = """
            INSERT INTO monitoring.card (id, model, version, prediction_id, site, department, shown_to, shown_at, indicator,
                registered_by, registered_at)
            SELECT md5('c' || i)::uuid, 'sepsis', 2, 'p' || i, 's' || i %% 5, 'emergency', NULL, t, 'INFO', 'ehr', t
            FROM (SELECT i, timestamptz '2024-12-28 09:41:07.123456Z' + (i * (550 * 86400.0 / %1$d)) * interval '1 second' t
                FROM generate_series(%2$d, %3$d) i) made""";

    private static final String FEEDBACK = """
            INSERT INTO monitoring.feedback (id, card, person, sent_by, role, kind, reason, comment, confirmed, decided_at,
                received_at)
            SELECT md5('f' || i)::uuid, md5('c' || i)::uuid, lpad(to_hex(i %% 900), 32, '0')::uuid, 'ehr', 'MACHINE',
                CASE WHEN i %% 1000 = 7 THEN 'SAFETY_CONCERN' WHEN i %% 5 = 1 THEN 'OVERRIDDEN' ELSE 'ACCEPTED' END,
                CASE WHEN i %% 1000 = 7 OR i %% 5 <> 1 THEN NULL WHEN i %% 100 = 1 THEN 'CLINICALLY_WRONG'
                    WHEN i %% 3 = 0 THEN 'ALREADY_DONE' ELSE 'OTHER' END,
                'He was in shock', false, t, t
            FROM (SELECT i, timestamptz '2024-12-28 10:41:07.123456Z' + (i * (550 * 86400.0 / %1$d)) * interval '1 second' t
                FROM generate_series(%2$d, %3$d) i) made
            WHERE i %% 10 <> 0""";

    private final FeedbackServices services = new FeedbackServices(
            entities(),
            CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 2).catalog(),
            new RecordingAuditTrail(),
            () -> END);
    private final Citations citations = FeedbackStores.citations(entities());
    private double oneByOne;

    FeedbackBenchmark() {
        super("monitoring");
    }

    @Test
    void figuresOfFeedback() throws SQLException {
        int outputs = Integer.getInteger("overread.benchmark.rows", 1_000_000);
        once("fill %,d outputs with what was said".formatted(outputs), () -> fill(outputs));
        once("count all days", this::countAll);
        oneByOne = once("the same read one by one", this::readOneByOne);
        figures();
        findings();
        evidence();
        asOwner("ANALYZE monitoring.changed_card");
        changed("1,000 answers to outputs of the last three days", END.minus(Duration.ofDays(3)));
        changed("1,000 answers to outputs of any day", Instant.EPOCH);
        var heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
        say("heap at its fullest: %,d MB", heap >> 20);
    }

    private void figures() {
        repeat("tally of all sites", () -> services.feedback.tally(OWNER, SEPSIS_2, null));
        repeat("tally of one site", () -> services.feedback.tally(OWNER, SEPSIS_2, "s3"));
        var charts = ChartServices.feedback(services.feedback.counts, services.feedback.catalog, () -> END);
        repeat("control charts, all sites", () -> charts.of(OWNER, SEPSIS_2, null));
        repeat("control charts, one site", () -> charts.of(OWNER, SEPSIS_2, "s3"));
        var ana = Actors.person("ana", Role.CLINICIAN);
        repeat("outputs that wait for a clinician", () -> services.cards.cards.waitingFor(ana, 100));
    }

    private void findings() {
        repeat("what waits, everywhere", services.book::waiting);
        repeat("concerns that wait, everywhere", () -> services.book.waiting(true));
        repeat("what waits on the version", () -> services.book.waiting(SEPSIS_2));
        var where = services.book.waiting().getFirst();
        repeat("the oldest hundred in one place", () -> services.book.waiting(where, null, 101));
        repeat("first page of findings", () -> services.findings.page(OWNER, SEPSIS_2, null, 26));
        var page =
                services.findings.page(OWNER, SEPSIS_2, null, 1_000).getLast().position();
        repeat("a later page of findings", () -> services.findings.page(OWNER, SEPSIS_2, page, 26));
        repeat("how many stand in the way", () -> services.book.blocking(SEPSIS_2, null, PairOfEyes.of("mira")));
    }

    private void evidence() {
        once("evidence taken for the first time", this::cite);
        repeat("evidence taken again", this::cite);
        repeat(
                "evidence as it would be taken now",
                () -> services.feedback.counted(OWNER, SEPSIS_2, null, null).digest());
        var digest = services.feedback.counted(OWNER, SEPSIS_2, null, null).digest();
        repeat("what has changed since", () -> services.book.since(SEPSIS_2, null, digest, END));
        var mine = services.log.of(new PersonId(new UUID(0, 7)), 200);
        var ids = new ArrayList<>(mine.stream().map(GivenFeedback::id).toList());
        repeat(
                "which of a clinician's %,d answers it rests on".formatted(ids.size()),
                () -> citations.cited(List.of(digest), ids));
    }

    private void cite() {
        inTransaction(() -> {
            var counted = services.feedback.cited(OWNER, SEPSIS_2, null, null);
            citations.cite(SEPSIS_2, counted, END);
        });
    }

    private void changed(String what, Instant from) {
        asOwner("""
                INSERT INTO monitoring.feedback (id, card, person, sent_by, role, kind, confirmed, decided_at, received_at)
                SELECT gen_random_uuid(), card, person, 'ehr', 'MACHINE', 'ACCEPTED', false, decided_at + interval '1 minute',
                    received_at + interval '1 minute'
                FROM (SELECT * FROM monitoring.feedback WHERE kind = 'ACCEPTED' AND decided_at > '%s'
                    ORDER BY random() LIMIT 1000) again""".formatted(from));
        repeat("tally after " + what, () -> services.feedback.tally(OWNER, SEPSIS_2, null));
        once("count them anew", this::countAll);
        repeat("tally then", () -> services.feedback.tally(OWNER, SEPSIS_2, null));
    }

    private void countAll() {
        while (inTransaction(() -> services.feedback.counts.countAnew(32)) > 0) {
            // the next days
        }
    }

    /** Every output and every answer, once over the wire, and counted. */
    private void readOneByOne() {
        try (var connection = database().application().connect()) {
            connection.setAutoCommit(false);
            try (var query = connection.prepareStatement("""
                    SELECT c.id, c.shown_at, c.site, f.id, f.kind, f.reason, f.decided_at, f.received_at
                    FROM monitoring.card c LEFT JOIN monitoring.feedback f ON f.card = c.id
                        AND NOT EXISTS (SELECT FROM monitoring.feedback_withdrawal w WHERE w.feedback = f.id)
                    WHERE c.model = 'sepsis' AND c.version = 2""")) {
                query.setFetchSize(10_000);
                var kinds = new HashMap<String, Long>();
                try (var rows = query.executeQuery()) {
                    while (rows.next()) {
                        kinds.merge(
                                rows.getObject(1, UUID.class) == null ? "" : String.valueOf(rows.getString(5)),
                                1L,
                                Long::sum);
                        rows.getTimestamp(2);
                    }
                }
                say("counted one by one: %s", kinds);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void fill(int outputs) {
        for (int from = 0; from < outputs; from += PIECE) {
            int to = Math.min(outputs, from + PIECE) - 1;
            asOwner(CARDS.formatted(outputs, from, to), FEEDBACK.formatted(outputs, from, to));
        }
        asOwner("""
                INSERT INTO monitoring.feedback_reply (id, feedback, sentence, replied_by, replied_by_name, replied_at,
                    disposition)
                SELECT gen_random_uuid(), id, 'Looked into', 'omar', 'omar', received_at + interval '1 day',
                    'KNOWN_LIMITATION'
                FROM monitoring.feedback WHERE (kind = 'SAFETY_CONCERN' OR reason = 'CLINICALLY_WRONG')
                    AND received_at < timestamptz '2026-05-01' AND hashtext(id::text) % 10 <> 0""");
        asOwner(
                "VACUUM ANALYZE monitoring.card",
                "VACUUM ANALYZE monitoring.feedback",
                "ANALYZE monitoring.feedback_reply");
    }

    private double once(String what, Runnable step) {
        long before = System.nanoTime();
        step.run();
        double millis = (System.nanoTime() - before) / 1e6;
        say("%s: %.1f s", what, millis / 1e3);
        return millis;
    }

    private void repeat(String what, Runnable step) {
        var millis = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            long before = System.nanoTime();
            step.run();
            entities().clear();
            millis[round] = (System.nanoTime() - before) / 1e6;
        }
        double first = millis[0];
        Arrays.sort(millis);
        say(
                "%s: median %.0f ms, best %.0f, first %.0f; one by one takes %.0f times as long",
                what, millis[ROUNDS / 2], millis[0], first, oneByOne / millis[ROUNDS / 2]);
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
