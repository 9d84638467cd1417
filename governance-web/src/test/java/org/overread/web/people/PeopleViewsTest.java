package org.overread.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBean;
import org.jboss.weld.junit5.auto.ExcludeBeanClasses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.notify.mail.Addresses;
import org.overread.registry.Actor;
import org.overread.registry.Grant;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.InMemoryCatalog;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.Accounts;
import org.overread.registry.identity.InMemoryAccounts;
import org.overread.registry.identity.PasswordHashes;
import org.overread.registry.identity.People;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = PeopleView.class)
@AddBeanClasses({PeopleView.class, NewPersonView.class, PersonView.class, People.class})
@ExcludeBeanClasses(Addresses.class)
class PeopleViewsTest extends ViewTest {
    private static final Actor.Person ADMIN = Actors.person("admin", Role.ADMINISTRATOR);
    private static final Actor.Person RITA =
            Actors.within(new Scope("sepsis", null, "north"), "rita", Role.CLINICAL_REVIEWER);

    private static final Map<PersonId, String> WRITTEN_TO = new HashMap<>();

    private static InMemoryAccounts accounts = new InMemoryAccounts();

    @BeforeEach
    void anAdministratorAndAReviewer() {
        accounts = new InMemoryAccounts().with(ADMIN).with(RITA);
        SignedIn.as(ADMIN);
    }

    @Test
    void listsEveryoneWithTheirRoles() {
        navigate(PeopleView.class);

        assertThat(rows())
                .containsExactly(
                        "adminadmin | Administrator", "ritarita | Clinical reviewer: only model sepsis, site north");
    }

    @Test
    void findsByRole() {
        UI.getCurrent().navigate(PeopleView.class, QueryParameters.of("text", "Reviewer"));

        assertThat(rows()).hasSize(1).first().asString().contains("rita");
    }

    @Test
    void saysSoWhenNobodyIsFound() {
        UI.getCurrent().navigate(PeopleView.class, QueryParameters.of("text", "zz"));

        assertThat(words()).contains("Nobody is like this.");
    }

    @Test
    void addsAPersonAndGoesOnToTheirRoles() {
        navigate(NewPersonView.class);
        test(text("Name")).setValue("Ben Boole");
        test(text("Log-in name")).setValue("Ben");
        test(find(PasswordField.class).single()).setValue("correct horse battery");

        test(button("Add this person")).click();

        assertThat(accounts.byLogin("ben")).get().extracting(Account::name).isEqualTo("Ben Boole");
        assertThat(getCurrentView()).isInstanceOf(PersonView.class);
        assertThat(words()).contains("No role yet.");
    }

    @Test
    @DisplayName("F4: an administrator sets where somebody is written to about alerts")
    void setsTheAddressForNotices() {
        navigate("people/" + RITA.id(), PersonView.class);

        test(find(com.vaadin.flow.component.textfield.EmailField.class).single())
                .setValue("rita@hospital.example");
        test(button("Save the address")).click();

        assertThat(WRITTEN_TO).containsEntry(RITA.personId(), "rita@hospital.example");
    }

    @Test
    void saysWhatIsWrongNextToTheFieldAndKeepsWhatWasTyped() {
        navigate(NewPersonView.class);
        test(text("Log-in name")).setValue("rita");
        test(find(PasswordField.class).single()).setValue("short");

        test(button("Add this person")).click();

        assertThat(text("Name").getErrorMessage()).isEqualTo("Name is required.");
        assertThat(text("Log-in name").getErrorMessage()).isEqualTo("Log-in name belongs to somebody already.");
        assertThat(find(PasswordField.class).single().getErrorMessage())
                .isEqualTo("First password must be at least 12 characters long.");
        assertThat(text("Log-in name").getValue()).isEqualTo("rita");
        assertThat(words()).contains("This person cannot be added yet.");
    }

