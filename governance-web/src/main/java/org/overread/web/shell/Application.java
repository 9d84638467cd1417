package org.overread.web.shell;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.ColorScheme;
import com.vaadin.flow.component.page.Viewport;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;

/** The page around all views: theme, our own few styles, and light or dark as the system has it. */
@StyleSheet(Aura.STYLESHEET)
@StyleSheet("styles.css")
@StyleSheet("figures.css")
@StyleSheet("review.css")
@ColorScheme(ColorScheme.Value.SYSTEM)
@Viewport("width=device-width, initial-scale=1")
public class Application implements AppShellConfigurator {
    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Overread");
        settings.addLink("icon", "favicon.svg");
        settings.getUi().ifPresent(ui -> ui.setLocale(java.util.Locale.US));
    }
}
