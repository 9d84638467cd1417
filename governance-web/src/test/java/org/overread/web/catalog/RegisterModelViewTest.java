package org.overread.web.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.HasValidation;
import java.util.List;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.registry.catalog.RiskTier;
import org.overread.registry.identity.NamedPerson;
import org.overread.web.testing.Hospital;
import org.overread.web.testing.HospitalTest;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = RegisterModelView.class)
@AddBeanClasses({RegisterModelView.class, ModelView.class})
class RegisterModelViewTest extends HospitalTest {
    @BeforeEach
    void miraRegisters() {
        Hospital.openEmpty();
        SignedIn.as(CatalogFixtures.MIRA);
    }

    @Test
    @DisplayName(
            "A10: without a clinical owner a model is refused, the reason stands beside the field, nothing is lost")
    void refusesAModelWithoutAClinicalOwner() {
        var view = filled();
        view.form.clinicalOwner.clear();
        test(view.register).click();

        assertThat(view.form.clinicalOwner.getErrorMessage()).isEqualTo("Clinical owner is required.");
        assertThat(view.form.name.getValue()).isEqualTo("Sepsis risk score");
        assertThat(Hospital.inMemory().catalog().models(CatalogFixtures.MIRA)).isEmpty();
    }

    @Test
    void tellsEveryProblemBesideItsField() {
        var view = navigate(RegisterModelView.class);
        test(view.register).click();

        var form = view.form;
        assertThat(List.<HasValidation>of(
                        form.name,
                        form.id,
                        form.intendedUse,
                        form.kind,
                        form.riskTier,
                        form.department,
                        form.clinicalOwner,
                        form.modelOwner,
                        form.sponsor))
                .allMatch(HasValidation::isInvalid);
    }

    @Test
    void offersAsOwnersThoseWhoHoldTheRole() {
        var form = navigate(RegisterModelView.class).form;

        assertThat(form.clinicalOwner.getListDataView().getItems())
                .extracting(NamedPerson::name)
                .containsExactly("clara");
        assertThat(form.modelOwner.getListDataView().getItems())
                .extracting(NamedPerson::name)
                .containsExactly("mira");
    }

    @Test
    void registersAndGoesToTheModel() {
        var view = filled();
        test(view.register).click();

        assertThat(getCurrentView()).isInstanceOf(ModelView.class);
        assertThat(Hospital.inMemory().catalog().models(CatalogFixtures.MIRA))
                .containsExactly(new RegisteredModel(
                        "sepsis-risk-score",
                        "Sepsis risk score",
                        "Adults on the ward",
                        OutputKind.RISK_SCORE,
                        RiskTier.HIGH,
                        "emergency",
                        CatalogFixtures.CLINICAL_OWNER,
                        CatalogFixtures.MODEL_OWNER,
                        "Chief medical officer",
                        Hospital.NOW));
    }

    private RegisterModelView filled() {
        var view = navigate(RegisterModelView.class);
        var form = view.form;
        test(form.name).setValue("Sepsis risk score");
        test(form.intendedUse).setValue("Adults on the ward");
        test(form.kind).selectItem("Risk score");
        test(form.riskTier).selectItem("High");
        form.department.setValue("emergency");
        test(form.clinicalOwner).selectItem("clara");
        test(form.modelOwner).selectItem("mira");
        test(form.sponsor).setValue("Chief medical officer");
        return view;
    }
}