    @Test
    @DisplayName("G1: a role is given within a model, a department or a site")
    void givesARoleWithinAScope() {
        open(RITA);
        test(role()).selectItem("Safety officer");
        scope("Only department").setValue("Emergency");

        test(button("Give this role")).click();

        assertThat(grants(RITA))
                .contains(new Grant(Role.SAFETY_OFFICER, new Scope(null, "Emergency", null)))
                .hasSize(2);
        assertThat(find(ListItem.class).all())
                .extracting(item -> item.getElement().getTextRecursively())
                .containsExactly(
                        "Clinical reviewer: only model sepsis, site northTake away",
                        "Safety officer: only department EmergencyTake away");
    }

    @Test
    void asksForARoleBeforeGivingOne() {
        open(RITA);

        test(button("Give this role")).click();

        assertThat(role().getErrorMessage()).isEqualTo("Role is required.");
        assertThat(grants(RITA)).isEqualTo(RITA.grants());
    }

    @Test
    void takesARoleAway() {
        open(RITA);

        test(find(Button.class).withText("Take away").single()).click();

        assertThat(grants(RITA)).isEmpty();
        assertThat(words()).contains("No role yet.");
    }

    @Test
    void setsAPasswordThatMustBeChanged() {
        open(RITA);
        test(find(PasswordField.class).single()).setValue("another long password");

        test(button("Set this password")).click();

        assertThat(accounts.find(RITA.personId()))
                .get()
                .extracting(Account::passwordMustChange)
                .isEqualTo(true);
    }

    @Test
    void deactivatesAfterAskingAndLetsInAgain() {
        open(RITA);
        test(button("Deactivate …")).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(accounts.find(RITA.personId()))
                .get()
                .extracting(Account::active)
                .isEqualTo(false);

        test(button("Let them in again")).click();
        assertThat(accounts.find(RITA.personId()))
                .get()
                .extracting(Account::active)
                .isEqualTo(true);
    }

    private void open(Actor.Person person) {
        navigate(PersonView.class, person.id());
    }

    private List<String> rows() {
        var grid = find(Grid.class).single();
        var tester = test(grid);
        return IntStream.range(0, tester.size())
                .mapToObj(row -> cell(grid, row, 0) + " | " + cell(grid, row, 1))
                .toList();
    }

    private String cell(Grid<?> grid, int row, int column) {
        return test(grid).getCellComponent(row, column).getElement().getTextRecursively();
    }

    private TextField text(String label) {
        return find(TextField.class).withCaption(label).single();
    }

    private Button button(String words) {
        return find(Button.class).withText(words).single();
    }

    @SuppressWarnings("unchecked")
    private Select<Role> role() {
        return find(Select.class).single();
    }

    @SuppressWarnings("unchecked")
    private ComboBox<String> scope(String label) {
        return find(ComboBox.class).withCaption(label).single();
    }

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private static Set<Grant> grants(Actor.Person person) {
        return accounts.find(person.personId()).orElseThrow().grants();
    }

    @Produces
    static Addresses addresses() {
        return new Addresses() {
            @Override
            public Optional<String> known(Actor actor, PersonId person) {
                return Optional.ofNullable(WRITTEN_TO.get(person));
            }

            @Override
            public void set(Actor actor, PersonId person, @Nullable String address) {
                WRITTEN_TO.put(person, String.valueOf(address));
            }
        };
    }

    @Produces
    static Accounts accounts() {
        return accounts;
    }

    @Produces
    @ExcludeBean
    static Catalog catalog() {
        return new InMemoryCatalog(accounts, new RecordingAuditTrail()).catalog();
    }

    @Produces
    static final AuditTrail TRAIL = new RecordingAuditTrail();

    @Produces
    static final InstantSource CLOCK = () -> Instant.parse("2026-05-04T12:00:00Z");

    @Produces
    static final PasswordHashes HASHES = new PasswordHashes() {
        @Override
        public String hash(String password) {
            return "hash of " + password;
        }

        @Override
        public boolean matches(String password, @Nullable String hash) {
            return hash(password).equals(hash);
        }
    };
}
