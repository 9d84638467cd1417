package org.overread.web.catalog;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;

@Route(Where.VERSION)
@Needs(Permission.READ_MODELS)
@Dependent
class VersionView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Catalog catalog;
    private final transient Standing standing;
    private final transient Instance<VersionTab> tabs;
    private final transient Instance<VersionTruth> truths;
    private final transient CurrentActor current;
    private final Paragraph line = new Paragraph();
    private final Div state = new Div();
    private @Nullable VersionTabs sheet;
    private @Nullable ModelVersionId shown;
    private String title = "";

    @Inject
    VersionView(
            Catalog catalog,
            Standing standing,
            @Any Instance<VersionTab> tabs,
            @Any Instance<VersionTruth> truths,
            CurrentActor current) {
        this.catalog = catalog;
        this.standing = standing;
        this.tabs = tabs;
        this.truths = truths;
        this.current = current;
        line.addClassName("state-line");
        state.addClassName("version-state");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var actor = current.actor();
        var id = Where.version(event);
        var query = new HashMap<String, String>();
        event.getLocation().getQueryParameters().getParameters().forEach((name, values) -> {
            if (!values.isEmpty()) {
                query.put(name, values.getFirst());
            }
        });
        var page = new VersionPage(catalog.model(actor, id.model()), catalog.version(actor, id), actor, query);
        title = page.model().name() + ", version " + id.version();
        line.setText(standing.sentence(page));
        state.removeAll();
        state.add(line);
        standing.doubts(page).forEach(doubt -> state.add(warning(doubt)));
        truths.stream().flatMap(truth -> truth.of(page).stream()).forEach(state::add);
        if (sheet == null || !id.equals(shown)) {
            removeAll();
            sheet = new VersionTabs(tabs.stream().toList(), page);
            shown = id;
            add(
                    new Anchor(
                            "models/" + id.model(),
                            "All versions of " + page.model().name()),
                    state,
                    sheet);
        }
        sheet.show(page);
    }

    private static Paragraph warning(String doubt) {
        var warning = new Paragraph(doubt);
        warning.addClassName("refusal");
        warning.getElement().setAttribute("role", "alert");
        return warning;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
