package org.overread.web.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Place;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.promotion.PromotionFilter;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.PromotionSummary;
import org.overread.registry.promotion.Promotions;
import org.overread.reports.archive.ArchivedReport;
import org.overread.reports.archive.Exports;
import org.overread.reports.archive.ReportKind;
import org.overread.web.shell.DataTable;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = ReportsView.class)
@AddBeanClasses(ReportsView.class)
class ReportsViewTest extends ViewTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final UUID SEPSIS = new UUID(1, 1);
    private static final UUID STROKE = new UUID(1, 2);
    private static final List<PromotionSummary> PROMOTIONS = new ArrayList<>();
    private static final List<ArchivedReport> PRODUCED = new ArrayList<>();

    @BeforeEach
    void twoPromotionsAndNoReport() {
        PROMOTIONS.clear();
        PROMOTIONS.add(summary(SEPSIS, "sepsis", State.LIVE));
        PROMOTIONS.add(summary(STROKE, "stroke", State.REJECTED));
        PRODUCED.clear();
        SignedIn.as(People.with(Role.COMPLIANCE));
    }

    @Test
    void offersTheWorkbookOfEachPromotionWhateverBecameOfIt() {
        navigate(ReportsView.class);

        assertThat(tables().getFirst())
                .contains("sepsis/2 from Silent run to Pilot at north", "In effect", "stroke/2", "Rejected")
                .contains("4 May 2026, 12:00 UTC by Mira");
        assertThat(find(Button.class).withText("Export workbook").all()).hasSize(2);
        assertThat(words()).contains("No report has been produced yet.");
    }

    @Test
    @DisplayName(
            "E1: the produced workbook can be taken at once, shows its SHA-256, and is listed among the earlier ones")
    void producesAWorkbookAndKeepsIt() {
        navigate(ReportsView.class);

        test(find(Button.class).withText("Export workbook").all().getLast()).click();

        assertThat(PRODUCED).extracting(ArchivedReport::subject).containsExactly(STROKE.toString());
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("api/v1/reports/" + PRODUCED.getFirst().id());
        assertThat(tables().getLast())
                .contains(
                        "promotion.xlsx 14 kB",
                        Digest.of("bytes").hex(),
                        "Promotion workbook",
                        "The Compliance officer");
    }

    @Test
    void findsByWhatTheAddressSays() {
        UI.getCurrent().navigate(ReportsView.class, QueryParameters.of("text", "rejected"));

        assertThat(tables().getFirst()).contains("stroke/2").doesNotContain("sepsis/2");
    }

    @Test
    void saysWhatWillAppearAndWhatToDoWhenNothingIsFound() {
        UI.getCurrent().navigate(ReportsView.class, QueryParameters.of("text", "zz"));
        assertThat(words()).contains("No promotion is like this.");

        PROMOTIONS.clear();
        navigate(ReportsView.class);
        assertThat(words()).contains("Nobody has asked for a promotion yet.");
    }

    private List<String> tables() {
        return find(DataTable.class).all().stream()
                .map(table -> table.getElement().getTextRecursively())
                .toList();
    }

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private static PromotionSummary summary(UUID id, String model, State state) {
        return new PromotionSummary(
                id,
                new ModelVersionId(model, 2),
                Stage.SILENT,
                Stage.PILOT,
                "north",
                "Mira",
                NOON,
                state,
                state.title() + ".",
                false);
    }

    @Produces
    @ExcludeBean
    static final Promotions KNOWN = new Promotions() {
        @Override
        public List<PromotionSummary> list(Actor actor, PromotionFilter filter) {
            return PROMOTIONS;
        }
    };

    @Produces
    @ExcludeBean
    static final Exports EXPORTS = new Exports() {
        @Override
        public ArchivedReport promotionWorkbook(Actor actor, UUID promotion) {
            PRODUCED.add(new ArchivedReport(
                    new UUID(2, 1),
                    ReportKind.PROMOTION_WORKBOOK,
                    promotion.toString(),
                    Place.EVERYWHERE,
                    "promotion.xlsx",
                    "application/x",
                    actor.id(),
                    actor.name(),
                    NOON,
                    14,
                    14_186,
                    Digest.of("bytes")));
            return PRODUCED.getLast();
        }

        @Override
        public List<ArchivedReport> produced(Actor actor) {
            return PRODUCED;
        }
    };
}
