package org.overread.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Instant;
import java.util.List;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Role;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.Stage;
import org.overread.web.shell.Tag;
import org.overread.web.testing.Hospital;
import org.overread.web.testing.HospitalTest;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = VersionView.class)
@AddBeanClasses({VersionView.class, OverviewTab.class, Standing.class, VersionViewTest.Figures.class})
class VersionViewTest extends HospitalTest {
    private static final Instant MARCH = Instant.parse("2026-03-03T09:00:00Z");
    private static final Instant APRIL = Instant.parse("2026-04-02T09:00:00Z");

    @BeforeEach
    void aModelOwnerLooksAtSepsis() {
        Hospital.openWithSepsis(2);
        SignedIn.as(People.with(Role.MODEL_OWNER));
    }

    @Test
    void saysInOneLineHowItIs() {
        assertThat(line(1)).isEqualTo("Registered on 1 Jan 2026; not in use at any site.");

        Hospital.bring(1, Stage.GENERAL, "north", MARCH);
        Hospital.bring(1, Stage.SILENT, "south", MARCH);

        assertThat(line(1))
                .isEqualTo("Live at North Hospital since 3 Mar 2026 (General use). "
                        + "Silent run at South Hospital since 3 Mar 2026.");
    }

    @Test
    void saysWhichVersionTookItsPlace() {
        Hospital.bring(1, Stage.GENERAL, "north", MARCH);
        Hospital.bring(2, Stage.PILOT, "north", APRIL);
        assertThat(line(1)).isEqualTo("Live at North Hospital since 3 Mar 2026 (General use).");

        Hospital.bring(2, Stage.GENERAL, "north", APRIL);
        assertThat(line(1)).isEqualTo("Replaced at North Hospital by version 2 on 2 Apr 2026.");
    }

    @Test
    @DisplayName("A7: a step that nobody decided is told as such, and the version is not live by it")
    void tellsAStepThatNobodyDecided() {
        Hospital.inMemory().stray(new ModelVersionId("sepsis", 1), Stage.GENERAL, "north");

        assertThat(line(1))
                .isEqualTo("The database holds a step of this version that nobody has decided; it counts for nothing."
                        + " Registered on 1 Jan 2026; not in use at any site.");
    }

    @Test
    @DisplayName(
            "A7: what the audit trail does not bear out is not called live, and everybody who reads the page is warned")
    void warnsOfWhatTheTrailDoesNotBearOut() {
        Hospital.bring(1, Stage.GENERAL, "north", MARCH);
        Hospital.DOUBTS.add("The audit trail does not bear out what stands here: stage entry 7 has no entry.");
        SignedIn.as(People.with(Role.CLINICIAN));

        assertThat(line(1))
                .isEqualTo("In doubt at North Hospital: the database says General use since 3 Mar 2026,"
                        + " and the audit trail does not bear that out.");
        assertThat(find(Paragraph.class).all()).extracting(Paragraph::getText).contains(Hospital.DOUBTS.getFirst());
        assertThat(tags()).contains("In doubt: General use").doesNotContain("General use");
    }

    @Test
    void showsTheTabsOfFeaturesInTheirOrderAndOnlyThoseThatAreOpen() {
        assertThat(tabs()).containsExactly("Overview", "Figures");

        SignedIn.as(People.with(Role.CLINICIAN));

        assertThat(tabs()).containsExactly("Overview");
    }

    @Test
    void opensTheTabThatTheAddressNames() {
        open("models/sepsis/versions/1?tab=figures&by=sex");

        assertThat(find(TabSheet.class).single().getSelectedTab().getLabel()).isEqualTo("Figures");
        assertThat(find(Span.class).withText("figures by sex").exists()).isTrue();
    }

    @Test
    @DisplayName("A1: a version that is not kept as it was registered says so")
    void tellsAVersionThatWasAltered() {
        open("models/sepsis/versions/1");
        assertThat(tags()).contains("Intact");

        Hospital.inMemory()
                .tamper(
                        new ModelVersionId("sepsis", 1),
                        CatalogFixtures.declaration(org.overread.registry.catalog.ChangeType.FIRST, "another prompt"));
        open("models/sepsis/versions/1");

        assertThat(tags()).contains("No longer as it was registered").doesNotContain("Intact");
    }

    @Test
    void offersToEachOnlyWhatTheyMayDo() {
        Hospital.bring(1, Stage.PILOT, "north", MARCH);

        open("models/sepsis/versions/1");
        assertThat(find(Anchor.class).withText("Request promotion").all()).hasSize(2);
        assertThat(find(Button.class).withText("Stop here").exists()).isFalse();

        SignedIn.as(People.with(Role.SAFETY_OFFICER));
        open("models/sepsis/versions/1");
        assertThat(find(Anchor.class).withText("Request promotion").exists()).isFalse();
        assertThat(find(Button.class).withText("Stop here").all()).hasSize(1);
    }

    @Test
    void stopsALiveVersionWithAReasonAndNeverWithoutOne() {
        Hospital.bring(1, Stage.PILOT, "north", MARCH);
        SignedIn.as(People.with(Role.SAFETY_OFFICER));
        open("models/sepsis/versions/1");
        test(find(Button.class).withText("Stop here").single()).click();

        test(find(Button.class).withText("Stop now").single()).click();
        var reason = find(TextArea.class).withCaption("Reason").single();
        assertThat(reason.getErrorMessage()).isEqualTo("Reason is required.");

        test(reason).setValue("Misses every second case");
        test(find(Button.class).withText("Stop now").single()).click();
        assertThat(tags()).contains("Suspended");
        assertThat(line(1)).isEqualTo("Stopped at North Hospital since 4 May 2026: Misses every second case.");
    }

    private String line(int version) {
        open("models/sepsis/versions/" + version);
        return find(com.vaadin.flow.component.html.Paragraph.class)
                .withClassName("state-line")
                .single()
                .getText();
    }

    private List<String> tabs() {
        open("models/sepsis/versions/1");
        var sheet = find(TabSheet.class).single();
        return java.util.stream.IntStream.range(0, sheet.getTabCount())
                .mapToObj(at -> sheet.getTabAt(at).getLabel())
                .toList();
    }

    private List<String> tags() {
        return find(Tag.class).all().stream()
                .map(tag -> tag.getElement().getTextRecursively())
                .toList();
    }

    /** Goes there by way of another page, so that nothing is left of the last look. */
    private void open(String address) {
        navigate("models/sepsis/versions/2", VersionView.class);
        var question = address.indexOf('?');
        if (question < 0) {
            navigate(address, VersionView.class);
        } else {
            com.vaadin
                    .flow
                    .component
                    .UI
                    .getCurrent()
                    .navigate(
                            address.substring(0, question),
                            com.vaadin.flow.router.QueryParameters.fromString(address.substring(question + 1)));
        }
    }

    static final class Figures implements VersionTab {
        @Override
        public String key() {
            return "figures";
        }

        @Override
        public String title() {
            return "Figures";
        }

        @Override
        public int order() {
            return 20;
        }

        @Override
        public boolean openTo(VersionPage page) {
            return page.may(Permission.READ_PERFORMANCE);
        }

        @Override
        public Component show(VersionPage page) {
            return new Span("figures by " + page.query().getOrDefault("by", "all"));
        }
    }
}
