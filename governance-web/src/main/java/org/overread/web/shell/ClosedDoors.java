package org.overread.web.shell;

import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.inject.Inject;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.overread.web.security.RefusedAttempts;

/** Puts on record what a person was refused on a page: the page by its route, never what somebody typed. */
@ApplicationScoped
class ClosedDoors {
    @Inject
    RefusedAttempts refused;

    /** Where no bean is injected. A view that is shown without the product behind it has nobody to tell. */
    static void tell(Consumer<ClosedDoors> what) {
        CDI.current().select(ClosedDoors.class).stream().forEach(what);
    }

    /** That this person may not enter that view. */
    void entering(BeforeEnterEvent event) {
        record("enter", "open", event.getNavigationTarget(), event.getRouteParameters());
    }

    /** That this person was refused something on the page that is open. */
    void on(@Nullable UI ui) {
        if (ui != null && !ui.getInternals().getActiveRouterTargetsChain().isEmpty()) {
            HasElement view = ui.getInternals().getActiveRouterTargetsChain().getFirst();
            record("act on", "do something on", view.getClass(), parameters(ui));
        }
    }

    private void record(String tried, String words, Class<?> view, RouteParameters parameters) {
        var route = view.getAnnotation(Route.class);
        var page = route == null ? view.getSimpleName() : route.value();
        var model = parameters.get("model").orElse(null);
        var version = parameters.get("version").orElse(null);
        var subject =
                model == null ? parameters.get("id").orElse(null) : version == null ? model : model + "/" + version;
        refused.record(tried + " the page " + page, words + " " + name(view, page), subject, model);
    }

    /** By its title; where that depends on what it shows, by what is shown there. */
    private static String name(Class<?> view, String page) {
        var title = view.getAnnotation(PageTitle.class);
        return title == null
                ? "a page of " + page.replaceFirst("/.*", "").replace('-', ' ')
                : "the page " + title.value();
    }

    private static RouteParameters parameters(UI ui) {
        return ui.getInternals()
                .getRouter()
                .getRegistry()
                .getNavigationRouteTarget(
                        ui.getInternals().getActiveViewLocation().getPath())
                .getRouteParameters();
    }
}
