package org.overread.monitoring.concern;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.AlertServices;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.alert.store.AlertStores;
import org.overread.monitoring.feedback.AnswerDraft;
import org.overread.monitoring.feedback.CardDraft;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.feedback.FeedbackDraft;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.FeedbackServices;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.prediction.store.PredictionStores;
import org.overread.monitoring.testing.TestTransactions;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.identity.IdentityServices;
import org.overread.registry.identity.InMemoryAccounts;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.StoreTest;

/** Clinicians, and those for whom their concerns wait, with a real database. */
abstract class ConcernBench extends StoreTest {
    static final ModelVersionId SEPSIS_1 = new ModelVersionId("sepsis", 1);
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    static final Actor EHR = new Actor.Product("ehr");
    static final Actor.Person ANA = Actors.person("ana", Role.CLINICIAN);
    static final Actor.Person MIRA = CatalogFixtures.MIRA;
    static final Actor.Person CLARA = CatalogFixtures.CLARA;
    static final Actor.Person ADMIN = CatalogFixtures.ADMIN;
    static final Actor.Person OMAR = Actors.person("omar", Role.SAFETY_OFFICER);
    static final Actor.Person NORA = Actors.person("nora", Role.CHAIR);
    static final Actor.Person SAM = Actors.within(new Scope(null, null, "south"), "sam", Role.SAFETY_OFFICER);

    final InMemoryAccounts accounts = new InMemoryAccounts()
            .with(ANA)
            .with(MIRA)
            .with(CLARA)
            .with(ADMIN)
            .with(OMAR)
            .with(NORA)
            .with(SAM);
    final RecordingAuditTrail audit = new RecordingAuditTrail();
    final List<String> told = new ArrayList<>();
    final Concerns concerns = new Concerns();
    final ConcernAlerts clock = new ConcernAlerts();
    final Circles circles = new Circles();
    final FeedbackServices services;
    final Alerts alerts;
    Instant now = NOON;

    ConcernBench() {
        super("monitoring");
        var catalog = CatalogFixtures.sepsisCatalog(audit, 2).catalog();
        services = new FeedbackServices(entities(), catalog, audit, () -> now);
        alerts = AlertServices.alerts(
                catalog,
                AlertStores.log(entities()),
                (alert, event) -> told.add(event.kind() + " " + alert.title() + ": " + event.text()),
                audit,
                () -> now);
        circles.people = IdentityServices.people(accounts);
        circles.catalog = catalog;
        circles.findings = services.book;
        clock.findings = services.book;
        clock.circles = circles;
        clock.alerts = alerts;
        concerns.findings = services.book;
        concerns.log = services.log;
        concerns.circles = circles;
        concerns.catalog = catalog;
        concerns.predictions =
                PredictionStores.predictions(TestTransactions.plain(database().application()));
        concerns.audit = audit;
        services.tell(clock);
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    void show(String card, String site) {
        inTransaction(() -> services.cards.register(
                EHR, new CardDraft(id(card), SEPSIS_1, "p-" + card, site, null, ANA.personId(), NOON, null)));
    }

    /** A clinician reports a safety concern. */
    void fear(String name, String card) {
        say(name, card, FeedbackKind.SAFETY_CONCERN, null);
    }

    static FeedbackDraft concern(String name, String card) {
        return new FeedbackDraft(
                id(name), id(card), FeedbackKind.SAFETY_CONCERN, null, null, "He was in shock", false, null);
    }

    /** A clinician calls an output wrong. */
    void callWrong(String name, String card) {
        say(name, card, FeedbackKind.OVERRIDDEN, OverrideReason.CLINICALLY_WRONG);
    }

    /** Somebody else does, who must be a clinician, too. */
    void fears(Actor.Person person, String name, String card) {
        say(person, name, card, FeedbackKind.SAFETY_CONCERN, null);
    }

    private void say(String name, String card, FeedbackKind kind, @Nullable OverrideReason reason) {
        say(ANA, name, card, kind, reason);
    }

    void say(Actor.Person person, String name, String card, FeedbackKind kind, @Nullable OverrideReason reason) {
        later(Duration.ofMinutes(1));
        inTransaction(() -> services.feedback.record(
                person, new FeedbackDraft(id(name), id(card), kind, reason, null, "He was in shock", false, null)));
    }

    void answer(Actor.Person person, String name, @Nullable Disposition disposition) {
        later(Duration.ofMinutes(1));
        inTransaction(() -> services.findings.answer(
                person,
                id(name),
                new AnswerDraft(disposition, null, "The units were wrong until noon, and are right now.")));
    }

    void takeBack(String name) {
        inTransaction(() -> services.feedback.withdraw(ANA, id(name)));
    }

    void catchUp() {
        inTransaction(() -> clock.waiting()).forEach(version -> inTransaction(() -> clock.catchUp(version)));
    }

    void later(Duration time) {
        now = now.plus(time);
    }

    List<WaitingFinding> waitingFor(Actor.Person person) {
        return inTransaction(() -> concerns.waitingFor(person));
    }

    List<Alert> alerts() {
        return inTransaction(() -> alerts.of(MIRA, SEPSIS_1));
    }

    List<Alert> open() {
        return alerts().stream().filter(Alert::open).toList();
    }
}
