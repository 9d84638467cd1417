package org.overread.web.browser;

import com.microsoft.playwright.Locator;
import java.util.List;

/** One model: its versions, and which of them was live. */
final class ModelScreen extends Screen {
    ModelScreen(Visit visit, String name) {
        super(visit, "Model");
        waitForTitle(name);
    }

    /** Declares and freezes the next version; the page of the version comes up. */
    void registerVersion(String threshold, List<String> subgroups) {
        follow("Register a version");
        fill("vaadin-number-field", "Threshold", threshold);
        subgroups.forEach(each -> seek("vaadin-multi-select-combo-box", "Fair by", each));
        page().keyboard().press("Escape");
        visit.accessible("Register a version");
        press("Register and freeze");
    }

    /** Asks which version is live at the site now. */
    Locator liveAt(String site) {
        choose("At this site", site);
        return page().locator(".answer");
    }
}
