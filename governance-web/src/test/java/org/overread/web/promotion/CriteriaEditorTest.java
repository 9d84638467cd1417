package org.overread.web.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.Criterion.Direction;
import org.overread.registry.gate.GateMetric;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = CriteriaEditorTest.class)
class CriteriaEditorTest extends ViewTest {
    private final AtomicInteger changes = new AtomicInteger();
    private final CriteriaEditor editor = new CriteriaEditor(List.of("sex"), changes::incrementAndGet);

    @BeforeEach
    void show() {
        UI.getCurrent().add(editor);
    }

    @Test
    void writesACriterionOnAllCases() {
        var row = editor.addRow(GateMetric.SENSITIVITY);
        test(row.limit).setValue(0.6);

        assertThat(editor.criteria())
                .containsExactly(
                        new Criterion("sensitivity-at-least", GateMetric.SENSITIVITY, null, Direction.AT_LEAST, 0.6));
        assertThat(changes).hasPositiveValue();
    }

    @Test
    void writesACriterionOnEveryGroup() {
        var row = editor.addRow(GateMetric.SENSITIVITY);
        test(row.eachOf).selectItem("sex");
        test(row.limit).setValue(0.6);

        assertThat(editor.criteria())
                .containsExactly(new Criterion(
                        "sensitivity-each-sex-at-least", GateMetric.SENSITIVITY, "sex", Direction.AT_LEAST, 0.6));
    }

    @Test
    void startsInTheDirectionInWhichTheMetricIsGood() {
        var row = editor.addRow(GateMetric.SENSITIVITY);
        test(row.metric).selectItem("Override rate (clinicians)");

        assertThat(row.direction.getValue()).isEqualTo(Direction.AT_MOST);
    }

    @Test
    void tellsALimitThatIsMissingFromOneThatIsZero() {
        var row = editor.addRow(GateMetric.UNANSWERED_SEVERE);

        assertThat(editor.criteria().getFirst().limit()).isNaN();
        test(row.limit).setValue(0.0);
        assertThat(editor.criteria().getFirst().limit()).isZero();
    }

    @Test
    void rowsComeAndGo() {
        test(editor.more).click();
        test(editor.more).click();
        test(editor.rows().getFirst().metric).selectItem("AUROC");
        test(editor.rows().getFirst().remove).click();

        assertThat(editor.criteria()).extracting(Criterion::metric).containsExactly(GateMetric.SENSITIVITY);
        assertThat(editor.rows().getFirst().remove.getAriaLabel()).contains("Remove criterion 1");
    }
}
