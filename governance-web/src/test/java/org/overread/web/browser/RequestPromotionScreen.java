package org.overread.web.browser;

import com.microsoft.playwright.Locator;
import org.overread.registry.catalog.Stage;

/** Where a model owner asks that a version goes live, and sees what the gate would say. */
final class RequestPromotionScreen extends Screen {
    RequestPromotionScreen(Visit visit, String model, String name, Stage stage) {
        super(visit, "Request a promotion");
        visit.open("models/%s/versions/2/promote?site=%s&stage=%s".formatted(model, Groundwork.SITE, stage));
        waitForTitle("Request promotion of " + name + ", version 2");
    }

    /** What the gate would say now. */
    Locator answer() {
        return section("What the gate would say now");
    }

    /** Why it was not taken. */
    Locator refusal() {
        return page().locator(".refusal").filter(new Locator.FilterOptions().setVisible(true));
    }

    void submit(String why) {
        fill("vaadin-text-area", "Why", why);
        press("Submit the request");
    }
}
