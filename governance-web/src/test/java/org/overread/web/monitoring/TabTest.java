package org.overread.web.monitoring;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTab;
import org.overread.web.testing.BareView;
import org.overread.web.testing.Hospital;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

/** Opens a tab of the first version of sepsis, for its model owner unless a test says otherwise. */
abstract class TabTest extends ViewTest {
    static final ModelVersionId SEPSIS_1 = new ModelVersionId("sepsis", 1);

    Catalog catalog = new Catalog();

    @BeforeEach
    void registerSepsis() {
        SignedIn.as(People.with(Role.MODEL_OWNER));
        navigate(BareView.class);
        catalog = CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 1).catalog();
        Hospital.openWithSepsis(1);
    }

    VersionPage page(Map<String, String> query, Actor actor) {
        return new VersionPage(
                catalog.model(CatalogFixtures.MIRA, "sepsis"),
                catalog.version(CatalogFixtures.MIRA, SEPSIS_1),
                actor,
                query);
    }

    Component open(VersionTab tab, Map<String, String> query) {
        var shown = tab.show(page(query, People.with(Role.MODEL_OWNER)));
        var bare = find(BareView.class).single();
        bare.removeAll();
        bare.add(shown);
        return shown;
    }

    /** The rows of the table with that caption, as a reader hears them. */
    List<String> rows(String caption) {
        var table = find(NativeTable.class).all().stream()
                .filter(one -> caption.equals(one.getCaptionText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no table " + caption));
        return table.getBody().getRows().stream().map(TabTest::words).toList();
    }

    private static String words(NativeTableRow row) {
        return String.join(
                " | ",
                row.getChildren()
                        .map(cell -> cell.getElement().getTextRecursively().strip())
                        .toList());
    }

    Offering offering(Figured figured) {
        var offering = new Offering();
        offering.performance = figured;
        offering.catalog = catalog;
        return offering;
    }

    OverTime overTime(Followed followed) {
        var overTime = new OverTime();
        overTime.trends = followed;
        overTime.catalog = catalog;
        overTime.stages = Hospital.inMemory().stages();
        return overTime;
    }
}
