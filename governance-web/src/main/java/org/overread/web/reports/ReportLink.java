package org.overread.web.reports;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.overread.reports.archive.ArchivedReport;

/** A produced report: a link that takes a copy of it, its size, and the SHA-256 of its bytes. */
public final class ReportLink extends Div {
    private static final long serialVersionUID = 1L;
    private static final long KILO = 1_000;
    private static final long MEGA = 1_000_000;

    private final Anchor link;

    public ReportLink(ArchivedReport report) {
        link = new Anchor("api/v1/reports/" + report.id(), report.fileName());
        link.setRouterIgnore(true);
        link.getElement().setAttribute("download", report.fileName());
        var size = new Span(" " + size(report.size()));
        size.addClassName("quiet");
        var digest = new Span("SHA-256 " + report.sha256().hex());
        digest.addClassNames("digest", "quiet");
        add(new Div(link, size), digest);
    }

    /** Starts to take the copy, as a click on the link would. */
    ReportLink takenAtOnce() {
        link.getElement().executeJs("this.click()");
        return this;
    }

    private static String size(long bytes) {
        return bytes < MEGA
                ? Math.max(1, bytes / KILO) + " kB"
                : String.format(Locale.ROOT, "%.1f MB", (double) bytes / MEGA);
    }
}
