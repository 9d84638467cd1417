package org.overread.web.browser;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;

/** Where compliance produces what proves something. */
final class ReportsScreen extends Screen {
    ReportsScreen(Visit visit, String model) {
        super(visit, "Reports");
        visit.open("reports?text=" + model);
        waitForTitle("Reports");
    }

    /** Produces the workbook of the only request about that model; a copy is taken at once. */
    Download exportWorkbook(String model) {
        var request = page().getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(model + "/2"))
                .first();
        return page().waitForDownload(() -> request.getByRole(AriaRole.BUTTON).click());
    }
}
