package org.overread.monitoring.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.alert.AlertFixtures.check;

import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.notify.Delivery.State;
import org.overread.registry.GovernanceException;

class AddressGivenUpTest extends NoticeTest {
    @Test
    @DisplayName(
            "D2: an address that wants no calls is given up with a word, and with it all that waits there or comes later")
    void givesUpAtOnce() {
        webhook();
        receiver.answers.add(410);
        run(check("s", CheckState.ALERT), check("t", CheckState.ALERT));
        sendAll();

        assertThat(inTransaction(() -> deliveries.addressesGivenUp(ADMIN)))
                .singleElement()
                .satisfies(given -> {
                    assertThat(deliveries.name(given.to())).isEqualTo("Pager");
                    assertThat(given.reason()).isEqualTo("It answered 410: it does not want to be called any more.");
                });
        run(check("s", CheckState.ALERT), check("t", CheckState.ALERT), check("u", CheckState.ALERT));
        sendAll();
        assertThat(receiver.calls).hasSize(1);
        assertThat(latest()).hasSize(3).extracting(Delivery::state).containsOnly(State.GIVEN_UP);
        assertThat(audit.recorded())
                .filteredOn(each -> each.deed().action().equals("receiver.given-up"))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.deed().sentence()).isEqualTo("gave up the address of Pager");
                    assertThat(each.deed().details().get("reason")).contains("410");
                });
    }

    @Test
    @DisplayName(
            "D2: an address that was given up is tried again on request, with all that was given up with it, on record")
    void isTriedAgain() {
        webhook();
        receiver.answers.add(410);
        run(check("s", CheckState.ALERT), check("t", CheckState.ALERT));
        sendAll();
        now = now.plus(Duration.ofDays(2));
        var to = latest().getFirst().to();
        assertThatThrownBy(() -> inTransaction(() -> deliveries.tryAgain(MIRA, to)))
                .isInstanceOf(GovernanceException.class);

        assertThat(inTransaction(() -> deliveries.tryAgain(ADMIN, to))).isEqualTo(2);

        assertThat(sendAll()).isEqualTo(2);
        assertThat(inTransaction(() -> deliveries.addressesGivenUp(ADMIN))).isEmpty();
        assertThat(audit.actions()).contains("receiver.tried-again");
        assertThatThrownBy(() -> inTransaction(() -> deliveries.tryAgain(ADMIN, to)))
                .hasMessage("This address was not given up");
    }

    @Test
    @DisplayName("D2: an address under which there is nothing for most of a day is given up with the first delivery")
    void givesUpAfterADay() {
        webhook();
        receiver.answers.addAll(Collections.nCopies(8, 404));
        run(check("s", CheckState.ALERT));
        for (int i = 0; i < 7; i++) {
            sendAll();
            now = latest().getFirst().nextAt();
        }
        assertThat(inTransaction(() -> deliveries.addressesGivenUp(ADMIN))).isEmpty();
        sendAll();

        assertThat(receiver.calls).hasSize(8);
        assertThat(inTransaction(() -> deliveries.addressesGivenUp(ADMIN)))
                .singleElement()
                .satisfies(given -> assertThat(given.reason()).contains("404", "Look at the address"));
    }

    @Test
    @DisplayName("D2: sending one delivery again, or a test, is a request to try the address")
    void oneDeliveryIsARequest() {
        webhook();
        receiver.answers.add(410);
        run(check("s", CheckState.ALERT));
        sendAll();
        var givenUp = latest().getFirst();

        inTransaction(() -> deliveries.sendAgain(ADMIN, givenUp.id()));

        assertThat(sendAll()).isEqualTo(1);
        receiver.answers.add(410);
        inTransaction(() -> webhooks.test(ADMIN, webhookId()));
        sendAll();
        inTransaction(() -> webhooks.test(ADMIN, webhookId()));
        assertThat(sendAll()).isEqualTo(1);
    }

    @Test
    @DisplayName("D2: who cannot be written to is told so, and may set another address, which is tried")
    void aNewAddressIsTried() {
        environment.put("OVERREAD_SMTP_HOST", "127.0.0.1");
        environment.put("OVERREAD_SMTP_FROM", "overread@hospital.example");
        run(check("s", CheckState.ALERT));
        sendAll();
        var mine = new Destination.Person(TOM.personId());
        assertThat(inTransaction(() -> deliveries.standing(TOM, mine)).reason()).startsWith("No address is known.");
        assertThatThrownBy(() -> deliveries.standing(MIRA, mine)).isInstanceOf(GovernanceException.class);

        inTransaction(() -> addresses.set(TOM, TOM.personId(), "tom@hospital.example"));

        assertThat(inTransaction(() -> deliveries.standing(TOM, mine)).givenUp())
                .isFalse();
    }

    @Test
    @DisplayName("D2: no transaction is held while a receiver is called")
    void holdsNothingMeanwhile() {
        webhook();
        run(check("s", CheckState.ALERT));
        var held = new AtomicBoolean(true);
        receiver.meanwhile = () -> held.set(entities().getTransaction().isActive());

        assertThat(sendAll()).isEqualTo(1);

        assertThat(held).isFalse();
    }

    @Test
    @DisplayName(
            "D2: what a server had begun to send when it was killed is sent by another when its turn has ended, under the same id")
    void nothingIsLostWhenAServerDies() {
        webhook();
        run(check("s", CheckState.ALERT));
        var to = sending.due().getFirst();
        var begun = postings.begin(to).orElseThrow();
        assertThat(begun.attempt().get()).isInstanceOf(Answer.Delivered.class);

        assertThat(sendAll()).isZero();
        now = begun.turnUntil();

        assertThat(sendAll()).isEqualTo(1);
        assertThat(receiver.calls)
                .extracting(Call::id)
                .containsExactly(
                        begun.delivery().id().toString(), begun.delivery().id().toString());
    }

    @Test
    @DisplayName("D2: what somebody lets go of while it is tried stays let go, unless it arrived")
    void whatIsLetGoMeanwhileStaysSo() {
        webhook();
        run(check("s", CheckState.ALERT));
        receiver.answers.add(503);
        var begun = postings.begin(sending.due().getFirst()).orElseThrow();
        inTransaction(() -> webhooks.remove(ADMIN, webhookId()));

        postings.end(begun, begun.attempt().get());

        assertThat(latest().getFirst().state()).isEqualTo(State.DROPPED);
    }
}
