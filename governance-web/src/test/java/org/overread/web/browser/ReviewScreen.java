package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** One output, and what a clinician thinks of it. */
final class ReviewScreen extends Screen {
    ReviewScreen(Visit visit, String model) {
        super(visit, "Review");
        waitForTitle(model);
        awake();
    }

    /** Waits until the keys no longer rest. */
    void awake() {
        assertThat(page().locator(".answers[data-rests]")).hasCount(0);
        visit.settle();
    }

    /** Opens the form of an override by its key. */
    void override() {
        visit.press("o");
        assertThat(reason(1)).isVisible();
        visit.settle();
    }

    /** Chooses a reason by its number. */
    void choose(int reason) {
        visit.press(String.valueOf(reason));
        assertThat(reason(reason)).isChecked();
        visit.settle();
    }

    void save() {
        visit.press("Control+Enter");
        visit.settle();
    }

    Locator reason(int number) {
        return page().getByRole(AriaRole.RADIO).nth(number - 1);
    }

    Locator comment() {
        return page().getByLabel("Comment", new Page.GetByLabelOptions().setExact(true));
    }

    /** What is marked in the text as it is typed. */
    Locator marked() {
        return page().locator(".marked-text mark");
    }

    Locator saveButton() {
        return button("Save (Ctrl+Enter)");
    }

    Locator undo() {
        return button("Undo (U)");
    }

    Locator said() {
        return section("What you said");
    }
}
