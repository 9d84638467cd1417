package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;

/** What waits for somebody. */
final class ForYouScreen extends Screen {
    ForYouScreen(Visit visit) {
        super(visit, "For you");
        waitForTitle("For you");
    }

    /** The thing that has the focus: whoever presses Enter is there. */
    Locator focused() {
        return page().locator("a:focus");
    }

    /** Opens an output that waits for review, by the name of its model. */
    ReviewScreen review(String model) {
        waiting(model).tap();
        return new ReviewScreen(visit, model);
    }

    ReviewScreen reviewTheFocused(String model) {
        assertThat(focused()).containsText(model);
        visit.press("Enter");
        return new ReviewScreen(visit, model);
    }

    Locator waiting(String words) {
        return page().locator(".waiting-list a").filter(new Locator.FilterOptions().setHasText(words));
    }
}
