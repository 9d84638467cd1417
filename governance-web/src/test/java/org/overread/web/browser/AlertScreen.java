package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** One alert: who answers it, how its check stands, and what happened. */
final class AlertScreen extends Screen {
    AlertScreen(Visit visit, String title) {
        super(visit, "Alert");
        waitForTitle(title);
    }

    /** Says something in the dialog behind a button, and waits until it has closed. */
    void say(String button, String label, String words) {
        press(button);
        fill("vaadin-text-area", label, words);
        var dialog = page().getByRole(AriaRole.DIALOG);
        dialog.locator("vaadin-button")
                .filter(new Locator.FilterOptions().setHasText(button))
                .click();
        assertThat(dialog).hasCount(0);
        visit.settle();
    }

    /** Every row of what happened, the oldest first. */
    Locator happened() {
        return section("What happened").locator("tbody tr");
    }
}
