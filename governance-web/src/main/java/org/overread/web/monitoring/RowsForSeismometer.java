package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.performance.KnownCases.Basis;
import org.overread.monitoring.performance.Window;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.reports.seismometer.SeismometerExports;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** Hands the rows behind the shown figures to a notebook, for those who may export. */
@ApplicationScoped
class RowsForSeismometer {
    @Inject
    SeismometerExports exports;

    Component of(VersionPage page, Asked asked) {
        if (!page.actor().may(Permission.EXPORT_REPORTS, page.place().at(asked.site()))) {
            return new Div();
        }
        var window = asked.question(Times.zone()).window();
        var told = new Div();
        told.getElement().setAttribute("role", "status");
        var button = new Button("Export rows for Seismometer");
        button.setDisableOnClick(true);
        button.addClickListener(_ -> {
            try {
                told.removeAll();
                told.add(answer(page, window));
            } finally {
                button.setEnabled(true);
            }
        });
        return Page.section(
                "The rows behind these figures",
                Page.quiet("A folder that the notebook tool Seismometer starts on: predictions with a score and a known"
                        + " outcome, patients by names that hold in this export only. Each export is recorded."),
                button,
                told);
    }

    private Component answer(VersionPage page, Window window) {
        try {
            var basis = exports.offered(page.actor(), page.id(), window);
            return new Div(new Paragraph(words(page, basis)), link(page, window));
        } catch (GovernanceException refused) {
            return new Paragraph(String.valueOf(refused.getMessage()));
        }
    }

    private static String words(VersionPage page, Basis basis) {
        var left = basis.predictions() - basis.cases();
        return "%s predictions of %s patients%s.%s"
                .formatted(
                        Numbers.count(basis.cases()),
                        Numbers.count(basis.patients()),
                        left == 0 ? "" : "; %s without score or outcome are left out".formatted(Numbers.count(left)),
                        page.version().declared().threshold() == null
                                ? " The version declares no threshold, so Seismometer takes its own."
                                : "");
    }

    private static Anchor link(VersionPage page, Window window) {
        var query = new LinkedHashMap<String, String>();
        put(query, "from", window.from());
        put(query, "to", window.to());
        put(query, "site", window.site());
        var link = new Anchor(
                "api/v1/%s/seismometer?%s"
                        .formatted(
                                VersionPage.address(page.id()),
                                query.entrySet().stream()
                                        .map(entry -> entry.getKey() + "="
                                                + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                                        .collect(Collectors.joining("&"))),
                "Download the folder (zip)");
        link.addClassName("download");
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", true);
        return link;
    }

    private static void put(Map<String, String> query, String name, @Nullable Object value) {
        if (value != null) {
            query.put(name, value.toString());
        }
    }
}
