package org.overread.monitoring.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.monitoring.alert.AlertFixtures.check;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.check.CheckState;
import org.overread.monitoring.notify.Delivery.State;
import org.overread.registry.GovernanceException;
import org.overread.registry.Written;

class MailDeliveryTest extends NoticeTest {
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());

    @BeforeEach
    void aMailServer() {
        aMailServerStarts();
        environment.put("OVERREAD_SMTP_HOST", "127.0.0.1");
        environment.put("OVERREAD_SMTP_TLS", "none");
        environment.put("OVERREAD_SMTP_USER", "overread");
        environment.put("OVERREAD_SMTP_PASSWORD", "let-me-send");
        environment.put("OVERREAD_SMTP_FROM", "overread@hospital.example");
        inTransaction(() -> addresses.set(ADMIN, MIRA.personId(), "mira@hospital.example"));
        inTransaction(() -> addresses.set(TOM, TOM.personId(), "tom@hospital.example"));
    }

    private void aMailServerStarts() {
        server.start();
        server.setUser("overread@hospital.example", "overread", "let-me-send");
        environment.put("OVERREAD_SMTP_PORT", String.valueOf(server.getSmtp().getPort()));
    }

    @AfterEach
    void noMailServer() {
        server.stop();
    }

    @Test
    @DisplayName(
            "C7: owner and deputy are written to when an alert is raised; the mail tells version, date and link only")
    void writesWhenRaised() throws MessagingException {
        run(check("s", CheckState.ALERT));

        assertThat(sendAll()).isEqualTo(2);
        assertThat(receivers()).containsExactlyInAnyOrder("mira@hospital.example", "tom@hospital.example");
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Overread: alert raised (sepsis, version 1)");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("sepsis, version 1", "5 March 2026, 08:00 UTC", "https://overread.hospital.example/alerts/")
                .doesNotContain("Sensitivity", "80+");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    @DisplayName(
            "B9: a clinician's concern is written at once to everybody it waits for, with a link that is open to all")
    void writesOfAConcern() throws MessagingException {
        alsoTold = List.of(ADMIN.personId(), MIRA.personId());
        inTransaction(() -> addresses.set(ADMIN, ADMIN.personId(), "admin@hospital.example"));
        concern();

        assertThat(sendAll()).isEqualTo(3);
        assertThat(receivers())
                .containsExactlyInAnyOrder("mira@hospital.example", "tom@hospital.example", "admin@hospital.example");
        var mail = server.getReceivedMessages()[0];
        assertThat(mail.getSubject()).isEqualTo("Overread: clinician's concern (sepsis, version 1)");
        assertThat(GreenMailUtil.getBody(mail))
                .contains("A clinician has called an output harmful or wrong")
                .contains("https://overread.hospital.example/")
                .doesNotContain("/alerts/", "Somebody fears harm");
    }

    @Test
    @DisplayName("C7: the owner is reminded a day before the answer is due, once; when it is due, both are told")
    void remindsAndEscalates() throws MessagingException {
        run(check("s", CheckState.ALERT));
        sendAll();
        now = MONDAY.plus(Duration.ofDays(2)).minusSeconds(1);
        assertThat(inTransaction(notices::remind)).isZero();

        now = MONDAY.plus(Duration.ofDays(2));
        assertThat(inTransaction(notices::remind)).isEqualTo(1);
        assertThat(inTransaction(notices::remind)).isZero();
        sendAll();
        now = MONDAY.plus(Duration.ofDays(3));
        inTransaction(() -> alerts.escalate(PRODUCT));
        sendAll();

        assertThat(subjects())
                .containsExactlyInAnyOrder(
                        "mira@hospital.example: Overread: alert raised (sepsis, version 1)",
                        "tom@hospital.example: Overread: alert raised (sepsis, version 1)",
                        "mira@hospital.example: Overread: answer due within a day (sepsis, version 1)",
                        "mira@hospital.example: Overread: alert passed to the deputy (sepsis, version 1)",
                        "tom@hospital.example: Overread: alert passed to the deputy (sepsis, version 1)");
    }

    @Test
    @DisplayName("C7: who resolves an alert need not be written to about it; the other one is")
    void tellsTheOther() throws MessagingException, FolderException {
        run(check("s", CheckState.ALERT));
        sendAll();
        server.purgeEmailFromAllMailboxes();
        var id =
                inTransaction(() -> alerts.of(MIRA, SEPSIS_1)).getFirst().file().id();

        inTransaction(() -> alerts.resolve(MIRA, id, Written.plainly("The laboratory has mended its feed.")));
        sendAll();

        assertThat(receivers()).containsExactly("tom@hospital.example");
        assertThat(GreenMailUtil.getBody(server.getReceivedMessages()[0])).doesNotContain("laboratory");
    }

    @Test
    @DisplayName("F4: a mail server that is away costs nothing but time")
    void waitsForTheMailServer() {
        run(check("s", CheckState.ALERT));
        server.stop();
        assertThat(sendAll()).isZero();
        assertThat(latest()).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.WAITING);
            assertThat(delivery.lastAttempt().orElseThrow().words()).startsWith("The mail server 127.0.0.1:");
        });

        aMailServerStarts();
        now = now.plusSeconds(30);

        assertThat(sendAll()).isEqualTo(2);
    }

    @Test
    void namesTheVariablesWhenTheLogInIsRefused() {
        environment.put("OVERREAD_SMTP_PASSWORD", "wrong");
        run(check("s", CheckState.ALERT));

        assertThat(sendAll()).isZero();
        assertThat(latest().getFirst().lastAttempt().orElseThrow().words())
                .contains("OVERREAD_SMTP_PASSWORD")
                .doesNotContain("wrong");
    }

    @Test
    void demandsEncryptionUnlessToldOtherwise() {
        environment.remove("OVERREAD_SMTP_TLS");
        run(check("s", CheckState.ALERT));

        assertThat(sendAll()).isZero();
        assertThat(server.getReceivedMessages()).isEmpty();
        assertThat(latest().getFirst().lastAttempt().orElseThrow().words()).containsIgnoringCase("STARTTLS");
    }

    @Test
    @DisplayName("F4: whoever has no address is told as given up, with the remedy, and written to once they have one")
    void saysWhoHasNoAddress() {
        inTransaction(() -> addresses.set(ADMIN, MIRA.personId(), null));
        run(check("s", CheckState.ALERT));
        assertThat(sendAll()).isEqualTo(1);
        var givenUp = inTransaction(() -> deliveries.givenUp(ADMIN)).getFirst();
        assertThat(givenUp.to()).isEqualTo(new Destination.Person(MIRA.personId()));
        assertThat(givenUp.lastAttempt().orElseThrow().words()).contains("No address is known", "People");

        inTransaction(() -> addresses.set(ADMIN, MIRA.personId(), "mira@hospital.example"));
        inTransaction(() -> deliveries.sendAgain(ADMIN, givenUp.id()));

        assertThat(sendAll()).isEqualTo(1);
        assertThat(audit.actions()).contains("notice-address.set", "notice-address.removed");
    }

    @Test
    @DisplayName("G4: without a mail server nothing is written down for one, and nothing is sent when one is set later")
    void sendsNothingUnlessSet() {
        environment.remove("OVERREAD_SMTP_HOST");
        run(check("s", CheckState.ALERT));
        environment.put("OVERREAD_SMTP_HOST", "127.0.0.1");

        assertThat(sendAll()).isZero();
        assertThat(latest()).isEmpty();
    }

    @Test
    void anAdministratorTriesMailAtOnce() {
        assertThat(trial.send(ADMIN, "root@hospital.example")).isInstanceOf(Answer.Delivered.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(audit.actions()).contains("mail.tested");
        assertThatThrownBy(() -> trial.send(ADMIN, "root")).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> trial.send(MIRA, "root@hospital.example")).isInstanceOf(GovernanceException.class);

        environment.put("OVERREAD_SMTP_FROM", "");
        assertThatThrownBy(() -> trial.send(ADMIN, "root@hospital.example")).hasMessageContaining("OVERREAD_SMTP_FROM");
    }

    @Test
    @DisplayName("G1: an address is set by an administrator or by the person")
    void guardsAddresses() {
        assertThatThrownBy(() -> addresses.set(TOM, MIRA.personId(), "tom@elsewhere.example"))
                .isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> addresses.set(ADMIN, MIRA.personId(), "mira@a\r\nBcc: all@hospital.example"))
                .isInstanceOf(GovernanceException.class);
    }

    private List<String> receivers() {
        return Arrays.stream(server.getReceivedMessages())
                .map(mail -> GreenMailUtil.getAddressList(recipients(mail)))
                .toList();
    }

    private static jakarta.mail.Address[] recipients(jakarta.mail.internet.MimeMessage mail) {
        try {
            return mail.getAllRecipients();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<String> subjects() throws MessagingException {
        var subjects = new java.util.ArrayList<String>();
        for (var mail : server.getReceivedMessages()) {
            subjects.add(GreenMailUtil.getAddressList(mail.getAllRecipients()) + ": " + mail.getSubject());
        }
        return subjects;
    }
}
