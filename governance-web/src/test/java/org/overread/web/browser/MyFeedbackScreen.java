package org.overread.web.browser;

import com.microsoft.playwright.Locator;

/** What somebody said of outputs, and what came of it. */
final class MyFeedbackScreen extends Screen {
    MyFeedbackScreen(Visit visit) {
        super(visit, "My feedback");
        visit.open("my-feedback");
        waitForTitle("My feedback");
    }

    /** What was said of outputs of that model. */
    Locator about(String model) {
        return page().locator(".given").filter(new Locator.FilterOptions().setHasText(model));
    }
}
