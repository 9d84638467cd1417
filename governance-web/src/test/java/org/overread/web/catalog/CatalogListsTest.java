package org.overread.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import java.util.List;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.Stage;
import org.overread.registry.testing.Actors;
import org.overread.web.testing.Hospital;
import org.overread.web.testing.HospitalTest;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = ModelsView.class)
@AddBeanClasses({ModelsView.class, SitesView.class})
class CatalogListsTest extends HospitalTest {
    @BeforeEach
    void aModelOwnerLooks() {
        Hospital.openEmpty();
        SignedIn.as(CatalogFixtures.MIRA);
    }

    @Test
    void saysHowTheFirstModelComesAbout() {
        assertThat(words(navigate(ModelsView.class))).contains("No model is registered yet", "Register the first one");
        assertThat(links()).containsExactly("Register a model");

        SignedIn.as(People.with(Role.COMPLIANCE));
        assertThat(words(models(""))).contains("A model owner registers models");
        assertThat(links()).isEmpty();
    }

    @Test
    void saysWhatIsLiveWhere() {
        Hospital.openWithSepsis(2);
        Hospital.bring(2, Stage.PILOT, "north", Instant.parse("2026-04-02T09:00:00Z"));

        assertThat(words(models("")))
                .contains(
                        "Early warning of sepsis",
                        "Live",
                        "North Hospital: version 2 (Pilot)",
                        "Risk score",
                        "High",
                        "clara, mira");
    }

    @Test
    void findsByWordsAndSaysWhenNothingMatches() {
        Hospital.openWithSepsis(1);

        assertThat(words(models("MIRA"))).contains("Early warning of sepsis");
        assertThat(words(models("oncology"))).contains("No model matches “oncology”.");
    }

    @Test
    @DisplayName("G1: a model of another department is not in the list")
    void hidesModelsOutOfReach() {
        Hospital.openWithSepsis(1);
        SignedIn.as(Actors.within(new Scope(null, "oncology", null), "otto", Role.MODEL_OWNER));

        assertThat(words(models(""))).contains("No model is registered yet that you may see.");
    }

    @Test
    void administratorsAddSites() {
        Hospital.openEmpty();
        SignedIn.as(CatalogFixtures.ADMIN);
        var view = navigate(SitesView.class);
        assertThat(words(view)).contains("There is no site yet.");

        test(view.name).setValue("North Hospital");
        test(view.id).setValue("North");
        test(view.more).click();
        assertThat(view.id.isInvalid()).isTrue();

        test(view.id).setValue("north");
        test(view.more).click();
        assertThat(Hospital.inMemory().catalog().sites(CatalogFixtures.ADMIN))
                .containsExactly(new Site("north", "North Hospital"));
        assertThat(words(view)).contains("North Hospital").doesNotContain("There is no site yet.");
        assertThat(view.name.getValue()).isEmpty();
    }

    private ModelsView models(String find) {
        UI.getCurrent().navigate("models", QueryParameters.of("q", find));
        return find(ModelsView.class).single();
    }

    private List<String> links() {
        return find(Anchor.class).all().stream().map(Anchor::getText).toList();
    }

    private static String words(Component view) {
        return view.getElement().getTextRecursively();
    }
}
