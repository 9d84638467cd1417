package org.overread.web.connections;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.EmailField;
import jakarta.enterprise.inject.Produces;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBeanClasses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.notify.mail.Addresses;
import org.overread.registry.Actor;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.testing.Actors;
import org.overread.web.shell.Doors;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = MyNoticesView.class)
@AddBeanClasses({MyNoticesView.class, MyNoticesViewTest.Beans.class})
@ExcludeBeanClasses(Addresses.class)
class MyNoticesViewTest extends ViewTest {
    private static final Actor.Person MIRA = Actors.person("mira", Role.MODEL_OWNER);
    private static final Map<PersonId, String> KNOWN = new HashMap<>();

    /** Addresses that are kept for the length of a test. */
    static final class Beans {
        @Produces
        static Addresses addresses() {
            return new Addresses() {
                @Override
                public Optional<String> known(Actor actor, PersonId person) {
                    return Optional.ofNullable(KNOWN.get(person));
                }

                @Override
                public void set(Actor actor, PersonId person, @Nullable String address) {
                    GovernanceException.refuse(
                            "Nobody could be written to there.",
                            new FieldProblems()
                                    .when("mira@nowhere".equals(address), "address", "is not an address")
                                    .list());
                    if (address == null || address.isBlank()) {
                        KNOWN.remove(person);
                    } else {
                        KNOWN.put(person, address);
                    }
                }
            };
        }
    }

    @BeforeEach
    void miraLooks() {
        KNOWN.clear();
        SignedIn.as(MIRA);
    }

    @Test
    @DisplayName("F4: whoever has no address is told that no notice can be sent, and can set one")
    void setsAnAddress() {
        navigate(MyNoticesView.class);
        assertThat(address().getHelperText()).isEqualTo("Empty: no notice can be sent");
        assertThat(find(Paragraph.class).all())
                .anyMatch(words -> words.getText().contains("nothing of a patient"));

        test(address()).setValue("mira@hospital.example");
        save();

        assertThat(KNOWN).containsExactly(Map.entry(MIRA.personId(), "mira@hospital.example"));
        assertThat(notice()).isEqualTo("Notices go there from now on.");
    }

    @Test
    @DisplayName("F4: one's own address is shown, and forgotten when it is cleared")
    void forgetsAnAddress() {
        KNOWN.put(MIRA.personId(), "mira@hospital.example");
        navigate(MyNoticesView.class);
        assertThat(address().getValue()).isEqualTo("mira@hospital.example");

        test(address()).setValue("");
        save();

        assertThat(KNOWN).isEmpty();
        assertThat(notice()).isEqualTo("The address is forgotten.");
    }

    @Test
    @DisplayName("F4: an address that cannot be one is refused beside the field, and nothing is kept")
    void refusesWhatIsNoAddress() {
        navigate(MyNoticesView.class);

        test(address()).setValue("mira@nowhere");
        save();

        assertThat(address().isInvalid()).isTrue();
        assertThat(address().getErrorMessage()).contains("is not an address");
        assertThat(KNOWN).isEmpty();
    }

    @Test
    @DisplayName("G1: everybody who reads models sets their own address")
    void opensToEverybody() {
        assertThat(Doors.open(MyNoticesView.class, MIRA)).isTrue();
        assertThat(Doors.open(MyNoticesView.class, People.with(Role.CLINICIAN))).isTrue();
    }

    private EmailField address() {
        return find(EmailField.class).single();
    }

    private void save() {
        test(find(Button.class).withText("Save the address").single()).click();
    }

    private String notice() {
        return test(find(Notification.class).single()).getText();
    }
}
