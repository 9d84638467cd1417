package org.overread.monitoring.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.notify.mail.AddressBook;
import org.overread.monitoring.notify.mail.MailServices;
import org.overread.monitoring.notify.wire.Outside;
import org.overread.registry.Role;
import org.overread.registry.audit.ChainVerification.Broken;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.anchor.AnchorPlace.Answer;
import org.overread.registry.audit.anchor.SignedAnchor;
import org.overread.registry.audit.anchor.wire.AnchorTexts;
import org.overread.registry.audit.check.TrailCheck;
import org.overread.registry.identity.InMemoryAccounts;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;

class AuditMailTest {
    private static final SignedAnchor ANCHOR =
            AnchorTexts.signed("""
            {"at":"2026-05-04T08:00:00Z","format":"overread-anchor/1","hash":"ab",\
            "installation":"00000000-0000-0000-0000-000000000001","people":3,"seq":42}""", "key", "signature").orElseThrow();

    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final Map<String, String> environment = new HashMap<>();
    private final Installation installation = new Installation();

    @BeforeEach
    void aMailServer() {
        server.start();
        installation.environment = environment;
        environment.put("OVERREAD_SMTP_HOST", "127.0.0.1");
        environment.put("OVERREAD_SMTP_PORT", String.valueOf(server.getSmtp().getPort()));
        environment.put("OVERREAD_SMTP_TLS", "none");
        environment.put("OVERREAD_SMTP_FROM", "overread@hospital.example");
    }

    @AfterEach
    void noMailServer() {
        server.stop();
    }

    @Test
    @DisplayName("D4: an anchor is mailed to the mailbox that keeps them")
    void mailsAnchors() throws Exception {
        var mailbox = MailServices.anchors(installation, Outside.smtp(installation));
        assertThat(mailbox.open()).isFalse();

        environment.put("OVERREAD_ANCHOR_MAIL", "anchors@hospital.example");
        assertThat(mailbox.put(ANCHOR)).isEqualTo(new Answer(true, "The mail server took it."));

        var mail = server.getReceivedMessages()[0];
        assertThat(GreenMailUtil.getAddressList(mail.getAllRecipients())).isEqualTo("anchors@hospital.example");
        assertThat(mail.getSubject()).isEqualTo("Overread: the audit trail ended at entry 42");
        assertThat(String.valueOf(mail.getContent())).contains(AnchorTexts.line(ANCHOR));

        server.stop();
        assertThat(mailbox.put(ANCHOR).kept()).isFalse();
    }

    @Test
    @DisplayName("C7: compliance staff are written to when the trail is found broken, and nobody else is")
    void mailsABreak() throws Exception {
        var accounts = new InMemoryAccounts()
                .with(Actors.person("cora@hospital.example", Role.COMPLIANCE))
                .with(Actors.person("tom@hospital.example", Role.CHAIR));
        var addresses =
                MailServices.addresses(new NoAddresses(), accounts, new RecordingAuditTrail(), java.time.Instant::now);

        MailServices.breaks(installation, Outside.smtp(installation), accounts, addresses)
                .tell(new TrailCheck(
                        new UUID(0, 1),
                        java.time.Instant.EPOCH,
                        true,
                        new Broken(7, "was changed after it was written"),
                        9,
                        0,
                        0,
                        List.of(
                                new RecordFault(
                                        "stage entry 17: sepsis/3 General use at north", "sepsis", "has no decision"),
                                new RecordFault(
                                        "stage entry 18: stroke/1 Pilot at south", "stroke", "has no decision"))));

        assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> {
            assertThat(GreenMailUtil.getAddressList(mail.getAllRecipients())).isEqualTo("cora@hospital.example");
            assertThat(mail.getSubject()).isEqualTo("Overread: the audit trail is broken");
            assertThat(GreenMailUtil.getBody(mail))
                    .contains("- Entry 7 was changed after it was written.")
                    .contains("- Stage entry 17: sepsis/3 General use at north has no decision.")
                    .contains("stroke/1");
        });
    }

    @Test
    @DisplayName("A3, G3: of a concern on an unknown output the mail says that it waits, and nothing of what was told")
    void mailsAConcernOnAnUnknownOutput() throws Exception {
        var omar = Actors.person("omar@hospital.example", Role.SAFETY_OFFICER);
        var accounts = new InMemoryAccounts().with(omar).with(Actors.person("nobody", Role.SAFETY_OFFICER));
        var addresses =
                MailServices.addresses(new NoAddresses(), accounts, new RecordingAuditTrail(), java.time.Instant::now);
        var mail = MailServices.concerns(installation, Outside.smtp(installation), addresses);
        var since = java.time.Instant.parse("2026-05-04T08:00:00Z");

        assertThat(mail.open()).isTrue();
        assertThat(mail.tell(omar.personId(), new UUID(0, 7), since)).isTrue();
        assertThat(mail.tell(Actors.person("nobody", Role.SAFETY_OFFICER).personId(), new UUID(0, 7), since))
                .isFalse();
        assertThat(server.getReceivedMessages()).singleElement().satisfies(letter -> {
            assertThat(letter.getSubject()).isEqualTo("Overread: a clinician's concern about an unknown output");
            assertThat(GreenMailUtil.getBody(letter)).contains("4 May 2026, 08:00 UTC", "no patient data");
        });
        environment.clear();
        assertThat(mail.open()).isFalse();
    }

    /** Where nobody has set an address of their own. */
    private static final class NoAddresses implements AddressBook {
        @Override
        public Optional<String> find(org.overread.registry.PersonId person) {
            return Optional.empty();
        }

        @Override
        public void set(
                org.overread.registry.PersonId person,
                @org.jspecify.annotations.Nullable String address,
                String by,
                java.time.Instant at) {
            throw new UnsupportedOperationException();
        }
    }
}
