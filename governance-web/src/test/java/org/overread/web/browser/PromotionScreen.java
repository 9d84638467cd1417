package org.overread.web.browser;

import com.microsoft.playwright.Locator;

/** One request: the gate's checklist, who has signed, and what the visitor may do. */
final class PromotionScreen extends Screen {
    PromotionScreen(Visit visit, String name) {
        super(visit, "Promotion request");
        waitForTitle(name + ", version 2 to Pilot at Northgate Demonstration Hospital, North");
    }

    /** The line that says how it stands. */
    Locator state() {
        return page().locator("[role=status]:has(.state-line)");
    }

    Locator checklist() {
        return page().locator(".checklist").first();
    }

    Locator reviews() {
        return section("Who reviews");
    }

    /** Opens the dialog in which one signs. */
    SignDialogScreen sign(String button) {
        press(button);
        return new SignDialogScreen(visit);
    }

    /** The id of the request, out of the address. */
    String id() {
        return page().url().replaceFirst(".*/promotions/", "").replaceFirst("[?].*", "");
    }
}
