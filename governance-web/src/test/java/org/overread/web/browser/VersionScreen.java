package org.overread.web.browser;

import com.microsoft.playwright.JSHandle;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** One version of a model, with its tabs. */
final class VersionScreen extends Screen {
    private static final String FILE_IN_HAND = """
        ({ name, text }) => {
            const dragged = new DataTransfer();
            dragged.items.add(new File([text], name, { type: 'text/csv' }));
            return dragged;
        }\
        """;

    VersionScreen(Visit visit, String title) {
        super(visit, "Version");
        waitForTitle(title);
    }

    void tab(String words) {
        page().getByRole(
                        AriaRole.TAB, new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
        visit.settle();
    }

    /** What stands above the tabs and says how the version is. */
    Locator truth() {
        return page().locator(".version-state");
    }

    /** A column of the tab on drift. */
    Locator column(String name) {
        return page().locator(".moved-column")
                .filter(new Locator.FilterOptions()
                        .setHas(page().locator("vaadin-details-summary")
                                .filter(new Locator.FilterOptions().setHasText(name))));
    }

    /** Shows both distributions of a column. */
    void open(String name) {
        column(name).locator("vaadin-details-summary").click();
        visit.settle();
    }

    /** Drops a file of predictions where files are dropped. */
    void drop(String name, String text) {
        JSHandle dragged = page().evaluateHandle(FILE_IN_HAND, Map.of("name", name, "text", text));
        page().locator("vaadin-upload").dispatchEvent("drop", Map.of("dataTransfer", dragged));
    }

    /** Chooses a file that lies on the disk. */
    void send(Path file) {
        page().locator("vaadin-upload input[type=file]").setInputFiles(file);
    }

    /** What became of the file that was sent last. */
    Locator receipt() {
        return page().locator(".receipt");
    }

    /** A count of the receipt by its words. */
    Locator receipt(String words) {
        return receipt()
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions()
                        .setHas(page().getByRole(
                                        AriaRole.ROWHEADER,
                                        new Page.GetByRoleOptions()
                                                .setName(words)
                                                .setExact(true))))
                .locator("td");
    }

    /** The cells of the list of refused lines, its heading included, from left to right and from top to bottom. */
    Locator refused() {
        return receipt()
                .locator("vaadin-grid-cell-content:not(:empty)")
                .filter(new Locator.FilterOptions().setVisible(true));
    }

    /** The text of each cell of a row, the first included. */
    List<String> cells(String caption, String begins) {
        return row(caption, begins).locator("th, td").allInnerTexts();
    }
}
