package org.overread.web.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** One policy, where a second person confirms what asks less than before. */
final class PolicyScreen extends Screen {
    /** Opens it from what waits for the person. */
    PolicyScreen(Visit visit, String title) {
        super(visit, "Policy");
        follow("Confirm or decline: %s, which asks less than before".formatted(title));
        waitForTitle(title);
    }

    /** In which ways it asks less. */
    Locator laxer() {
        return section("In which ways it is laxer");
    }

    void confirm(String password) {
        press("Confirm …");
        page().getByRole(AriaRole.DIALOG).getByLabel("Your password").fill(password);
        press("Confirm");
    }
}
