package org.overread.web.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.EmailField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.enterprise.inject.Produces;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBeanClasses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.alert.Severity;
import org.overread.monitoring.notify.Answer;
import org.overread.monitoring.notify.Attempt;
import org.overread.monitoring.notify.Deliveries;
import org.overread.monitoring.notify.Delivery;
import org.overread.monitoring.notify.Destination;
import org.overread.monitoring.notify.Notice;
import org.overread.monitoring.notify.NoticeKind;
import org.overread.monitoring.notify.Receiver;
import org.overread.monitoring.notify.mail.MailSetting;
import org.overread.monitoring.notify.mail.MailTrial;
import org.overread.monitoring.notify.webhook.IssuedSecret;
import org.overread.monitoring.notify.webhook.Webhook;
import org.overread.monitoring.notify.webhook.WebhookDraft;
import org.overread.monitoring.notify.webhook.Webhooks;
import org.overread.registry.Actor;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.registry.catalog.RiskTier;
import org.overread.registry.testing.Actors;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Doors;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = ConnectionsView.class)
@AddBeanClasses({
    ConnectionsView.class,
    AddressesPart.class,
    MailPart.class,
    WebhooksPart.class,
    DeliveriesPart.class,
    ConnectionsViewTest.Beans.class
})
@ExcludeBeanClasses({MailTrial.class, Webhooks.class, Deliveries.class})
class ConnectionsViewTest extends ViewTest {
    private static final Actor.Person ADMIN = Actors.person("admin", Role.ADMINISTRATOR);
    private static final Instant MONDAY = Instant.parse("2026-05-04T08:00:00Z");
    private static final Webhook PAGER = new Webhook(
            new UUID(1, 1),
            "Pager",
            URI.create("https://pager.example/"),
            List.of(),
            "admin",
            "The admin",
            MONDAY,
            null,
            null);
    private static final List<Webhook> ALL = new ArrayList<>();
    private static final List<Delivery> SENT = new ArrayList<>();
    private static final List<Receiver> LOST = new ArrayList<>();
    private static final List<String> DONE = new ArrayList<>();
    private static MailSetting mail = new MailSetting.Off();
    private static Optional<String> obstacle = Optional.empty();

    /** Mail, webhooks and deliveries as the test says. */
    static final class Beans {
        @Produces
        static MailTrial trial() {
            return new MailTrial() {
                @Override
                public MailSetting setting(Actor actor) {
                    return mail;
                }

                @Override
                public Answer send(Actor actor, String address) {
                    DONE.add("mail to " + address);
                    return new Answer.Later("The mail server refused the log-in.");
                }
            };
        }

        @Produces
        static Webhooks webhooks() {
            return new Webhooks() {
                @Override
                public List<Webhook> all(Actor actor) {
                    return List.copyOf(ALL);
                }

                @Override
                public List<RegisteredModel> models(Actor actor) {
                    return List.of(model("sepsis", "Early warning of sepsis"), model("tumour", "Tumour board"));
                }

                @Override
                public Webhook tellOf(Actor actor, UUID id, @Nullable List<? extends @Nullable String> models) {
                    DONE.add("tell of " + models);
                    return PAGER;
                }

                @Override
                public Optional<String> obstacle() {
                    return obstacle;
                }

                @Override
                public IssuedSecret add(Actor actor, WebhookDraft draft) {
                    GovernanceException.refuse(
                            "Not yet.",
                            new FieldProblems().text("name", draft.name(), 200).list());
                    ALL.add(PAGER);
                    return new IssuedSecret(PAGER, "whsec_this-once");
                }

                @Override
                public void remove(Actor actor, UUID id) {
                    ALL.clear();
                }
            };
        }

