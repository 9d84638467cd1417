package org.overread.web.reports;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableRunnable;
import com.vaadin.flow.function.SerializableSupplier;
import java.util.UUID;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.audit.AuditFilter;
import org.overread.reports.archive.ArchivedReport;
import org.overread.reports.archive.Exports;

/**
 * A button that produces a workbook, starts to take a copy of it, and then shows what was produced. It is not there for
 * those who may not export.
 */
public final class ExportButton extends Div {
    private static final long serialVersionUID = 1L;

    private final Div produced = new Div();
    private SerializableRunnable afterwards = () -> {};

    /**
     * Exports the workbook of one promotion.
     *
     * @param place the model, department and site that the promotion is about
     */
    public ExportButton(Exports exports, Actor actor, UUID promotion, Place place) {
        this("Export workbook", () -> exports.promotionWorkbook(actor, promotion));
        setVisible(actor.mayWithin(Permission.EXPORT_REPORTS, place));
    }

    /** Exports the entries of the audit trail that the filter asks for. */
    public ExportButton(Exports exports, Actor actor, AuditFilter filter) {
        this("Export as workbook", () -> exports.auditWorkbook(actor, filter));
        setVisible(actor.maySomewhere(Permission.EXPORT_REPORTS));
    }

    private ExportButton(String words, SerializableSupplier<ArchivedReport> export) {
        addClassName("export");
        produced.getElement().setAttribute("role", "status");
        var button = new Button(words);
        button.setDisableOnClick(true);
        button.addClickListener(_ -> {
            try {
                produced.removeAll();
                produced.add(new ReportLink(export.get()).takenAtOnce());
                afterwards.run();
            } finally {
                button.setEnabled(true);
            }
        });
        add(button, produced);
    }

    /** What else to do when something was produced. */
    ExportButton then(SerializableRunnable next) {
        afterwards = next;
        return this;
    }
}
