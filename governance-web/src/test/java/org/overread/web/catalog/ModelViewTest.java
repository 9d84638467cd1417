package org.overread.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import java.time.Instant;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.web.testing.Hospital;
import org.overread.web.testing.HospitalTest;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = ModelView.class)
@AddBeanClasses(ModelView.class)
class ModelViewTest extends HospitalTest {
    @BeforeEach
    void sepsisWentLiveTwice() {
        Hospital.openWithSepsis(2);
        Hospital.bring(1, Stage.GENERAL, "north", Instant.parse("2026-02-01T09:00:00Z"));
        Hospital.bring(2, Stage.PILOT, "north", Instant.parse("2026-04-01T09:00:00Z"));
        SignedIn.as(People.with(Role.COMPLIANCE));
    }

    @Test
    @DisplayName(
            "A4, A5: the page says which versions were live at a site at a time, and the address holds the question")
    void answersWhichVersionWasLive() {
        assertThat(answer("north", "2026-01-31T09:00:00Z"))
                .isEqualTo("No version was live at North Hospital on 31 Jan 2026, 09:00 UTC.");
        assertThat(answer("north", "2026-03-01T09:00:00Z"))
                .isEqualTo("Version 1 was live at North Hospital on 1 Mar 2026, 09:00 UTC (General use).");
        assertThat(answer("north", "2026-04-01T09:00:00Z"))
                .isEqualTo("Versions were live at North Hospital on 1 Apr 2026, 09:00 UTC:"
                        + " version 1 (General use), version 2 (Pilot).");
        assertThat(answer("south", "2026-04-01T09:00:00Z"))
                .isEqualTo("No version was live at South Hospital on 1 Apr 2026, 09:00 UTC.");
    }

    @Test
    void answersAnewWhenTheSiteIsChosenByHand() {
        navigate("models/sepsis", ModelView.class);
        var question = find(LiveThen.class).single();
        test(question.site).selectItem("North Hospital");

        assertThat(find(Paragraph.class).withClassName("answer").single().getText())
                .isEqualTo("Versions were live at North Hospital on 4 May 2026, 08:00 UTC:"
                        + " version 1 (General use), version 2 (Pilot).");
    }

    @Test
    void survivesATimeThatIsNone() {
        assertThat(answer("north", "yesterday")).startsWith("Versions were live at North Hospital on 4 May 2026");
    }

    @Test
    void offersANewVersionOnlyToThoseWhoMayRegisterIt() {
        navigate("models/sepsis", ModelView.class);
        assertThat(find(Anchor.class).withText("Register a version").exists()).isFalse();

        SignedIn.as(People.with(Role.MODEL_OWNER));
        navigate("models/sepsis/", ModelView.class);
        assertThat(find(Anchor.class).withText("Register a version").exists()).isTrue();
    }

    private String answer(String site, String at) {
        UI.getCurrent()
                .navigate("models/sepsis", QueryParameters.of("site", site).merging("at", at));
        return find(Paragraph.class).withClassName("answer").single().getText();
    }
}