        @Produces
        static Deliveries deliveries() {
            return new Deliveries() {
                @Override
                public List<Delivery> latest(Actor actor) {
                    return List.of();
                }

                @Override
                public List<Delivery> givenUp(Actor actor) {
                    return List.copyOf(SENT);
                }

                @Override
                public List<Receiver> addressesGivenUp(Actor actor) {
                    return List.copyOf(LOST);
                }

                @Override
                public int tryAgain(Actor actor, Destination to) {
                    DONE.add("try again " + to.key());
                    LOST.clear();
                    return 1;
                }

                @Override
                public String name(Destination to) {
                    return to instanceof Destination.Person ? "Mira" : "Pager";
                }

                @Override
                public Delivery sendAgain(Actor actor, UUID id) {
                    DONE.add("again " + id);
                    return SENT.removeFirst();
                }

                @Override
                public Delivery letGo(Actor actor, UUID id) {
                    DONE.add("let go " + id);
                    return SENT.removeFirst();
                }
            };
        }
    }

    @BeforeEach
    void anAdministratorLooks() {
        ALL.clear();
        SENT.clear();
        LOST.clear();
        DONE.clear();
        mail = new MailSetting.Off();
        obstacle = Optional.empty();
        SignedIn.as(ADMIN);
    }

    @Test
    @DisplayName("G4: without mail, webhooks and notices the screen says what that means and how to change it")
    void saysWhatIsNotThere() {
        navigate(ConnectionsView.class);

        assertThat(words())
                .contains("No mail is sent.", "No system is called.", "Nothing was given up.", "Nothing was sent yet.")
                .anyMatch(words -> words.contains("OVERREAD_SMTP_HOST"));
    }

    @Test
    void saysWhatIsWrongWithTheMailSetting() {
        mail = new MailSetting.Broken("OVERREAD_SMTP_TLS must be starttls, tls or none");

        navigate(ConnectionsView.class);

        assertThat(words()).anyMatch(words -> words.startsWith("OVERREAD_SMTP_TLS must be starttls, tls or none."));
    }

    @Test
    @DisplayName("F4: a test mail that the server does not take is told with its reason beside the button")
    void triesMail() {
        mail = new MailSetting.On("mail", 587, MailSetting.Encryption.STARTTLS, "overread", "s3cret", "o@h.example");
        navigate(ConnectionsView.class);
        assertThat(getCurrentView().getElement().getTextRecursively()).doesNotContain("s3cret");

        test(find(EmailField.class).single()).setValue("root@h.example");
        test(button("Send a test mail")).click();

        assertThat(DONE).containsExactly("mail to root@h.example");
        assertThat(words()).contains("The mail server refused the log-in.");
    }

    @Test
    @DisplayName("F4: the secret of a new webhook is shown once")
    void showsTheSecretOnce() {
        navigate(ConnectionsView.class);
        test(button("Add a webhook …")).click();
        test(button("Add and show the secret")).click();
        assertThat(find(TextField.class).withCaption("Name").single().getErrorMessage())
                .isEqualTo("Name is required.");

        test(find(TextField.class).withCaption("Name").single()).setValue("Pager");
        test(button("Add and show the secret")).click();
        var secret = find(TextArea.class).withCaption("Secret").single();
        assertThat(secret.getValue()).isEqualTo("whsec_this-once");
        assertThat(secret.isReadOnly()).isTrue();

        test(button("I have stored it")).click();
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(table("Webhooks by name")).contains("Pager", "https://pager.example/", "In use");
    }

    @Test
    @DisplayName("F4: the last answer and the next try are two sentences")
    void tellsTheNextTry() {
        givenUp();
        var one = SENT.removeFirst();
        SENT.add(new Delivery(
                one.id(),
                one.notice(),
                one.to(),
                Delivery.State.WAITING,
                1,
                MONDAY,
                MONDAY,
                List.of(new Attempt(1, MONDAY, false, "It could not be reached"))));

        navigate(ConnectionsView.class);

        assertThat(table("Given up, the newest first")).contains("It could not be reached. Next try 4 May 2026, 08:00");
    }

    @Test
    void removesAfterAsking() {
        ALL.add(PAGER);
        navigate(ConnectionsView.class);

        test(button("Remove …")).click();
        assertThat(ALL).isNotEmpty();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(words()).contains("No system is called.");
    }

