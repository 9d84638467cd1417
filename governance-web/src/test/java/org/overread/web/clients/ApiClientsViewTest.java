package org.overread.web.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import jakarta.enterprise.inject.Produces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.ApiScope;
import org.overread.registry.Digest;
import org.overread.registry.Rights;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.InMemoryCatalog;
import org.overread.registry.identity.ApiClient;
import org.overread.registry.identity.ApiClients;
import org.overread.registry.identity.ApiTokens;
import org.overread.registry.identity.InMemoryAccounts;
import org.overread.registry.identity.KeptRights;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.web.shell.DataTable;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = ApiClientsView.class)
@AddBeanClasses({ApiClientsView.class, ApiClients.class})
class ApiClientsViewTest extends ViewTest {
    private static final Actor.Person ADMIN = Actors.person("admin", Role.ADMINISTRATOR);

    private static KeptTokens tokens = new KeptTokens();

    @Produces
    static Rights rights() {
        return KeptRights.of(tokens);
    }

    @BeforeEach
    void noClients() {
        tokens = new KeptTokens();
        SignedIn.as(ADMIN);
    }

    @Test
    void saysWhatWillAppearHere() {
        navigate(ApiClientsView.class);

        assertThat(words()).contains("No machine may call yet.");
    }

    @Test
    void addsAClientAndShowsItsTokenThisOnce() {
        navigate(ApiClientsView.class);
        test(button("Add an API client …")).click();
        test(find(TextField.class).withCaption("Name").single()).setValue("sepsis model server");
        scopes().setValue(Set.of(ApiScope.INGEST, ApiScope.READ));
        reach("Only model").setValue("sepsis");
        test(button("Add and show the token")).click();

        var client = tokens.all().getFirst();
        var token = find(TextField.class).withCaption("Token").single();
        assertThat(client.reach()).isEqualTo(new Scope("sepsis", null, null));
        assertThat(client.scopes()).containsExactlyInAnyOrder(ApiScope.INGEST, ApiScope.READ);
        assertThat(tokens.opens(token.getValue(), client.id())).isTrue();
        assertThat(token.isReadOnly()).isTrue();

        test(button("I have stored it")).click();
        assertThat(find(Dialog.class).all()).isEmpty();
        assertThat(table()).contains("sepsis model server", "ingest, read", "model sepsis", "In use");
    }

    @Test
    void asksForANameAndAtLeastOneUse() {
        navigate(ApiClientsView.class);
        test(button("Add an API client …")).click();
        test(button("Add and show the token")).click();

        assertThat(find(TextField.class).withCaption("Name").single().getErrorMessage())
                .isEqualTo("Name is required.");
        assertThat(scopes().getErrorMessage()).isEqualTo("Permissions must name at least one.");
        assertThat(tokens.all()).isEmpty();
    }

    @Test
    @DisplayName("G1: an administrator chooses how long a token is good, and sees which end soon or are not used")
    void warnsOfTokensThatEndSoonOrAreNotUsed() {
        kept("forgotten", 200, 165, null);
        kept("ended", 400, -35, null);
        kept("busy", 200, 165, CLOCK.instant().minusSeconds(60));
        navigate(ApiClientsView.class);
        test(button("Add an API client …")).click();
        test(find(TextField.class).withCaption("Name").single()).setValue("short-lived");
        scopes().setValue(Set.of(ApiScope.READ));
        lasting().setValue(30);
        test(button("Add and show the token")).click();
        test(button("I have stored it")).click();

        var rows = find(DataTable.class).single().getElement().getTextRecursively();
        assertThat(rows)
                .contains("short-lived", "3 Jun 2026", "Ends within 30 days", "never")
                .containsPattern("forgotten.*Not used for 90 days.*Revoke")
                .containsPattern("ended.*30 Mar 2026.*Ended")
                .containsPattern("busy.*4 May 2026, 11:59 UTC.*In use");
    }

    private static void kept(String name, int addedDaysAgo, int endsInDays, @Nullable Instant used) {
        var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        var now = CLOCK.instant();
        tokens.add(
                new ApiClient(
                        id,
                        name,
                        Set.of(ApiScope.READ),
                        Scope.EVERYWHERE,
                        "admin",
                        now.minus(Duration.ofDays(addedDaysAgo)),
                        now.plus(Duration.ofDays(endsInDays)),
                        null,
                        used),
                Digest.of(name));
    }

    @SuppressWarnings("unchecked")
    private Select<Integer> lasting() {
        return find(Select.class).withCaption("Good for").single();
    }

    @Test
    void revokesAfterAsking() {
        navigate(ApiClientsView.class);
        test(button("Add an API client …")).click();
        test(find(TextField.class).withCaption("Name").single()).setValue("old server");
        scopes().setValue(Set.of(ApiScope.INGEST));
        test(button("Add and show the token")).click();
        test(button("I have stored it")).click();

        test(button("Revoke …")).click();
        test(find(ConfirmDialog.class).single()).confirm();

        assertThat(tokens.all().getFirst().revokedAt()).isEqualTo(CLOCK.instant());
        assertThat(table()).contains("Revoked 4 May 2026, 12:00 UTC");
        assertThat(find(Button.class).withText("Revoke …").all()).isEmpty();
    }

    private Button button(String words) {
        return find(Button.class).withText(words).single();
    }

    @SuppressWarnings("unchecked")
    private CheckboxGroup<ApiScope> scopes() {
        return find(CheckboxGroup.class).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> reach(String label) {
        return find(ComboBox.class).withCaption(label).single();
    }

    private String table() {
        return find(DataTable.class).single().getElement().getTextRecursively();
    }

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    @Produces
    static ApiTokens tokens() {
        return tokens;
    }

    @Produces
    @ExcludeBean
    static Catalog catalog() {
        return new InMemoryCatalog(new InMemoryAccounts(), new RecordingAuditTrail()).catalog();
    }

    @Produces
    static final AuditTrail TRAIL = new RecordingAuditTrail();

    @Produces
    static final InstantSource CLOCK = () -> Instant.parse("2026-05-04T12:00:00Z");
}
