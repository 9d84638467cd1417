package org.overread.web.shell;

import com.vaadin.flow.component.UI;
import org.overread.registry.Actor;

/** Lets an open page notice by itself that the session of its person has come to an end, and lead to the sign-in page. */
final class SessionEnd {
    private static final String SCRIPT = "context://session.js";

    private SessionEnd() {}

    static void watch(Actor person, UI ui) {
        ui.getPage().addJavaScript(SCRIPT);
        ui.getPage().executeJs("window.overreadSession?.watch($0)", person.id());
    }
}
