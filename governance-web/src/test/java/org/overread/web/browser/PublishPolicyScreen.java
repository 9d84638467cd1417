package org.overread.web.browser;

import com.microsoft.playwright.Locator;

/** Where the chair writes what must be shown before a version goes live. */
final class PublishPolicyScreen extends Screen {
    PublishPolicyScreen(Visit visit) {
        super(visit, "Publish a policy");
        visit.open("policies");
        waitForTitle("Policies");
        follow("Publish a policy");
        waitForTitle("Publish a policy");
    }

    /** Both kinds of evidence, and the two reviews that are suggested: a clinical and a technical one. */
    void write(String name, String model, String outcomes, String sensitivity, String password) {
        fill("vaadin-text-field", "Name", name);
        choose("For", model);
        tick("Opens the stages", "Pilot");
        tick("May be entered from", "Registered");
        limit(1, outcomes);
        limit(2, sensitivity);
        fill("vaadin-text-area", "Why", "The committee has agreed.");
        fill("vaadin-password-field", "Your password", password);
    }

    void publish() {
        press("Publish for good");
    }

    /** What it will say, in sentences. */
    Locator preview() {
        return page().locator(".preview");
    }

    private void tick(String group, String stage) {
        field("vaadin-checkbox-group", group).getByLabel(stage).check();
        visit.settle();
    }

    private void limit(int criterion, String limit) {
        var input = page().getByLabel("Criterion " + criterion).getByLabel("Limit");
        input.fill(limit);
        input.blur();
        visit.settle();
    }
}
