package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.Receipt;
import org.overread.web.shell.Csv;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;

/** What became of a file: the counts, and the lines that were refused with the reason of each. */
final class ReceiptPart extends Div {
    private static final long serialVersionUID = 1L;
    private static final int FEW = 12;

    ReceiptPart(String fileName, Receipt receipt) {
        addClassName("receipt");
        getElement().setAttribute("role", "status");
        add(
                new Paragraph(sentence(fileName, receipt)),
                DataTable.of("Receipt " + receipt.batch(), "", "#Lines")
                        .line("Received", Numbers.count(receipt.received()))
                        .line("Stored", Numbers.count(receipt.stored()))
                        .line("Known already (duplicates)", Numbers.count(receipt.duplicates()))
                        .line("Outcomes added to known predictions", Numbers.count(receipt.outcomesAdded()))
                        .line("Refused", Numbers.count(receipt.rejected())));
        if (!receipt.integrity().findings().isEmpty()) {
            add(Page.section(
                    "Stored, but not as declared",
                    IntegrityWords.table(receipt.integrity().findings())));
        }
        if (receipt.rejected() > 0) {
            add(Page.section(heading(receipt), lines(receipt), download(fileName, receipt)));
        }
    }

    private static String sentence(String fileName, Receipt receipt) {
        if (receipt.received() == 0) {
            return fileName + " holds no lines. Nothing was stored.";
        }
        if (receipt.duplicates() == receipt.received()) {
            return fileName + ": every line was known already, so nothing was stored again.";
        }
        var refused = receipt.rejected() == 0
                ? "none was refused."
                : Numbers.count(receipt.rejected()) + " refused. Correct these and send the file again: what is"
                        + " stored already is not stored twice.";
        return "%s: %s of %s lines stored, %s"
                .formatted(fileName, Numbers.count(receipt.stored()), Numbers.count(receipt.received()), refused);
    }

    private static String heading(Receipt receipt) {
        return receipt.rejected() > receipt.problems().size()
                ? "Refused lines, the first "
                        + Numbers.count((long) receipt.problems().size()) + " of " + Numbers.count(receipt.rejected())
                : "Refused lines";
    }

    private static Component lines(Receipt receipt) {
        var grid = new Grid<LineProblem>();
        grid.addColumn(LineProblem::line).setHeader("Line").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(LineProblem::field).setHeader("Field").setAutoWidth(true).setFlexGrow(0);
        grid.addColumn(LineProblem::reason).setHeader("Why it was refused").setFlexGrow(1);
        grid.addThemeVariants(GridVariant.WRAP_CELL_CONTENT);
        grid.setItems(receipt.problems());
        grid.setAllRowsVisible(receipt.problems().size() <= FEW);
        return Page.named(grid, "Refused lines");
    }

    private static Component download(String fileName, Receipt receipt) {
        var csv = new Csv("line", "field", "reason");
        receipt.problems()
                .forEach(problem -> csv.line(String.valueOf(problem.line()), problem.field(), problem.reason()));
        return csv.download(
                "Download the refused lines (CSV)",
                "the refused lines of receipt " + receipt.batch(),
                fileName + ".refused.csv");
    }
}
