package org.overread.web.comparison;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.monitoring.comparison.Comparisons;
import org.overread.monitoring.comparison.PairedComparison;
import org.overread.monitoring.comparison.Verdict;
import org.overread.monitoring.performance.Window;
import org.overread.registry.Permission;
import org.overread.registry.catalog.ModelVersion;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTab;
import org.overread.web.shell.Fields;
import org.overread.web.shell.FileName;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;

/** Whether a version is better than another one, on the cases that both scored. */
@ApplicationScoped
class ComparisonTab implements VersionTab {
    private static final String WITH = "with";

    @Inject
    Comparisons comparisons;

    @Override
    public String key() {
        return "comparison";
    }

    @Override
    public String title() {
        return "Comparison";
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public boolean openTo(VersionPage page) {
        return page.may(Permission.READ_PERFORMANCE);
    }

    @Override
    public Component show(VersionPage page) {
        var others = comparisons.others(page.actor(), page.id()).stream()
                .map(ModelVersion::id)
                .map(id -> id.version())
                .toList();
        if (others.isEmpty()) {
            return Page.empty(
                    "Nothing to compare with.",
                    "This is the model's only version; another one appears here by itself.");
        }
        var fields = new Fields();
        var shown = new Div();
        int with = asked(page, others);
        var choice = choice(page, others, with);
        fields.named(WITH, choice);
        fields.accepted(
                () -> shown.add(shown(page, with, comparisons.of(page.actor(), page.id(), with, window(page)))));
        return new Div(Page.row(choice), fields, shown);
    }

    /** The version that the address names, or else the newest before this one, or else the newest. */
    private static int asked(VersionPage page, List<Integer> others) {
        var named = page.asked(WITH).filter(text -> text.matches("\\d{1,9}")).map(Integer::valueOf);
        return named.filter(others::contains)
                .or(() -> others.stream()
                        .filter(other -> other < page.id().version())
                        .findFirst())
                .orElseGet(others::getFirst);
    }

    private static Select<Integer> choice(VersionPage page, List<Integer> others, int with) {
        var choice = new Select<Integer>();
        choice.setLabel("Compare with");
        choice.setItems(others);
        choice.setItemLabelGenerator(other -> "Version " + other);
        choice.setValue(with);
        choice.addValueChangeListener(event -> {
            if (event.getValue() != null) {
                page.choose(WITH, event.getValue().toString());
            }
        });
        return choice;
    }

    private static Window window(VersionPage page) {
        return new Window(null, null, page.asked("site").orElse(null));
    }

    private static Component shown(VersionPage page, int with, PairedComparison comparison) {
        if (Long.valueOf(0).equals(comparison.cases())) {
            return Page.empty(
                    "No cases in common.",
                    "A case counts when both versions scored it: by the same prediction id and patient, or the same"
                            + " patient at the same time.");
        }
        var version = page.id().version();
        var what = "beside-version-" + with;
        var name = FileName.of(page.id(), what, window(page).site(), null, null) + ".csv";
        return new Div(
                new Paragraph(Verdict.of(version, with, comparison)),
                Page.quiet(basis(comparison)),
                Page.section("Figure by figure", ComparisonTable.of(version, with, comparison)),
                ComparisonTable.csv(comparison).download("Download this comparison (CSV)", name));
    }

    private static String basis(PairedComparison comparison) {
        var contradicting = comparison.contradicting() == 0
                ? ""
                : " " + Numbers.count(comparison.contradicting())
                        + " were left out: the two versions were told different outcomes.";
        return "%s cases scored by both (%s), %s with outcome, %s events. Flagged from %s and from %s.%s"
                .formatted(
                        Numbers.count(comparison.cases()),
                        comparison.match().words(),
                        Numbers.count(comparison.labelled()),
                        Numbers.count(comparison.events()),
                        Numbers.ratio(comparison.threshold()),
                        Numbers.ratio(comparison.otherThreshold()),
                        contradicting);
    }
}
