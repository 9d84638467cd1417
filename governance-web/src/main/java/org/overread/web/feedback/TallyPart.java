package org.overread.web.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackTally;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.monitoring.metric.Proportion;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.IntervalBar;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;

/** What became of the outputs that were shown, and why clinicians overrode some; small counts are hidden. */
final class TallyPart extends Div {
    private static final long serialVersionUID = 1L;
    private static final String OVERRIDDEN = "Overridden";

    TallyPart(FeedbackTally tally) {
        if (SmallCells.hides(tally.shown())) {
            add(Page.empty(
                    "Too few outputs were shown to tell anything.",
                    "Figures appear here once at least " + SmallCells.THRESHOLD + " were shown."));
            return;
        }
        var fates = fates(tally);
        var visible = SmallCells.shownParts(fates);
        add(Page.section(
                "What became of %s outputs".formatted(Numbers.count(tally.shown())),
                table("Of all outputs that were shown", "What became of it", fates, visible, tally.shown()),
                Page.quiet("Every output counts once, by the last thing that was said of it.")));
        if (tally.overridden() > 0) {
            add(Page.section("Why they were overridden", reasons(tally, visible)));
        }
    }

    private static Map<String, Long> fates(FeedbackTally tally) {
        var fates = new LinkedHashMap<String, Long>();
        fates.put("Accepted", tally.accepted());
        fates.put(OVERRIDDEN, tally.overridden());
        fates.put("Safety concern, not decided", tally.concerns());
        fates.put("Ignored: nothing said within %d hours".formatted(Feedback.ANSWER_WITHIN.toHours()), tally.ignored());
        fates.put("Still waiting", tally.pending());
        return fates;
    }

    private static Component reasons(FeedbackTally tally, Map<String, Long> visible) {
        if (!visible.containsKey(OVERRIDDEN)) {
            return Page.quiet("Hidden, as their number is.");
        }
        var reasons = new LinkedHashMap<String, Long>();
        tally.byReason().entrySet().stream()
                .sorted(Map.Entry.<OverrideReason, Long>comparingByValue().reversed())
                .forEach(entry -> reasons.put(entry.getKey().display(), entry.getValue()));
        return table(
                "Of all overridden outputs", "Reason", reasons, SmallCells.shownParts(reasons), tally.overridden());
    }

    private static DataTable table(
            String caption, String column, Map<String, Long> parts, Map<String, Long> visible, long whole) {
        var table = DataTable.of(caption, column, "0 to 1", "#Outputs", "#Share (95 % interval)");
        parts.forEach((name, ignored) -> row(table, name, visible.get(name), whole));
        return table.stacking();
    }

    private static void row(DataTable table, String name, @Nullable Long count, long whole) {
        if (count == null) {
            table.line(new Span(name), new Span(), new Span("hidden"), new Span(Numbers.ratio(null)));
            return;
        }
        var share = new Proportion(count, whole).wilson("nothing was shown");
        var value = share.value();
        table.line(
                new Span(name),
                value == null || share.low() == null || share.high() == null
                        ? new Span()
                        : bar(value, share.low(), share.high()),
                new Span(Numbers.count(count)),
                new Span(Numbers.interval(value, share.low(), share.high())));
    }

    private static Component bar(double value, double low, double high) {
        var bar = new IntervalBar(value, low, high, null);
        // the numbers stand beside it
        bar.getElement().removeAttribute("role").removeAttribute("aria-label").setAttribute("aria-hidden", "true");
        return bar;
    }
}
