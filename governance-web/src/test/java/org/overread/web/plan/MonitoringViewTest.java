package org.overread.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.List;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.schedule.MonitoringOverview;
import org.overread.monitoring.schedule.MonitoringStatus;
import org.overread.monitoring.schedule.Remark;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Doors;
import org.overread.web.testing.Hospital;
import org.overread.web.testing.HospitalTest;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = MonitoringView.class)
@AddBeanClasses({MonitoringView.class, MonitoringViewTest.Beans.class})
@ExcludeBeanClasses(MonitoringOverview.class)
class MonitoringViewTest extends HospitalTest {
    private static final List<MonitoringStatus> ALL = new ArrayList<>();

    /** The overview as the test says. */
    static final class Beans {
        @Produces
        static MonitoringOverview overview() {
            return new MonitoringOverview() {
                @Override
                public List<MonitoringStatus> all(Actor actor) {
                    return List.copyOf(ALL);
                }
            };
        }
    }

    @BeforeEach
    void aModelOwnerLooks() {
        Hospital.openWithSepsis(2);
        ALL.clear();
        SignedIn.as(People.with(Role.MODEL_OWNER));
    }

    @Test
    void saysWhatWillAppear() {
        navigate(MonitoringView.class);

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("There is no version to watch yet.");
    }

    @Test
    @DisplayName("C11: each version is one line of truth that leads to its plan; one that nobody watches says so")
    void listsVersions() {
        ALL.add(new MonitoringStatus(
                new ModelVersionId("sepsis", 2),
                MonitoringStatus.Worry.NOT_PLANNED,
                0,
                List.of(new Remark("Nobody watches it: no monitoring plan is declared.", false)),
                null));

        navigate(MonitoringView.class);

        assertThat(find(DataTable.class).single().getElement().getTextRecursively())
                .contains("version 2", "Not planned", "no monitoring plan is declared", "never");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .anyMatch(address -> address.contains("sepsis") && address.endsWith("?tab=plan"));
    }

    @Test
    @DisplayName(
            "C11: of many remarks the worst stand open, and the rest are folded with how many of them are concerns")
    void foldsWhatIsLong() {
        ALL.add(with(remark("Silent.", true), remark("Off.", true), remark("Missing.", true), remark("Late.", false)));

        navigate(MonitoringView.class);
        assertThat(find(Details.class).all()).isEmpty();

        ALL.set(
                0,
                with(
                        remark("Silent.", true),
                        remark("Off.", true),
                        remark("Missing.", true),
                        remark("Moved.", true),
                        remark("Late.", false)));
        navigate(MonitoringView.class);

        var fold = find(Details.class).single();
        assertThat(fold.getSummaryText()).isEqualTo("2 more, 1 of them to look at");
        assertThat(fold.getContent().map(each -> each.getElement().getText())).containsExactly("Moved.", "Late.");
        assertThat(find(DataTable.class).single().getElement().getTextRecursively())
                .contains("Silent.", "Off.", "Missing.");
    }

    private static Remark remark(String sentence, boolean concern) {
        return new Remark(sentence, concern);
    }

    private static MonitoringStatus with(Remark... remarks) {
        return new MonitoringStatus(
                new ModelVersionId("sepsis", 2), MonitoringStatus.Worry.ALERT, 0, List.of(remarks), null);
    }

    @Test
    @DisplayName("G1: the overview is open to those who may see the figures")
    void opensToReaders() {
        assertThat(Doors.open(MonitoringView.class, People.with(Role.COMPLIANCE)))
                .isTrue();
        assertThat(Doors.open(MonitoringView.class, People.with(Role.CLINICIAN)))
                .isFalse();
    }
}
