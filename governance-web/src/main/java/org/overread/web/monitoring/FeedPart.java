package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.integrity.FeedDay;
import org.overread.monitoring.integrity.Integrity;
import org.overread.monitoring.integrity.ReceivedBatch;
import org.overread.monitoring.prediction.PredictionLog.BatchKind;
import org.overread.web.shell.Cut;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** What came in lately: the receipts, what in them was not as declared, and volume and latency by day. */
final class FeedPart extends Div {
    private static final long serialVersionUID = 1L;

    FeedPart(List<ReceivedBatch> batches, List<FeedDay> days) {
        if (batches.isEmpty()) {
            add(Page.empty(
                    "Nothing has come in yet.",
                    "Each file or upload leaves a receipt here, with what in it was not as declared."));
            return;
        }
        add(Page.section("Received lately", truth(batches), receipts(batches)));
        batches.stream()
                .filter(batch -> !batch.findings().isEmpty())
                .findFirst()
                .ifPresent(batch -> add(Page.section(
                        "Not as declared in receipt " + batch.batch(), IntegrityWords.table(batch.findings()))));
        if (!days.isEmpty()) {
            add(Page.section("The last four weeks of predictions", byDay(days)));
        }
    }

    private static Component truth(List<ReceivedBatch> batches) {
        long checked = batches.stream().filter(ReceivedBatch::checked).count();
        long odd = batches.stream().filter(batch -> !batch.findings().isEmpty()).count();
        var size = Numbers.count((long) batches.size());
        if (checked == 0) {
            return new Paragraph("Values were not checked: no monitoring plan declares the features of this version.");
        }
        return new Paragraph(
                odd == 0
                        ? "Of the latest %s batches, %s were checked, and all values were as declared."
                                .formatted(size, Numbers.count(checked))
                        : "Of the latest %s batches, %s hold values that are not as declared."
                                .formatted(size, Numbers.count(odd)));
    }

    private static Component receipts(List<ReceivedBatch> batches) {
        var table = DataTable.of(
                        "Receipts, the newest first",
                        "Receipt",
                        "When",
                        "From",
                        "Holds",
                        "#Stored",
                        "#Known already",
                        "#Refused",
                        "Values")
                .stacking();
        for (var batch : batches) {
            table.line(
                    new Span(String.valueOf(batch.batch())),
                    Times.of(batch.acceptedAt()),
                    new Span(batch.sentBy()),
                    new Span(holds(batch)),
                    new Span(Numbers.count(batch.stored())),
                    new Span(Numbers.count(batch.duplicates())),
                    new Span(Numbers.count(batch.rejected())),
                    new Span(values(batch)));
        }
        return new Div(table, Cut.newest(batches.size(), Integrity.LATEST, "receipts", "Earlier ones are not listed."));
    }

    private static String holds(ReceivedBatch batch) {
        return switch (BatchKind.valueOf(batch.kind())) {
            case PREDICTIONS -> "Predictions";
            case OUTCOMES -> "Outcomes";
        };
    }

    private static String values(ReceivedBatch batch) {
        if (!batch.checked()) {
            return "not checked";
        }
        int found = batch.findings().size();
        return switch (found) {
            case 0 -> "as declared";
            case 1 -> "1 finding";
            default -> found + " findings";
        };
    }

    private static Component byDay(List<FeedDay> days) {
        var table = DataTable.of(
                "Volume and latency by day (UTC)",
                "Day",
                "#Predictions",
                "#Without score",
                "#Without features",
                "#Latency, median",
                "#95 %",
                "#99 %");
        for (var day : days.reversed()) {
            var latency = day.latency();
            table.line(
                    day.day().toString(),
                    Numbers.count(day.predictions()),
                    Numbers.count(day.withoutScore()),
                    withoutFeatures(day),
                    millis(latency == null ? null : latency.median()),
                    millis(latency == null ? null : latency.p95()),
                    millis(latency == null ? null : latency.p99()));
        }
        return table;
    }

    private static String withoutFeatures(FeedDay day) {
        var without = day.withoutFeatures();
        return without == null
                ? "no longer kept"
                : String.format(Locale.ROOT, "%.1f %%", 100.0 * without / day.predictions());
    }

    private static String millis(@Nullable Integer millis) {
        return millis == null ? "not sent" : Numbers.count(millis.longValue()) + " ms";
    }
}
