package org.overread.monitoring.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.alert.AlertFixtures.check;

import java.nio.file.Files;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.notify.Delivery.State;
import org.overread.monitoring.notify.webhook.WebhookDraft;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.catalog.CatalogFixtures;

class WebhookDeliveryTest extends NoticeTest {
    @Test
    @DisplayName("F4: an alert calls the webhook once, signed, and tells neither what was found nor of whom")
    void callsOnce() {
        var secret = webhook();

        run(check("s", CheckState.ALERT));
        run(check("s", CheckState.ALERT));

        assertThat(sendAll()).isEqualTo(1);
        var call = receiver.calls.getFirst();
        assertThat(call.genuine(secret, now)).isTrue();
        assertThat(call.body())
                .contains(
                        "\"type\":\"alert.raised\"",
                        "\"model\":\"sepsis\"",
                        "\"version\":1",
                        "\"severity\":\"ALERT\"",
                        "\"due\":\"2026-03-05T08:00:00Z\"",
                        "https://overread.hospital.example/alerts/")
                .doesNotContain("Sensitivity", "80+");
        assertThat(latest().getFirst().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    @DisplayName("F4: a clinician's concern is an event of its own kind, without a word of it")
    void tellsOfAConcern() {
        webhook();
        concern();

        assertThat(sendAll()).isEqualTo(1);
        assertThat(receiver.calls.getFirst().body())
                .contains("\"type\":\"concern.raised\"", "\"model\":\"sepsis\"")
                .doesNotContain("Somebody fears harm");
    }

    @Test
    @DisplayName("F4: what was changed on the way, or is played back, is recognised by the receiver")
    void recognisesForgery() {
        var secret = webhook();
        run(check("s", CheckState.ALERT));
        sendAll();

        var call = receiver.calls.getFirst();
        var forged = new Call(
                call.id(), call.timestamp(), call.signature(), call.body().replace("\"ALERT\"", "\"WARNING\""));
        assertThat(forged.genuine(secret, now)).isFalse();
        assertThat(call.genuine(secret, now.plus(Duration.ofMinutes(6)))).isFalse();
    }

    @Test
    @DisplayName("F4: after a failure it is tried again under the same id and with a signature of its own")
    void triesAgainUnderTheSameId() {
        var secret = webhook();
        receiver.answers.add(503);
        run(check("s", CheckState.ALERT));

        assertThat(sendAll()).isZero();
        now = now.plusSeconds(29);
        assertThat(sendAll()).isZero();
        now = now.plusSeconds(1);
        assertThat(sendAll()).isEqualTo(1);

        assertThat(receiver.calls).hasSize(2).allMatch(call -> call.genuine(secret, now));
        assertThat(receiver.calls)
                .extracting(Call::id)
                .containsOnly(receiver.calls.getFirst().id());
        assertThat(receiver.calls)
                .extracting(Call::body)
                .containsOnly(receiver.calls.getFirst().body());
        assertThat(latest().getFirst().attempts())
                .extracting(Attempt::words)
                .containsExactly("It answered 503.", "It answered 204.");
    }

    @Test
    @DisplayName("F4: after a day of failures it is given up, on record, and sent again under the same id when told to")
    void givesUpAndSendsAgain() {
        webhook();
        receiver.answers.addAll(Collections.nCopies(8, 500));
        run(check("s", CheckState.ALERT));
        for (int i = 0; i < 20; i++) {
            sendAll();
            now = now.plus(Duration.ofHours(12));
        }
        assertThat(receiver.calls).hasSize(8);
        var givenUp = inTransaction(() -> deliveries.givenUp(ADMIN)).getFirst();
        assertThat(audit.actions()).contains("notice.given-up");

        inTransaction(() -> deliveries.sendAgain(ADMIN, givenUp.id()));

        assertThat(sendAll()).isEqualTo(1);
        assertThat(receiver.calls)
                .extracting(Call::id)
                .containsOnly(givenUp.id().toString());
        assertThat(inTransaction(() -> deliveries.givenUp(ADMIN))).isEmpty();
        assertThat(audit.actions()).contains("notice.sent-again");
        assertThatThrownBy(() -> inTransaction(() -> deliveries.sendAgain(MIRA, givenUp.id())))
                .isInstanceOf(GovernanceException.class);
    }

    @Test
    @DisplayName("F4: what arrived is removed after 90 days, what was given up after a year; each time it is on record")
    void removesWhatIsLongOver() {
        webhook();
        run(check("s", CheckState.ALERT));
        sendAll();
        receiver.answers.add(410);
        run(check("s", CheckState.ALERT), check("t", CheckState.ALERT));
        sendAll();
        now = now.plus(Duration.ofDays(90));

        assertThat(inTransaction(retention::removeSome)).isFalse();
        assertThat(latest()).as("not a moment early").hasSize(2);
        assertThat(audit.actions()).doesNotContain("deliveries.removed");
        now = now.plusSeconds(1);
        assertThat(inTransaction(retention::removeSome)).as("there are no more").isFalse();

        assertThat(latest()).extracting(Delivery::state).containsExactly(State.GIVEN_UP);
        assertThat(audit.recorded()).last().satisfies(recorded -> {
            assertThat(recorded.deed().action()).isEqualTo("deliveries.removed");
            assertThat(recorded.deed().sentence())
                    .isEqualTo("removed 1 deliveries that were over for 90 days, or given up for 365");
            assertThat(recorded.deed().details()).containsEntry("deliveries", "1");
        });
        now = MONDAY.plus(Duration.ofDays(365));
        inTransaction(retention::removeSome);
        assertThat(latest()).as("not a moment early").hasSize(1);
        now = now.plusSeconds(1);
        inTransaction(retention::removeSome);
        assertThat(latest()).isEmpty();
    }

    @Test
    @DisplayName("F4: the earliest go first, no more at once than asked, and what still waits never goes")
    void removesTheEarliestFirst() {
        webhook();
        run(check("s", CheckState.ALERT));
        sendAll();
        now = now.plus(Duration.ofDays(1));
        run(check("s", CheckState.ALERT), check("t", CheckState.ALERT));
        sendAll();
        var later = latest().getFirst().id();
        now = now.plus(Duration.ofHours(1));
        run(check("s", CheckState.ALERT), check("t", CheckState.ALERT), check("u", CheckState.ALERT));
        var farAhead = now.plus(Duration.ofDays(1_000));

        assertThat(inTransaction(() -> outbox.remove(farAhead, farAhead, 1))).isEqualTo(1);
        assertThat(latest()).extracting(Delivery::state).containsExactly(State.WAITING, State.DELIVERED);
        assertThat(latest().getLast().id()).isEqualTo(later);
        assertThat(inTransaction(() -> outbox.remove(farAhead, farAhead, 10))).isEqualTo(1);
        assertThat(latest()).extracting(Delivery::state).containsExactly(State.WAITING);
    }

    @Test
    @DisplayName("F4: what was given up can be let go, on record, and then goes like what arrived; nothing else can")
    void letsGoOfWhatWasGivenUp() {
        webhook();
        receiver.answers.add(410);
        run(check("s", CheckState.ALERT));
        sendAll();
        var givenUp = inTransaction(() -> deliveries.givenUp(ADMIN)).getFirst();
        assertThatThrownBy(() -> inTransaction(() -> deliveries.letGo(MIRA, givenUp.id())))
                .isInstanceOf(GovernanceException.class);

        inTransaction(() -> deliveries.letGo(ADMIN, givenUp.id()));

        assertThat(inTransaction(() -> deliveries.givenUp(ADMIN))).isEmpty();
        assertThat(audit.actions()).contains("notice.let-go");
        assertThatThrownBy(() -> inTransaction(() -> deliveries.letGo(ADMIN, givenUp.id())))
                .hasMessage("Only what was given up can be let go");
        assertThatThrownBy(() -> inTransaction(() -> deliveries.sendAgain(ADMIN, givenUp.id())))
                .hasMessageContaining("nothing is sent there");
        now = now.plus(Duration.ofDays(91));
        inTransaction(retention::removeSome);
        assertThat(latest()).isEmpty();
    }

    @Test
    @DisplayName("F4: the database lets attempts go only with a delivery that is over, and lets nobody rewrite one")
    void theDatabaseKeepsAttempts() {
        webhook();
        receiver.answers.add(503);
        run(check("s", CheckState.ALERT));
        sendAll();

        for (var statement : List.of(
                "DELETE FROM monitoring.delivery_attempt", "UPDATE monitoring.delivery_attempt SET answer = ''")) {
            assertThatThrownBy(() -> inTransaction(
                            () -> entities().createNativeQuery(statement).executeUpdate()))
                    .hasStackTraceContaining("an attempt stays as it was");
        }
    }

    @Test
    @DisplayName("F4: an alert that is not kept is not told either")
    void isToldOnlyWhenItIsKept() {
        webhook();

        assertThatThrownBy(() -> inTransaction(() -> {
                    run1();
                    throw new IllegalStateException("the database is away");
                }))
                .hasMessage("the database is away");

        assertThat(sendAll()).isZero();
        assertThat(latest()).isEmpty();
    }

    private void run1() {
        alerts.apply(
                PRODUCT,
                SEPSIS_1,
                org.overread.monitoring.plan.PlanFixtures.plan(),
                java.util.List.of(check("s", CheckState.ALERT)));
    }

    @Test
    @DisplayName("F4: while another server sends to a receiver, this one does not")
    void oneServerSends() {
        webhook();
        run(check("s", CheckState.ALERT));
        var to = sending.due().getFirst();
        var until = now.plusSeconds(70);
        assertThat(inTransaction(() -> receivers.tryTurn(to, now, until))).isTrue();

        assertThat(sending.sendNext(to)).isFalse();
        inTransaction(() -> receivers.endTurn(to, until));
        assertThat(sending.sendNext(to)).isTrue();

        assertThat(receiver.calls).hasSize(1);
    }

    @Test
    void followsNoRedirect() {
        webhook();
        receiver.answers.add(307);
        run(check("s", CheckState.ALERT));

        assertThat(sendAll()).isZero();
        assertThat(receiver.calls).hasSize(1);
        assertThat(latest().getFirst().lastAttempt().orElseThrow().words()).contains("307", "not followed");
    }

    @Test
    void whatHappensWhileItIsPausedIsNeverSentAndWhatWaitedIsSentLater() {
        webhook();
        run(check("s", CheckState.ALERT));
        inTransaction(() -> webhooks.pause(ADMIN, webhookId()));
        run(check("t", CheckState.ALERT), check("s", CheckState.ALERT));

        assertThat(sendAll()).isZero();
        inTransaction(() -> webhooks.resume(ADMIN, webhookId()));

        assertThat(sendAll()).isEqualTo(1);
    }

    @Test
    void aRemovedWebhookHearsNothingMore() {
        webhook();
        run(check("s", CheckState.ALERT));
        var id = webhookId();
        inTransaction(() -> webhooks.remove(ADMIN, id));

        assertThat(sendAll()).isZero();
        assertThat(latest().getFirst().state()).isEqualTo(State.DROPPED);
        assertThatThrownBy(() -> inTransaction(() -> webhooks.pause(ADMIN, id)))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }

    @Test
    @DisplayName("F4: a delivery is found at its own receiver however many came after it, and at no other")
    void findsAnOldDelivery() {
        webhook();
        var hook = inTransaction(() -> webhooks.webhook(ADMIN, webhookId())).destination();
        var first = inTransaction(() -> webhooks.test(ADMIN, webhookId()));
        for (int i = 0; i < Deliveries.SHOWN; i++) {
            now = now.plusSeconds(1);
            inTransaction(() -> webhooks.test(ADMIN, webhookId()));
        }

        assertThat(inTransaction(() -> deliveries.to(ADMIN, hook))).doesNotContain(first);
        assertThat(inTransaction(() -> deliveries.to(ADMIN, hook, first.id())).id())
                .isEqualTo(first.id());
        assertThatThrownBy(() ->
                        inTransaction(() -> deliveries.to(ADMIN, new Destination.Person(MIRA.personId()), first.id())))
                .hasMessage("There is no such delivery to this receiver.");
    }

    @Test
    @DisplayName("F4: a new secret signs at once, and the one before signs too for a day")
    void changesOver() {
        var before = webhook();
        var after = inTransaction(() -> webhooks.rotate(ADMIN, webhookId())).secret();
        inTransaction(() -> webhooks.test(ADMIN, webhookId()));
        sendAll();
        assertThat(receiver.calls.getFirst().genuine(before, now)).isTrue();
        assertThat(receiver.calls.getFirst().genuine(after, now)).isTrue();

        now = now.plus(Duration.ofDays(1));
        inTransaction(() -> webhooks.test(ADMIN, webhookId()));
        sendAll();

        assertThat(receiver.calls.getLast().genuine(before, now)).isFalse();
        assertThat(receiver.calls.getLast().genuine(after, now)).isTrue();
    }

    @Test
    @DisplayName("G2: a secret rests encrypted: a copy of the database without the key file signs nothing")
    void keepsSecretsSealed() throws java.io.IOException {
        var secret = webhook();
        var kept = entities()
                .createNativeQuery("SELECT encode(secret, 'escape') || name FROM monitoring.webhook", String.class)
                .getSingleResult()
                .toString();
        assertThat(kept).doesNotContain(secret, secret.substring(6));
        assertThat(audit.recorded().toString()).doesNotContain(secret.substring(6));

        Files.writeString(folder.resolve("key"), "f0".repeat(32));
        run(check("s", CheckState.ALERT));

        assertThat(sendAll()).isZero();
        assertThat(receiver.calls).isEmpty();
        assertThat(latest().getFirst().lastAttempt().orElseThrow().words()).contains("OVERREAD_SECRET_KEY_FILE");
    }

    @Test
    void needsAKeyBeforeItTakesASecret() {
        environment.remove(Installation.KEY_FILE);

        assertThatThrownBy(this::webhook).hasMessageContaining("OVERREAD_SECRET_KEY_FILE");
    }

    @Test
    @DisplayName("F4: an address must be https, unless the installation says otherwise, and hold no password")
    void asksForASafeAddress() {
        environment.remove(Installation.PLAIN_WEBHOOKS);

        assertThat(refusal("http://pager.example/hook")).isEqualTo("must begin with https://");
        assertThat(refusal("https://ada:secret@pager.example/")).startsWith("must hold no user and password");
        assertThat(refusal("pager.example/hook")).startsWith("must be a whole address");
        assertThat(refusal("")).isEqualTo("is required");
    }

    @Test
    @DisplayName("G1: only who looks after the connections of the whole installation manages webhooks")
    void asksForTheRight() {
        assertThatThrownBy(() -> webhooks.add(MIRA, new WebhookDraft("Pager", receiver.address(), null)))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_ALLOWED));
        assertThatThrownBy(() -> webhooks.all(MIRA)).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> deliveries.latest(MIRA)).isInstanceOf(GovernanceException.class);
    }

    @Test
    @DisplayName("F4: a webhook that hears of some models is not called for others, and the choice is on record")
    void hearsOfSomeModels() {
        catalog.register(MIRA, CatalogFixtures.draft("tumour", "oncology"));
        webhook();
        inTransaction(() -> webhooks.tellOf(ADMIN, webhookId(), List.of("tumour")));
        run(check("s", CheckState.ALERT));
        assertThat(sendAll()).isZero();

        inTransaction(() -> webhooks.tellOf(ADMIN, webhookId(), List.of("tumour", "sepsis")));
        run(check("s", CheckState.ALERT), check("t", CheckState.ALERT));
        assertThat(sendAll()).isEqualTo(1);
        assertThat(webhooks.webhook(ADMIN, webhookId()).models()).containsExactly("sepsis", "tumour");
        assertThat(audit.actions()).filteredOn("webhook.models-chosen"::equals).hasSize(2);

        inTransaction(() -> webhooks.tellOf(ADMIN, webhookId(), null));
        assertThat(webhooks.webhook(ADMIN, webhookId()).models()).isEmpty();
    }

    @Test
    @DisplayName("F4: a model that is not there is refused by name, and the choice stays as it was")
    void refusesAnUnknownModel() {
        webhook();

        assertThatThrownBy(() -> inTransaction(() -> webhooks.tellOf(ADMIN, webhookId(), List.of("sepsis", "stroke"))))
                .isInstanceOfSatisfying(
                        GovernanceException.class,
                        refused -> assertThat(refused.fields())
                                .containsExactly(new FieldProblem("models", "names no model: stroke")));
        assertThatThrownBy(() -> webhooks.add(
                        ADMIN, new WebhookDraft("Pager", receiver.address(), Collections.singletonList(null))))
                .isInstanceOf(GovernanceException.class);
        assertThat(webhooks.webhook(ADMIN, webhookId()).models()).isEmpty();
    }

    private String refusal(String address) {
        try {
            webhooks.add(ADMIN, new WebhookDraft("Pager", address, null));
            return "none";
        } catch (GovernanceException refused) {
            return refused.fields().stream()
                    .findFirst()
                    .map(FieldProblem::reason)
                    .orElseThrow();
        }
    }
}
