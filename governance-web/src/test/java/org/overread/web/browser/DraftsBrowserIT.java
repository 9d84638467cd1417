package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What was typed and not yet saved, at a computer that several people use. */
class DraftsBrowserIT {
    private static final String MAX = "max.owner";
    private static final String KEPT = "Object.keys(sessionStorage).filter(key => key.startsWith('overread.draft.'))";

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    @Test
    @DisplayName("G1: typed words survive a reload, and signing out forgets them")
    void survivesAReloadAndNoSigningOut() {
        var max = CHROMIUM.visit(Device.DESKTOP);
        max.signIn(MAX);
        var screen = new RegisterModelScreen(max);
        screen.describe("Return within thirty days");

        max.open("new-model");

        assertThat(field(max, "Name")).hasValue("Return within thirty days");
        assertThat(field(max, "Intended use")).hasValue("Tells who may return within thirty days. Not for children.");
        assertThat(field(max, "Model owner")).hasValue("Max Lindqvist");
        assertThat(max.page().evaluate(KEPT))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isNotEmpty();

        max.page().locator("vaadin-menu-bar-button").first().click();
        max.page().getByText("Sign out").click();
        max.page().waitForURL("**/sign-in**");

        assertThat(max.page().evaluate(KEPT))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .isEmpty();
    }

    private static com.microsoft.playwright.Locator field(Visit visit, String label) {
        return visit.page()
                .getByLabel(label, new Page.GetByLabelOptions().setExact(true))
                .first();
    }
}
