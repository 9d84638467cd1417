package org.overread.web.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.comparison.Comparisons;
import org.overread.monitoring.comparison.PairedCases;
import org.overread.monitoring.comparison.PairedComparison;
import org.overread.monitoring.performance.Window;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.web.catalog.VersionPage;
import org.overread.web.testing.BareView;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = BareView.class)
class ComparisonTabTest extends ViewTest {
    @Test
    @DisplayName("C10: says in a sentence which version is better, and shows each figure with its difference")
    void saysWhichIsBetter() {
        open(2, Map.of());

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .anySatisfy(words -> assertThat(words).startsWith("v2 is better than v1: AUROC differs by 0."));
        assertThat(find(NativeTable.class).single().getBody().getRows()).hasSize(7);
        assertThat(find(Select.class).single().getValue()).isEqualTo(1);
    }

    @Test
    void hasNothingToCompareTheOnlyVersionWith() {
        open(1, Map.of());

        assertThat(find(NativeTable.class).all()).isEmpty();
        assertThat(find(Select.class).all()).isEmpty();
    }

    private void open(int versions, Map<String, String> query) {
        SignedIn.as(People.with(Role.MODEL_OWNER));
        navigate(BareView.class);
        var catalog = CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), versions)
                .catalog();
        var tab = new ComparisonTab();
        tab.comparisons = new Comparisons() {
            @Override
            public PairedComparison of(Actor actor, ModelVersionId id, int with, Window window) {
                return PairedComparison.of(cases(), 0.5, 0.5);
            }

            @Override
            public List<ModelVersion> others(Actor actor, ModelVersionId id) {
                return catalog.versions(actor, id.model()).stream()
                        .filter(version -> !version.id().equals(id))
                        .toList();
            }
        };
        var shown = tab.show(new VersionPage(
                catalog.model(CatalogFixtures.MIRA, "sepsis"),
                catalog.version(CatalogFixtures.MIRA, new ModelVersionId("sepsis", versions)),
                CatalogFixtures.MIRA,
                query));
        find(BareView.class).single().add(shown);
    }

    private static PairedCases cases() {
        var random = new SplittableRandom(3);
        var cases = new PairedCases.Builder(PairedCases.Match.PREDICTION_ID);
        for (var row = 0; row < 2_000; row++) {
            var risk = random.nextDouble();
            var outcome = random.nextDouble() < risk ? 1 : 0;
            cases.add(risk, (risk + random.nextDouble()) / 2, outcome, outcome, row);
        }
        return cases.build();
    }
}
