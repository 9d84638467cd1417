package org.overread.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ModelVersionId;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.VersionDeclaration;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Tag;
import org.overread.web.testing.Hospital;
import org.overread.web.testing.HospitalTest;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = RegisterVersionView.class)
@AddBeanClasses({RegisterVersionView.class, VersionView.class, Standing.class, OverviewTab.class})
class RegisterVersionViewTest extends HospitalTest {
    @BeforeEach
    void miraRegisters() {
        Hospital.openWithSepsis(1);
        SignedIn.as(CatalogFixtures.MIRA);
    }

    @Test
    @DisplayName("A1: a version is frozen with what was declared, and its page shows the digest")
    void freezesWhatWasDeclared() {
        var form = open();
        test(form.changeType).selectItem("Recalibrated");
        test(form.threshold).setValue(0.2);
        test(form.mlflowRun).setValue("run-8");
        register();

        var version = Hospital.inMemory().catalog().version(CatalogFixtures.MIRA, new ModelVersionId("sepsis", 2));
        var first = CatalogFixtures.firstVersion();
        assertThat(version.declared())
                .isEqualTo(new VersionDeclaration(
                        0.2,
                        ChangeType.RECALIBRATED,
                        null,
                        first.configuration(),
                        "prompt of 1",
                        "run-8",
                        first.trainingData(),
                        null,
                        java.util.List.of("race", "sex")));
        assertThat(getCurrentView()).isInstanceOf(VersionView.class);
        assertThat(find(Span.class).withClassName("digest").single().getText())
                .isEqualTo(version.digest().hex());
        assertThat(find(Tag.class).withClassName("good").single().getElement().getTextRecursively())
                .isEqualTo("Intact");
    }

    @Test
    void tellsAThresholdOutOfRangeBesideTheField() {
        var form = open();
        test(form.changeType).selectItem("Threshold");
        test(form.threshold).setValue(15.0);
        register();

        assertThat(form.threshold.getErrorMessage()).isEqualTo("Threshold must be a number from 0 to 1.");
    }

    @Test
    void tellsThatTheSameIsDeclaredAlready() {
        freezesWhatWasDeclared();
        var form = open();
        test(form.changeType).selectItem("Recalibrated");
        test(form.mlflowRun).setValue("run-8");
        register();

        assertThat(find(Fields.class).single().getElement().getTextRecursively())
                .contains("sepsis/2 declares exactly the same already");
    }

    private DeclarationForm open() {
        navigate("models/sepsis/new-version", RegisterVersionView.class);
        return find(DeclarationForm.class).single();
    }

    private void register() {
        test(find(Button.class).withText("Register and freeze").single()).click();
    }
}
