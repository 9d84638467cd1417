package org.overread.web.browser;

import com.microsoft.playwright.Locator;

/** Who did what, and whether the chain of it all still holds. */
final class AuditScreen extends Screen {
    AuditScreen(Visit visit, String model) {
        super(visit, "Audit trail");
        visit.open("audit?model=" + model);
        waitForTitle("Audit trail");
    }

    void verify() {
        press("Verify now");
    }

    Locator badge() {
        return page().locator(".chain-badge");
    }

    Locator entries() {
        return page().locator(".audit-list vaadin-grid-cell-content");
    }
}
