package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Where somebody puts their name under a review or a decision. */
final class SignDialogScreen extends Screen {
    SignDialogScreen(Visit visit) {
        super(visit, "Signing dialog");
        assertThat(dialog().getByLabel("Your password")).isVisible();
        visit.settle();
    }

    /** Chooses what the signature means; nothing is chosen beforehand. */
    SignDialogScreen meaning(String title) {
        dialog().getByLabel(title, new Locator.GetByLabelOptions().setExact(true))
                .check();
        visit.settle();
        return this;
    }

    /** Types the password and signs, by the Enter key. */
    void sign(String password) {
        dialog().getByLabel("Your password").fill(password);
        page().keyboard().press("Enter");
        visit.settle();
    }

    Locator dialog() {
        return page().getByRole(AriaRole.DIALOG);
    }

    Locator refusal() {
        return dialog().locator(".refusal");
    }
}
