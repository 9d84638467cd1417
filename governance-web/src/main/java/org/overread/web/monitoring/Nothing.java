package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import org.overread.registry.Permission;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.Page;

/** What is said while a version has no predictions, or none in the chosen period. */
final class Nothing {
    private Nothing() {}

    static Component sent(VersionPage page) {
        return Page.empty(
                "No predictions here yet.",
                page.mayWithin(Permission.SEND_PREDICTIONS)
                        ? "Drop a file on the tab Data, or let the model server send them. If you chose a period or a"
                                + " site, choose a wider one."
                        : "They appear here once the model server or the model's owner has sent some. If you chose a"
                                + " period or a site, choose a wider one.");
    }
}
