package org.overread.web.review;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.CardDetails;
import org.overread.monitoring.prediction.Prediction;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** The output, large; below it what the model saw; and, small, where it came from. */
final class OutputPart extends Div {
    private static final long serialVersionUID = 1L;
    private static final int SEEN_AT_ONCE = 8;

    OutputPart(CardDetails details) {
        addClassName("output");
        var prediction = details.prediction();
        if (prediction == null) {
            add(
                    Page.empty(
                            "The output itself has not been sent to Overread yet.",
                            "It appears here once the model server has sent it. You can say what you think of it all the same."));
        } else {
            said(prediction, details.threshold());
            saw(prediction);
        }
        add(from(details));
    }

    private void said(Prediction prediction, @Nullable Double threshold) {
        if (prediction.score() != null) {
            add(new ScoreScale(prediction.score(), threshold));
        }
        if (prediction.text() != null) {
            var text = new Paragraph(prediction.text());
            text.addClassName("generated-text");
            add(text);
        }
    }

    private void saw(Prediction prediction) {
        var seen = List.copyOf(prediction.features().entrySet());
        if (seen.isEmpty()) {
            return;
        }
        var section = Page.section(
                "What the model saw", table("What the model saw", seen.stream().limit(SEEN_AT_ONCE)));
        if (seen.size() > SEEN_AT_ONCE) {
            section.add(new Details(
                    "The other " + (seen.size() - SEEN_AT_ONCE),
                    table("The rest of what the model saw", seen.stream().skip(SEEN_AT_ONCE))));
        }
        add(section);
    }

    private static DataTable table(String caption, Stream<Map.Entry<String, String>> seen) {
        var table = DataTable.of(caption, "Feature", "Value");
        seen.forEach(entry -> table.line(entry.getKey().replace('_', ' '), entry.getValue()));
        return table;
    }

    private static Paragraph from(CardDetails details) {
        var card = details.card();
        var words = Page.quiet("");
        words.add(new Span("%s, version %d. Shown%s "
                .formatted(
                        details.modelName(),
                        card.version().version(),
                        card.site() == null ? "" : " at " + card.site())));
        words.add(Times.of(card.shownAt()));
        var prediction = details.prediction();
        if (prediction != null && prediction.patientRef() != null) {
            words.add(new Span(", patient key " + prediction.patientRef()));
        }
        return words;
    }
}
