package org.overread.monitoring.feedback;

import static org.overread.monitoring.feedback.FeedbackFixtures.NOON;
import static org.overread.monitoring.feedback.FeedbackFixtures.SEPSIS_2;
import static org.overread.monitoring.feedback.FeedbackFixtures.id;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.FeedbackAnswer.Recorded;
import org.overread.monitoring.feedback.store.FeedbackStores;
import org.overread.monitoring.prediction.store.PredictionStores;
import org.overread.monitoring.testing.TestTransactions;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.identity.Eyes;
import org.overread.registry.promotion.Requesters;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.StoreTest;

/** The services of feedback on a database of their own, for tests. */
abstract class FeedbackBench extends StoreTest {
    static final Actor EHR = new Actor.Product("ehr");
    static final Actor.Person ANA = Actors.person("ana", Role.CLINICIAN);
    static final Actor.Person BEN = Actors.person("ben", Role.CLINICIAN);
    static final Actor.Person MIRA = Actors.person("mira", Role.MODEL_OWNER);

    final RecordingAuditTrail audit = new RecordingAuditTrail();
    final List<Consequence> decided = new ArrayList<>();
    final Cards cards = new Cards();
    final Feedback feedback = new Feedback();
    final Findings findings = new Findings();
    final FindingBook book = new FindingBook();

    /** What was told of findings, one line each. */
    final List<String> news = new ArrayList<>();

    /** For the id of each machine the id of whoever let it in. */
    final Map<String, String> letInBy = new HashMap<>();

    /** The eyes of those who ask for the version and have not got it yet. */
    final List<PairOfEyes> asking = new ArrayList<>();

    Instant now = NOON.plusSeconds(600);

    FeedbackBench() {
        super("monitoring");
        var catalog =
                CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 3).catalog();
        var shown = FeedbackStores.cards(entities());
        var log = FeedbackStores.log(entities());
        cards.cards = shown;
        cards.log = log;
        cards.predictions =
                PredictionStores.predictions(TestTransactions.plain(database().application()));
        cards.catalog = catalog;
        cards.audit = audit;
        cards.clock = () -> now;
        feedback.log = log;
        feedback.cards = shown;
        feedback.counts = FeedbackStores.counts(entities());
        feedback.catalog = catalog;
        feedback.audit = audit;
        feedback.clock = () -> now;
        feedback.told = new Told();
        feedback.told.log = log;
        feedback.told.cards = shown;
        feedback.told.citations = FeedbackStores.citations(entities());
        feedback.told.catalog = catalog;
        feedback.told.consequences = new Consequences() {
            @Override
            List<Consequence> of(String model) {
                return decided;
            }
        };
        book.log = log;
        book.severe = FeedbackStores.severe(entities());
        book.cards = shown;
        findings.book = book;
        findings.log = log;
        wireNews();
        findings.eyes = new Eyes() {
            @Override
            public Map<String, String> letInBy() {
                return letInBy;
            }
        };
        findings.requesters = new Requesters() {
            @Override
            public List<PairOfEyes> of(ModelVersionId version) {
                return asking;
            }
        };
        findings.catalog = catalog;
        findings.audit = audit;
        findings.clock = () -> now;
    }

    private void wireNews() {
        var told = new FindingNews() {
            @Override
            public void changed(Finding finding) {
                news.add(finding.state() + " " + finding.feedback().id() + " " + finding.version());
            }

            @Override
            public void withdrawn(Finding finding) {
                news.add("WITHDRAWN " + finding.feedback().id() + " " + finding.version());
            }
        };
        cards.findings = book;
        cards.news = told;
        feedback.findings = book;
        feedback.news = told;
        findings.news = told;
    }

    FindingAnswer answer(Actor.Person person, String name, @Nullable Disposition disposition, String sentence) {
        now = now.plusSeconds(1);
        return inTransaction(() -> findings.answer(person, id(name), new AnswerDraft(disposition, null, sentence)));
    }

    Finding finding(String name) {
        return inTransaction(() -> book.find(id(name)).orElseThrow());
    }

    Card shown(String name, @Nullable PersonId to) {
        return shown(name, to, "emergency", "north", NOON);
    }

    Card shown(String name, @Nullable PersonId to, @Nullable String department, @Nullable String site, Instant at) {
        var draft = new CardDraft(id(name), SEPSIS_2, "p-" + name, site, department, to, at, Indicator.WARNING);
        return inTransaction(() -> cards.register(EHR, draft).card());
    }

    FeedbackAnswer say(Actor actor, String name, String card, FeedbackKind kind, @Nullable OverrideReason reason) {
        var words = kind == FeedbackKind.ACCEPTED ? null : "Lactate was drawn before";
        var draft = new FeedbackDraft(id(name), id(card), kind, reason, null, words, false, null);
        return inTransaction(() -> feedback.record(actor, draft));
    }

    GivenFeedback recorded(FeedbackAnswer answer) {
        return ((Recorded) answer).feedback();
    }

    List<MyFeedback> mine(Actor.Person person) {
        return inTransaction(() -> feedback.mine(person, 200));
    }
}