    @Test
    void offersNoWebhookWithoutAKey() {
        obstacle = Optional.of("There is no key to encrypt secrets with. Set OVERREAD_SECRET_KEY_FILE");

        navigate(ConnectionsView.class);

        assertThat(button("Add a webhook …").isEnabled()).isFalse();
        assertThat(words()).anyMatch(words -> words.contains("OVERREAD_SECRET_KEY_FILE"));
    }

    @Test
    @DisplayName("F4: what was given up is shown with its reason, and sent again by a click")
    void sendsAgain() {
        givenUp();
        navigate(ConnectionsView.class);
        assertThat(table("Given up, the newest first"))
                .contains("Alert raised: sepsis/2", "Mira", "Given up", "No address is known.");

        test(button("Send again")).click();

        assertThat(DONE).containsExactly("again " + new UUID(2, 2));
        assertThat(words()).contains("Nothing was given up.");
    }

    @Test
    @DisplayName("F4: what was given up and need not arrive is let go by a click")
    void letsGo() {
        givenUp();
        navigate(ConnectionsView.class);

        test(button("Let go")).click();

        assertThat(DONE).containsExactly("let go " + new UUID(2, 2));
        assertThat(words()).contains("Nothing was given up.");
    }

    @Test
    @DisplayName("D2: an address that was given up is shown with its reason, and tried again by a click")
    void triesAnAddressAgain() {
        ALL.add(PAGER);
        LOST.add(new Receiver(
                PAGER.destination(), MONDAY, MONDAY, "The name of its host is not known here. Look at the address."));
        navigate(ConnectionsView.class);
        assertThat(table("Addresses given up, the latest first"))
                .contains("Pager", "4 May 2026", "The name of its host is not known here.");
        assertThat(table("Webhooks by name")).contains("Given up");

        test(button("Try again")).click();

        assertThat(DONE).containsExactly("try again webhook:" + new UUID(1, 1));
        assertThat(words()).contains("Every address is tried.");
        assertThat(table("Webhooks by name")).contains("In use");
    }

    @Test
    @DisplayName("F4: of which models a webhook hears is told, and chosen by name")
    void choosesModels() {
        ALL.add(PAGER);
        navigate(ConnectionsView.class);
        assertThat(table("Webhooks by name")).contains("all models");

        test(button("Models …")).click();
        test(find(ModelChoice.class).single()).selectItem("Tumour board");
        test(button("Save")).click();

        assertThat(DONE).containsExactly("tell of [tumour]");
        assertThat(find(Dialog.class).all()).isEmpty();
    }

    private static RegisteredModel model(String id, String name) {
        return new RegisteredModel(
                id,
                name,
                "Tells nurses who may need a doctor",
                OutputKind.RISK_SCORE,
                RiskTier.HIGH,
                "emergency",
                ADMIN.personId(),
                ADMIN.personId(),
                "Chief medical officer",
                MONDAY);
    }

    private static void givenUp() {
        var about = new Notice.About(
                new UUID(3, 3), new ModelVersionId("sepsis", 2), Severity.ALERT, MONDAY.plusSeconds(60));
        SENT.add(new Delivery(
                new UUID(2, 2),
                new Notice(new UUID(4, 4), NoticeKind.RAISED, MONDAY, about),
                Destination.of("person:" + new UUID(5, 5)),
                Delivery.State.GIVEN_UP,
                1,
                MONDAY,
                MONDAY,
                List.of(new Attempt(1, MONDAY, false, "No address is known."))));
    }

    @Test
    @DisplayName("G1: the screen is open to administrators only")
    void opensToAdministrators() {
        assertThat(Doors.open(ConnectionsView.class, ADMIN)).isTrue();
        assertThat(Doors.open(ConnectionsView.class, People.with(Role.MODEL_OWNER, Role.CHAIR)))
                .isFalse();
    }

    private Button button(String words) {
        return find(Button.class).withText(words).single();
    }

    private String table(String caption) {
        return find(DataTable.class).all().stream()
                .filter(table -> caption.equals(table.getElement().getAttribute("aria-label")))
                .findFirst()
                .orElseThrow()
                .getElement()
                .getTextRecursively();
    }

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
